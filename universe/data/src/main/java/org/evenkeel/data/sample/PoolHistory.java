package org.evenkeel.data.sample;

import java.util.Arrays;
import org.evenkeel.data.columns.PairCandles;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Interval;
import org.evenkeel.market.LiquiditySource;

/**
 * Makes one pool's candles: its token follows the market by its beta, and has a course of its own which trends for a
 * week or two and is drawn back in the long run. Hours in which nobody traded have no candle.
 */
final class PoolHistory {
    private static final double HOURS_A_DAY = 24;
    private static final double HOURS_A_MONTH = 730;
    private static final double TREND_MEMORY = 1 - 1 / (9 * HOURS_A_DAY);
    private static final double TREND_SHARE = 0.008;
    private static final double DRAWN_BACK = 1 / (60 * HOURS_A_DAY);
    private static final double GOES_ON_WITHOUT_TRADE = 0.6;
    private static final double JUMPS_A_DAY = 0.02;
    /** Prices with 28 bits of mantissa, about eight digits, as more would only be noise to store. */
    private static final long KEPT_BITS = -1L << 24;

    private final SamplePool pool;
    private final MarketFactor market;
    private final Noise noise;
    private final double hourlyVolatility;

    private int rows;
    private final long[] times;
    private final double[][] columns;

    private double own;
    private double trend;
    private double fill;
    private boolean gap;

    private PoolHistory(SamplePool pool, MarketFactor market, Noise noise) {
        this.pool = pool;
        this.market = market;
        this.noise = noise;
        this.hourlyVolatility = pool.volatility() / StrictMath.sqrt(HOURS_A_DAY);
        int most = market.hours() - pool.firstHour();
        times = new long[most];
        columns = new double[6][most];
    }

    static PairCandles make(SamplePool pool, MarketFactor market, Noise noise, long start) {
        return new PoolHistory(pool, market, noise).run(start);
    }

    private PairCandles run(long start) {
        double before = pool.price();
        double reference = market.logPrice(pool.firstHour());
        for (int hour = pool.firstHour(); hour < market.hours(); hour++) {
            moveOwn(market.stress(hour));
            double common = pool.beta() * (market.logPrice(hour) - reference);
            double close = pool.price() * StrictMath.exp(common + own);
            if (trades()) {
                add(start + hour * Interval.HOURLY.millis(), before, close, market.stress(hour));
            }
            before = close;
        }
        return candles();
    }

    private void moveOwn(double stress) {
        trend = TREND_MEMORY * trend + TREND_SHARE * hourlyVolatility * noise.normal();
        own += trend - DRAWN_BACK * own + hourlyVolatility * stress * noise.normal();
        if (noise.chance(JUMPS_A_DAY / HOURS_A_DAY)) {
            own += 2.2 * pool.volatility() * noise.normal();
        }
        fill += -fill / (60 * HOURS_A_DAY) + 0.006 * noise.normal();
    }

    private boolean trades() {
        double chance = gap ? GOES_ON_WITHOUT_TRADE : pool.gapsAMonth() / HOURS_A_MONTH;
        gap = noise.chance(chance);
        return !gap;
    }

    private void add(long time, double open, double close, double stress) {
        double spread = 0.6 * hourlyVolatility * stress;
        times[rows] = time;
        columns[0][rows] = kept(open);
        columns[1][rows] = kept(Math.max(open, close) * (1 + spread * Math.abs(noise.normal())));
        columns[2][rows] = kept(Math.min(open, close) / (1 + spread * Math.abs(noise.normal())));
        columns[3][rows] = kept(close);
        // A constant-product pool that nobody adds to keeps reserve × reserve, so a side is worth √price.
        double depth = pool.depthUsd() * StrictMath.sqrt(close / pool.price()) * StrictMath.exp(fill);
        double busy = StrictMath.exp(0.7 * noise.normal()) * stress * (1 + 30 * Math.abs(close / open - 1));
        columns[4][rows] = kept(depth * pool.turnover() / HOURS_A_DAY * busy);
        columns[5][rows] = kept(depth);
        rows++;
    }

    private static double kept(double value) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(value) & KEPT_BITS);
    }

    private PairCandles candles() {
        double[][] cut = new double[columns.length][];
        Arrays.setAll(cut, i -> Arrays.copyOf(columns[i], rows));
        Candles.Prices prices = new Candles.Prices(cut[0], cut[1], cut[2], cut[3], cut[4]);
        Candles.Depth depth = new Candles.Depth(LiquiditySource.RESERVES, cut[5]);
        return new PairCandles(pool.pair(), new Candles(Interval.HOURLY, Arrays.copyOf(times, rows), prices, depth));
    }
}
