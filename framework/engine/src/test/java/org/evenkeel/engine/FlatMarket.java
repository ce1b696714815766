package org.evenkeel.engine;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.TradingUniverse;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.RunInfo;

/** A market in which every price is 1 in every hour of five weeks, from the day before the start on. */
final class FlatMarket {
    private static final int HOURS_BEFORE = 24;
    private static final int HOURS = 24 * 7 * 5;

    private FlatMarket() {}

    static MarketHistory of(List<TradingPair> pairs, Instant start) {
        Candles candles = candles(start);
        MarketDataSet data = new MarketDataSet(
                new MarketCatalog("fake", true, Interval.HOURLY, pairs),
                wanted -> wanted.stream().map(pair -> candles).toList());
        return data.history(data.catalog().selectAll().build());
    }

    private static Candles candles(Instant start) {
        long[] times = new long[HOURS];
        double[] closes = new double[HOURS];
        for (int row = 0; row < HOURS; row++) {
            times[row] = start.toEpochMilli() + (row - HOURS_BEFORE) * Interval.HOURLY.millis();
            closes[row] = 1;
        }
        return new Candles(Interval.HOURLY, times, Candles.Prices.ofCloses(closes));
    }

    /** How the ledger of a run on it begins. */
    static Event.LedgerOpened opened(TradingUniverse universe, Instant start) {
        return new Event.LedgerOpened(
                start,
                new RunInfo(
                        "fake",
                        "test",
                        new LinkedHashMap<>(),
                        new RunInfo.Data("fake", "nowhere", "none", true),
                        new RunInfo.Market(universe.pairs(), universe.reserves())));
    }
}
