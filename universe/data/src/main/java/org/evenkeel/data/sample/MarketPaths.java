package org.evenkeel.data.sample;

import java.util.Arrays;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Interval;
import org.evenkeel.market.LiquiditySource;

/**
 * The paths that all prices share, and the candles made from them.
 *
 * <p>Hourly log-returns of a pair are β times the market's, plus its own, plus rare jumps of its own. The market drifts up,
 * down or sideways for some weeks at a time, is calmer or wilder with it, and jumps now and then for all at once. All
 * arithmetic is exact or by {@link StrictMath}, so that every machine makes the same market.
 */
final class MarketPaths {
    private static final long HOUR = Interval.HOURLY.millis();
    private static final double JUMP_CHANCE = 0.0006;
    private static final double JUMP_SIZE = 0.035;
    private static final double OWN_JUMP_CHANCE = 0.0012;
    private static final double OWN_JUMP_SIZE = 0.07;
    private static final double MEAN_REVERSION = 0.00004;
    private static final double HOURLY_VOLUME_SHARE = 0.012;
    private static final double DEPTH_ELASTICITY = 0.6;
    private static final double DEPTH_NOISE = 0.002;

    /** The moods of the market: drift and volatility of an hour, and the chance that the mood ends in it. */
    private enum Mood {
        BULL(0.00042, 0.0058, 1 / 900.0),
        BEAR(-0.00038, 0.0072, 1 / 700.0),
        CHOP(0.00002, 0.0042, 1 / 800.0);

        private final double drift;
        private final double volatility;
        private final double endChance;

        Mood(double drift, double volatility, double endChance) {
            this.drift = drift;
            this.volatility = volatility;
            this.endChance = endChance;
        }
    }

    private final long seed;
    private final double[] market;
    private final double[] wildness;

    private MarketPaths(long seed, int hours) {
        this.seed = seed;
        this.market = new double[hours];
        this.wildness = new double[hours];
    }

    static MarketPaths generate(long seed) {
        int hours = (int) ((SampleMarket.END.toEpochMilli() - SampleMarket.START.toEpochMilli()) / HOUR);
        MarketPaths paths = new MarketPaths(seed, hours);
        Chance chance = new Chance(seed);
        Mood mood = Mood.BULL;
        for (int hour = 0; hour < hours; hour++) {
            if (chance.happens(mood.endChance)) {
                mood = Mood.values()[chance.below(Mood.values().length)];
            }
            double jump = chance.happens(JUMP_CHANCE) ? JUMP_SIZE * chance.normal() : 0;
            paths.market[hour] = mood.drift + mood.volatility * chance.normal() + jump;
            paths.wildness[hour] = mood.volatility / Mood.CHOP.volatility;
        }
        return paths;
    }

    Candles candles(SamplePair pair) {
        int first = (int) ((pair.character().listed().toEpochMilli() - SampleMarket.START.toEpochMilli()) / HOUR);
        Rows rows = new Rows(market.length - first);
        Chance chance = new Chance(seed * 31 + pair.pair().id());
        double logPrice = StrictMath.log(pair.character().start());
        double ownPath = 0;
        double logDepth = StrictMath.log(pair.pool().depthUsd());
        for (int hour = first; hour < market.length; hour++) {
            double own = pair.character().volatility() * wildness[hour] * chance.normal() - MEAN_REVERSION * ownPath;
            own += chance.happens(OWN_JUMP_CHANCE) ? OWN_JUMP_SIZE * chance.normal() : 0;
            double move = pair.character().beta() * market[hour] + own;
            double range = (pair.character().volatility() + 0.004) * wildness[hour];
            double close = logPrice + move;
            logDepth += DEPTH_ELASTICITY * move + DEPTH_NOISE * chance.normal();
            if (!chance.happens(pair.pool().silence())) {
                rows.add(SampleMarket.START.toEpochMilli() + hour * HOUR, logPrice, close, range, logDepth, chance);
            }
            ownPath += own;
            logPrice = close;
        }
        return rows.candles();
    }

    /** Candles while they are made. */
    private static final class Rows {
        private final long[] times;
        private final Candles.Prices prices;
        private final double[] depths;
        private int size;

        Rows(int most) {
            times = new long[most];
            prices = new Candles.Prices(
                    new double[most], new double[most], new double[most], new double[most], new double[most]);
            depths = new double[most];
        }

        void add(long time, double logOpen, double logClose, double range, double logDepth, Chance chance) {
            double open = rounded(StrictMath.exp(logOpen));
            double close = rounded(StrictMath.exp(logClose));
            double high = Math.max(open, close) * (1 + range * Math.abs(chance.normal()) / 2);
            double low = Math.min(open, close) * (1 - range * Math.abs(chance.normal()) / 2);
            double depth = StrictMath.exp(logDepth);
            times[size] = time;
            prices.opens()[size] = open;
            prices.closes()[size] = close;
            prices.highs()[size] = Math.max(rounded(high), Math.max(open, close));
            prices.lows()[size] = Math.min(rounded(low), Math.min(open, close));
            prices.volumes()[size] = Math.rint(depth * HOURLY_VOLUME_SHARE * (0.2 + Math.abs(chance.normal())));
            depths[size] = Math.rint(depth);
            size++;
        }

        /** Seven digits, as exchanges quote them; it also makes the file a third smaller. */
        private static double rounded(double price) {
            double scale = 1e6;
            for (double size = price; size >= 10; size /= 10) {
                scale /= 10;
            }
            for (double size = price; size < 1; size *= 10) {
                scale *= 10;
            }
            return Math.rint(price * scale) / scale;
        }

        Candles candles() {
            Candles.Prices columns = new Candles.Prices(
                    Arrays.copyOf(prices.opens(), size),
                    Arrays.copyOf(prices.highs(), size),
                    Arrays.copyOf(prices.lows(), size),
                    Arrays.copyOf(prices.closes(), size),
                    Arrays.copyOf(prices.volumes(), size));
            return new Candles(
                    Interval.HOURLY,
                    Arrays.copyOf(times, size),
                    columns,
                    new Candles.Depth(LiquiditySource.RESERVES, Arrays.copyOf(depths, size)));
        }
    }
}
