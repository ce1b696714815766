package org.evenkeel.onchain.collect;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.market.TradingPair;

/** Counts what becomes of the pools of a chain while they are collected. */
final class Tally {
    private final Map<TradingPair, Integer> candles = new HashMap<>();
    private final Map<CollectedPool, Cursor> wentBackTo = new HashMap<>();
    private final Map<CollectedPool, PoolRecorder> recorders = new HashMap<>();

    void kept(TradingPair pair, int more) {
        candles.merge(pair, more, Integer::sum);
    }

    void wentBack(CollectedPool pool, Cursor to) {
        wentBackTo.put(pool, to);
    }

    void recorded(PoolRecorder recorder) {
        recorders.put(recorder.pool(), recorder);
    }

    PoolReport report(CollectedPool pool, Optional<Cursor> reached) {
        Optional<PoolRecorder> recorder = Optional.ofNullable(recorders.get(pool));
        return new PoolReport(
                pool,
                candles.getOrDefault(pool.pair(), 0),
                recorder.map(PoolRecorder::swaps).orElse(0L),
                recorder.map(PoolRecorder::leftOut).orElse(0L),
                reached.map(Tally::time),
                Optional.ofNullable(wentBackTo.get(pool)).map(Tally::time));
    }

    private static Instant time(Cursor cursor) {
        return Instant.ofEpochMilli(cursor.time());
    }
}
