package org.evenkeel.market;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Data sets in memory, for tests. */
final class Markets {
    private Markets() {}

    static MarketDataSet dataSet(Map<TradingPair, Candles> candles) {
        return dataSet(candles, wanted -> wanted.stream().map(candles::get).toList());
    }

    static MarketDataSet dataSet(Map<TradingPair, Candles> candles, CandleSource source) {
        Interval interval = candles.values().iterator().next().interval();
        return new MarketDataSet(new MarketCatalog("test", true, interval, new ArrayList<>(candles.keySet())), source);
    }

    /** The history of all pairs. */
    static MarketHistory history(Map<TradingPair, Candles> candles) {
        MarketDataSet data = dataSet(candles);
        return data.history(data.catalog().selectAll().build());
    }

    static MarketHistory history(TradingPair pair, Candles candles) {
        return history(Map.of(pair, candles));
    }

    /** Pairs and their candles, in the order given: pair, candles, pair, candles. */
    static Map<TradingPair, Candles> of(TradingPair first, Candles one, TradingPair second, Candles two) {
        Map<TradingPair, Candles> result = new LinkedHashMap<>();
        result.put(first, one);
        result.put(second, two);
        return result;
    }

    /** Hourly candles of one price each at so many hours after {@link RandomCandles#START}. */
    static Candles hourly(long... hours) {
        double[] closes = new double[hours.length];
        for (int i = 0; i < hours.length; i++) {
            closes[i] = 100 + hours[i];
        }
        return hourly(hours, closes);
    }

    static Candles hourly(long[] hours, double[] closes) {
        long[] times = new long[hours.length];
        for (int i = 0; i < hours.length; i++) {
            times[i] = hour(hours[i]).toEpochMilli();
        }
        return new Candles(Interval.HOURLY, times, Candles.Prices.ofCloses(closes));
    }

    static Instant hour(long hour) {
        return Instant.ofEpochMilli(RandomCandles.START + hour * Interval.HOURLY.millis());
    }

    static List<Candle> all(Candles candles) {
        List<Candle> result = new ArrayList<>();
        for (int row = 0; row < candles.size(); row++) {
            result.add(candles.candle(row));
        }
        return result;
    }
}
