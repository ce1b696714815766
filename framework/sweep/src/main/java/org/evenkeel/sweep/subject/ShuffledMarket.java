package org.evenkeel.sweep.subject;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.market.Candles;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.market.TradingPair;

/**
 * Markets with the same candles in another order: each pair moves by the same steps and ends where it did, pairs move
 * together as they did, but what went before says nothing about what comes next. A rule that does as well on such a
 * market has found nothing in the order of things.
 *
 * <p>Steps inside a candle stay together; volumes and depths stay in their place. Source: Aronson, "Evidence-Based
 * Technical Analysis" (2006); Masters, "Permutation and Randomization Tests for Trading System Development" (2018).
 */
public final class ShuffledMarket {
    private static final int ROW_BITS = 24;
    private static final long ROW_MASK = (1L << ROW_BITS) - 1;

    private final MarketDataSet data;
    private final Backtest.Period period;
    private final Map<TradingPair, Candles> recorded = new HashMap<>();

    /**
     * @param data the market as it was
     * @param period in which it is put in another order: what a run does not see must not come into its period
     */
    public ShuffledMarket(MarketDataSet data, Backtest.Period period) {
        this.data = data;
        this.period = period;
    }

    /**
     * The market in another order.
     *
     * @param seed of the order: the same one gives the same market
     */
    public MarketDataSet inOrder(long seed) {
        return new MarketDataSet(data.catalog(), pairs -> shuffled(pairs, seed));
    }

    private List<Candles> shuffled(List<TradingPair> pairs, long seed) {
        return new Shuffle(seed, period).all(recorded(pairs));
    }

    private synchronized List<Candles> recorded(List<TradingPair> pairs) {
        List<TradingPair> missing =
                pairs.stream().filter(pair -> !recorded.containsKey(pair)).toList();
        if (!missing.isEmpty()) {
            List<Candles> loaded = data.source().load(missing);
            for (int i = 0; i < missing.size(); i++) {
                recorded.put(missing.get(i), loaded.get(i));
            }
        }
        return pairs.stream().map(recorded::get).toList();
    }

    /** One order, the same for all pairs that have the same times. */
    private static final class Shuffle {
        private final long seed;
        private final Backtest.Period period;
        private long[] times = {};
        /** The first row that is put elsewhere. */
        private int first;

        private int[] order = {};

        Shuffle(long seed, Backtest.Period period) {
            this.seed = seed;
            this.period = period;
        }

        List<Candles> all(List<Candles> candles) {
            return candles.stream().map(this::shuffled).toList();
        }

        private Candles shuffled(Candles candles) {
            if (candles.size() < 3) {
                return candles;
            }
            if (!Arrays.equals(times, candles.times())) {
                times = candles.times();
                order = order(candles.interval().millis());
            }
            Candles.Prices prices = inOrder(candles.prices());
            return new Candles(candles.interval(), times, prices, candles.depth());
        }

        /**
         * The rows of the period by a number that follows from their time, so that pairs stay about in step where some
         * have gaps. The first row of all stays: it has no step from the one before.
         */
        private int[] order(long interval) {
            long from = period.from().toEpochMilli();
            long to = period.to().toEpochMilli() - interval;
            first = 1;
            while (first < times.length && times[first] < from) {
                first++;
            }
            int end = first;
            while (end < times.length && times[end] <= to) {
                end++;
            }
            long[] keys = new long[end - first];
            for (int i = 0; i < keys.length; i++) {
                keys[i] = mixed(times[first + i], seed) & ~ROW_MASK | (first + i);
            }
            Arrays.sort(keys);
            return Arrays.stream(keys).mapToInt(key -> (int) (key & ROW_MASK)).toArray();
        }

        private Candles.Prices inOrder(Candles.Prices was) {
            double[] opens = was.opens().clone();
            double[] highs = was.highs().clone();
            double[] lows = was.lows().clone();
            double[] closes = was.closes().clone();
            for (int row = first; row < first + order.length; row++) {
                int from = order[row - first];
                double level = closes[row - 1] / was.closes()[from - 1];
                opens[row] = was.opens()[from] * level;
                closes[row] = was.closes()[from] * level;
                // Rounding must not put a high under its close.
                highs[row] = Math.max(was.highs()[from] * level, Math.max(opens[row], closes[row]));
                lows[row] = Math.min(was.lows()[from] * level, Math.min(opens[row], closes[row]));
            }
            return new Candles.Prices(opens, highs, lows, closes, was.volumes());
        }

        /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
        private static long mixed(long value, long seed) {
            long z = value + seed * 0x9E3779B97F4A7C15L;
            z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
            z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
            return z ^ z >>> 31;
        }
    }
}
