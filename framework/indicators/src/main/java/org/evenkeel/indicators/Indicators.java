package org.evenkeel.indicators;

import org.evenkeel.market.Indicator;
import org.evenkeel.market.Interval;

/**
 * The indicators that a strategy may ask for.
 *
 * <pre>{@code
 * private static final Indicator WEEK = Indicators.candleReturn(Interval.WEEKLY);
 * …
 * OptionalDouble signal = input.market().value(WEEK, pair);
 * }</pre>
 *
 * <p>Each is computed on a pair's candles at an interval, in USD, and has a value at each of them; at one where its
 * window is not full yet, or its formula undefined, it has none. Lengths count candles: over a gap a window reaches
 * further back. In the formulas [0] is the candle itself and [k] the k-th before it. Every method throws an
 * {@link IllegalArgumentException} for a length that its formula is not defined for.
 */
public final class Indicators {
    private Indicators() {}

    /**
     * What a candle gained: close / open − 1.
     *
     * <p>The first candle of a pair opens with its first trade: the weekly candle of a pair that was listed three hours
     * before its close has the return of three hours, and is ranked beside the full weeks of others. Where that
     * matters, ask for pairs with more history, {@code builder.where(PairFilter.minAge(Duration.ofDays(7)))}, or take
     * {@link #momentum}, which has no value before a candle of a whole interval lies behind.
     */
    public static Indicator candleReturn(Interval interval) {
        return new Study(Formula.CANDLE_RETURN, interval, 0);
    }

    /**
     * What the price gained over n candles, also called rate of change: close[0] / close[n] − 1. It is the past return
     * that momentum portfolios are ranked by (Jegadeesh and Titman 1993).
     *
     * @param length n, 1 or more
     */
    public static Indicator momentum(Interval interval, int length) {
        return new Study(Formula.MOMENTUM, interval, length);
    }

    /**
     * The simple moving average of the closes: (close[0] + … + close[n−1]) / n.
     *
     * @param length n, 1 or more
     */
    public static Indicator sma(Interval interval, int length) {
        return new Study(Formula.SMA, interval, length);
    }

    /**
     * The exponential moving average of the closes: ema[0] = ema[1] + 2 / (n + 1) · (close[0] − ema[1]); the first is
     * the mean of the first n closes.
     *
     * @param length n, 1 or more
     */
    public static Indicator ema(Interval interval, int length) {
        return new Study(Formula.EMA, interval, length);
    }

    /**
     * The sample standard deviation of the closes, in USD: √(Σ (close − sma)² / (n − 1)) over the last n.
     *
     * @param length n, 2 or more
     */
    public static Indicator standardDeviation(Interval interval, int length) {
        return new Study(Formula.STANDARD_DEVIATION, interval, length);
    }

    /**
     * How many standard deviations the close lies above its average: (close[0] − sma) / standardDeviation, both over n.
     * There is none where the last n closes are equal.
     *
     * @param length n, 2 or more
     */
    public static Indicator zScore(Interval interval, int length) {
        return new Study(Formula.Z_SCORE, interval, length);
    }

    /**
     * The sample standard deviation of the last n returns from close to close, close[0] / close[1] − 1. It is that of
     * one candle; for a year's multiply by the square root of the candles in a year. The first is at the candle n.
     *
     * @param length n, 2 or more
     */
    public static Indicator volatility(Interval interval, int length) {
        return new Study(Formula.VOLATILITY, interval, length);
    }

    /**
     * Wilder's relative strength index, 0 to 100: see {@link Changes#relativeStrength}. There is none where the closes
     * have never moved.
     *
     * @param length n, 1 or more; Wilder took 14
     */
    public static Indicator rsi(Interval interval, int length) {
        return new Study(Formula.RSI, interval, length);
    }

    /**
     * Wilder's average true range, in USD: see {@link Changes#averageTrueRange}.
     *
     * @param length n, 1 or more; Wilder took 14
     */
    public static Indicator atr(Interval interval, int length) {
        return new Study(Formula.ATR, interval, length);
    }

    /**
     * The highest high of the last n candles, the upper line of Donchian's channel: max(high[0] … high[n−1]).
     *
     * @param length n, 1 or more
     */
    public static Indicator highest(Interval interval, int length) {
        return new Study(Formula.HIGHEST, interval, length);
    }

    /**
     * The lowest low of the last n candles, the lower line of Donchian's channel: min(low[0] … low[n−1]).
     *
     * @param length n, 1 or more
     */
    public static Indicator lowest(Interval interval, int length) {
        return new Study(Formula.LOWEST, interval, length);
    }

    /**
     * Where one indicator crosses another: 1 at the candle at which the first is above the second and was not at the
     * candle before, −1 at the one at which it is below and was not, 0 at any other.
     *
     * @throws IllegalArgumentException when the two differ in their interval
     */
    public static Indicator cross(Indicator first, Indicator second) {
        return new Cross(first, second);
    }
}
