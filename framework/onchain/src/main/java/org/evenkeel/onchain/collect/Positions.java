package org.evenkeel.onchain.collect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evenkeel.market.CandleSink;
import org.evenkeel.market.CandleTail;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Interval;
import org.evenkeel.market.Reserves;
import org.evenkeel.onchain.logs.BlockTimes;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.ChainException;
import org.evenkeel.onchain.rpc.ChainFault;

/** Where each pool goes on: where it was, if that is still of the chain; else where it was before; else at its begin. */
final class Positions {
    private final ChainClient client;
    private final Interval interval;
    private final CandleSink sink;
    private final CursorLog cursors;
    private final Tally tally;

    Positions(ChainClient client, Interval interval, CandleSink sink, CursorLog cursors, Tally tally) {
        this.client = client;
        this.interval = interval;
        this.sink = sink;
        this.cursors = cursors;
        this.tally = tally;
    }

    /** Empty where the chain is not as far as the pool's begin. */
    Optional<Cursor> of(ChainPlan.Wanted wanted, FinalBlocks blocks) {
        CollectedPool pool = wanted.pool();
        List<Cursor> known = cursors.of(pool);
        if (known.isEmpty()) {
            Optional<Cursor> begin = begin(interval.ceil(wanted.from()), blocks);
            begin.ifPresent(cursor -> cursors.append(List.of(pool), cursor));
            return begin;
        }
        Cursor last = known.getLast();
        for (Cursor cursor : known.reversed()) {
            if (isOfTheChain(cursor)) {
                return Optional.of(cursor.equals(last) ? last : goBack(pool, cursor));
            }
        }
        return begin(known.getFirst().time(), blocks).map(cursor -> goBack(pool, cursor));
    }

    private Optional<Cursor> begin(long time, FinalBlocks blocks) {
        if (FinalBlocks.millis(blocks.first()) >= time) {
            return Optional.of(Cursor.at(blocks.first(), time));
        }
        if (FinalBlocks.millis(blocks.end()) < time) {
            return Optional.empty();
        }
        BlockRef before = new BlockTimes(client).lastBefore(time, blocks.first(), blocks.end());
        return Optional.of(Cursor.at(before, time));
    }

    private boolean isOfTheChain(Cursor cursor) {
        long head = client.head().number();
        if (cursor.block() > head) {
            throw new ChainException(
                    ChainFault.STALE,
                    "Candles of " + client.chain() + " were collected up to block " + cursor.block()
                            + ", and the newest that its nodes have is " + head
                            + ": wait until they have caught up, or take another endpoint.");
        }
        return cursor.isOf(client.logs().block(cursor.block()));
    }

    /** What was kept of a chain that is no more goes first: what is then recorded is true of the candles. */
    private Cursor goBack(CollectedPool pool, Cursor to) {
        sink.replace(List.of(nothingFrom(pool, to.time())));
        cursors.append(List.of(pool), to);
        tally.wentBack(pool, to);
        return to;
    }

    private CandleTail nothingFrom(CollectedPool pool, long time) {
        Candles none = new Candles(interval, new long[0], Candles.Prices.ofCloses(new double[0]));
        return new CandleTail(pool.pair(), time, none, Reserves.NONE);
    }

    /** Those that are at one place, the furthest back first. */
    static List<List<Placed>> groups(List<Placed> placed) {
        List<List<Placed>> groups = new ArrayList<>();
        for (Placed one : placed.stream()
                .sorted(Comparator.comparingLong((Placed each) -> each.cursor().block())
                        .thenComparingLong(each -> each.cursor().time()))
                .toList()) {
            if (groups.isEmpty() || !groups.getLast().getLast().cursor().equals(one.cursor())) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(one);
        }
        return groups;
    }

    /** A pool, and where it is. */
    record Placed(CollectedPool pool, Cursor cursor) {}
}
