package org.evenkeel.onchain.collect;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.market.CandleSink;
import org.evenkeel.market.DataException;
import org.evenkeel.market.Interval;

/**
 * Extends a data set by what pools did since. For a run that goes on, it is kept open and asked again and again; no other process
 * adds to the data set meanwhile.
 *
 * <p>A candle's prices are the pool's mid prices after each swap in it, so its open is that after the first one. Its volume is in
 * USD; its reserves are those at its end, for a pool of concentrated liquidity those of the constant product that it is at that
 * price. Where nobody traded there is no candle. Pools that are paid in another token than a dollar are turned to dollars at each
 * swap, by the price of that token after the last swap before in its own pool.
 *
 * <p>Safe to be ended at any moment: what it then has is true, and it goes on from there.
 */
public final class CandleCollector implements AutoCloseable {
    private final List<ChainPlan> plans;
    private final Interval interval;
    private final CandleSink sink;
    private final CursorLog cursors;

    private CandleCollector(List<ChainPlan> plans, Interval interval, CandleSink sink, CursorLog cursors) {
        this.plans = List.copyOf(plans);
        this.interval = interval;
        this.sink = sink;
        this.cursors = cursors;
    }

    /**
     * Makes ready, and asks nothing yet.
     *
     * @param dataSet the folder of the data set, where it is recorded how far each pool was collected
     * @param sink takes the candles
     * @param plans what is collected, each chain once
     * @param interval how long the candles are
     * @throws org.evenkeel.state.store.StateException when another process collects into the folder, or what it recorded is
     *     damaged
     */
    public static CandleCollector open(Path dataSet, CandleSink sink, List<ChainPlan> plans, Interval interval) {
        return new CandleCollector(plans, interval, sink, CursorLog.open(dataSet));
    }

    /**
     * Collects all candles that are over at a time, and whose blocks are final by now.
     *
     * @return a line for each pool, in the order of the plans
     * @throws org.evenkeel.onchain.rpc.ChainException when a chain cannot be asked, or became another one meanwhile; what was
     *     kept by then stays
     * @throws DataException when candles cannot be kept, or a pool is not of its kind
     */
    public List<PoolReport> collectTo(Instant until, CollectListener listener) {
        List<PoolReport> reports = new ArrayList<>();
        for (ChainPlan plan : plans) {
            reports.addAll(collect(plan, until, listener));
        }
        return reports;
    }

    private List<PoolReport> collect(ChainPlan plan, Instant until, CollectListener listener) {
        Tally tally = new Tally();
        FinalBlocks.find(plan, interval, until.toEpochMilli())
                .ifPresent(blocks -> collect(plan, blocks, listener, tally));
        return plan.pools().stream()
                .map(ChainPlan.Wanted::pool)
                .map(pool -> tally.report(pool, last(pool)))
                .toList();
    }

    private Optional<Cursor> last(CollectedPool pool) {
        List<Cursor> known = cursors.of(pool);
        return known.isEmpty() ? Optional.empty() : Optional.of(known.getLast());
    }

    private void collect(ChainPlan plan, FinalBlocks blocks, CollectListener listener, Tally tally) {
        Positions positions = new Positions(plan.client(), interval, sink, cursors, tally);
        List<Positions.Placed> placed = new ArrayList<>();
        for (ChainPlan.Wanted wanted : plan.pools()) {
            positions.of(wanted, blocks).ifPresent(cursor -> placed.add(new Positions.Placed(wanted.pool(), cursor)));
        }
        GroupRun.Place place = new GroupRun.Place(plan, interval, sink, cursors, blocks);
        for (List<Positions.Placed> group : Positions.groups(placed)) {
            if (!listener.wantsEnd()) {
                List<CollectedPool> pools =
                        group.stream().map(Positions.Placed::pool).toList();
                new GroupRun(place, pools, group.getFirst().cursor()).run(listener, tally);
            }
        }
    }

    /** Lets other processes collect into the folder. */
    @Override
    public void close() {
        cursors.close();
    }
}
