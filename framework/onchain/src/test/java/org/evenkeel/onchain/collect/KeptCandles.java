package org.evenkeel.onchain.collect;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.market.CandleSink;
import org.evenkeel.market.CandleTail;
import org.evenkeel.market.TradingPair;

/** Keeps candles as a data set does, in memory: by pair and open. */
final class KeptCandles implements CandleSink {
    /** A row. */
    record Row(double open, double high, double low, double close, double volume, double base, double quote) {}

    private final Map<String, SortedMap<Instant, Row>> rows = new TreeMap<>();

    @Override
    public void replace(List<CandleTail> tails) {
        for (CandleTail tail : tails) {
            SortedMap<Instant, Row> ofPair = of(tail.pair());
            ofPair.tailMap(Instant.ofEpochMilli(tail.from())).clear();
            for (int i = 0; i < tail.candles().size(); i++) {
                ofPair.put(Instant.ofEpochMilli(tail.candles().time(i)), row(tail, i));
            }
        }
    }

    private static Row row(CandleTail tail, int i) {
        return new Row(
                tail.candles().open(i),
                tail.candles().high(i),
                tail.candles().low(i),
                tail.candles().close(i),
                tail.candles().volume(i),
                tail.reserves().base()[i],
                tail.reserves().quote()[i]);
    }

    SortedMap<Instant, Row> of(TradingPair pair) {
        return rows.computeIfAbsent(pair.id() + " " + pair, name -> new TreeMap<>());
    }

    Map<String, SortedMap<Instant, Row>> all() {
        return rows;
    }
}
