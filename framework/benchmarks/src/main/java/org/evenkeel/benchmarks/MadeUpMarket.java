package org.evenkeel.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Interval;
import org.evenkeel.market.LiquiditySource;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.market.TradingPair;

/**
 * A market of any number of pairs: hourly candles without gaps, over 117 weeks, with reserves, so that every trade has
 * its price impact worked out. All pairs follow one market and have a way of their own. Always the same.
 */
final class MadeUpMarket {
    /** Candles of each pair. */
    static final int HOURS = 19_700;

    private static final Instant START = Instant.parse("2020-11-03T00:00:00Z");

    private static final long SEED = 20_201_103;
    private static final double MARKET_VOLATILITY = 0.006;
    private static final double DRIFT = 0.0001;
    private static final double OWN_VOLATILITY = 0.006;

    private MadeUpMarket() {}

    /** So many pairs of it, 10 or more. */
    static Trial.Market of(int pairs) {
        List<TradingPair> listed = MadeUpPairs.of(pairs);
        MarketCatalog catalog = new MarketCatalog(pairs + " made-up pairs", true, Interval.HOURLY, listed);
        MarketDataSet data = new MarketDataSet(catalog, MadeUpMarket::candles);
        return new Trial.Market(data, new Backtest.Period(START, START.plus(Duration.ofHours(HOURS))));
    }

    static List<Candles> candles(List<TradingPair> pairs) {
        double[] market = market();
        return pairs.stream().map(pair -> candles(pair, market)).toList();
    }

    private static double[] market() {
        RandomGenerator random = new SplittableRandom(SEED);
        double[] steps = new double[HOURS];
        Arrays.setAll(steps, hour -> DRIFT + random.nextGaussian() * MARKET_VOLATILITY);
        return steps;
    }

    private static Candles candles(TradingPair pair, double[] market) {
        RandomGenerator random = new SplittableRandom(SEED + pair.id());
        long[] times = new long[HOURS];
        double[][] columns = new double[6][HOURS];
        double price = 100;
        double depth = Math.exp(random.nextDouble(14, 17));
        for (int hour = 0; hour < HOURS; hour++) {
            double open = price;
            price *= Math.exp(market[hour] + random.nextGaussian() * OWN_VOLATILITY);
            times[hour] = START.toEpochMilli() + hour * Interval.HOURLY.millis();
            columns[0][hour] = open;
            columns[1][hour] = Math.max(open, price) * (1 + random.nextDouble() * 0.004);
            columns[2][hour] = Math.min(open, price) * (1 - random.nextDouble() * 0.004);
            columns[3][hour] = price;
            columns[4][hour] = depth * random.nextDouble(0.001, 0.02);
            columns[5][hour] = depth * Math.sqrt(price / 100);
        }
        Candles.Prices prices = new Candles.Prices(columns[0], columns[1], columns[2], columns[3], columns[4]);
        return new Candles(Interval.HOURLY, times, prices, new Candles.Depth(LiquiditySource.RESERVES, columns[5]));
    }
}
