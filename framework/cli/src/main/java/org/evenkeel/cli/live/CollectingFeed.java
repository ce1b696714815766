package org.evenkeel.cli.live;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.api.port.Unavailable;
import org.evenkeel.cli.collect.CollectFolder;
import org.evenkeel.cli.collect.CollectOptions;
import org.evenkeel.cli.collect.CollectPlans;
import org.evenkeel.cli.terminal.StateConflict;
import org.evenkeel.live.DataFeed;
import org.evenkeel.market.Interval;
import org.evenkeel.market.Token;
import org.evenkeel.onchain.collect.CandleCollector;
import org.evenkeel.onchain.collect.ChainPlan;
import org.evenkeel.onchain.collect.CollectListener;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.state.store.StateException;

/** Collects the candles that a decision sees, and waits until the blocks that they are of are final. */
final class CollectingFeed implements DataFeed, AutoCloseable {
    private final CollectPlans plans;
    private final CandleCollector collector;
    private final Interval interval;

    private CollectingFeed(CollectPlans plans, CandleCollector collector, Interval interval) {
        this.plans = plans;
        this.collector = collector;
        this.interval = interval;
    }

    /**
     * Into the data set of a run.
     *
     * @param known tokens that the run trades since it was begun
     * @throws StateConflict when another process collects into it
     */
    static CollectingFeed into(String data, LiveOptions options, InstantSource clock, Set<Token> known) {
        CollectOptions collected = CollectOptions.extending(Path.of(data), options.chains());
        CollectFolder folder = CollectFolder.of(Path.of(data), Optional.empty());
        CollectPlans plans = new CollectPlans(collected, folder, clock, known);
        boolean opened = false;
        try {
            plans.find();
            CandleCollector collector = CandleCollector.open(folder.path(), folder, plans.plans(), folder.interval());
            opened = true;
            return new CollectingFeed(plans, collector, folder.interval());
        } catch (StateException.Locked busy) {
            String pid = busy.pid().isPresent() ? "pid " + busy.pid().getAsLong() : "another process";
            throw new StateConflict(data + " is locked by " + pid
                    + ", which collects into it: with --no-collect this run takes the data set as the other keeps it.");
        } finally {
            if (!opened) {
                plans.close();
            }
        }
    }

    @Override
    public void extend(Instant until) {
        Instant over = Instant.ofEpochMilli(interval.floor(until.toEpochMilli()));
        for (ChainPlan plan : plans.plans()) {
            requireFinal(plan, over);
        }
        collector.collectTo(over, CollectListener.NONE);
    }

    /** A decision made on a candle less than a backtest would see is another decision. */
    private static void requireFinal(ChainPlan plan, Instant over) {
        BlockRef head = plan.client().head();
        long height = Math.max(0, head.number() - plan.confirmations());
        BlockRef last = plan.client().logs().block(height);
        if (last.time().isBefore(over)) {
            throw Unavailable.awaited("Waiting for the blocks of "
                    + plan.client().chain() + " up to " + over + " to be final (block " + height + " is of "
                    + last.time() + "): a decision made on candles without them would be another. With --no-collect the"
                    + " data set is taken as it is.");
        }
    }

    @Override
    public void close() {
        collector.close();
        plans.close();
    }
}
