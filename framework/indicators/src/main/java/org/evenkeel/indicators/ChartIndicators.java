package org.evenkeel.indicators;

import java.util.List;
import org.evenkeel.market.Indicator;
import org.evenkeel.market.Interval;

/**
 * More indicators that a strategy may ask for, as charts show them: averages, oscillators, bands and volumes. They are
 * asked for like those of {@link Indicators}, and throw an {@link IllegalArgumentException} for a length that their
 * formula is not defined for.
 */
public final class ChartIndicators {
    private ChartIndicators() {}

    /** The linearly weighted average of n closes: see {@link Averages#weighted}. */
    public static Indicator wma(Interval interval, int length) {
        return new Study(Formula.WMA, interval, length);
    }

    /** Hull's average of the closes: see {@link Averages#hull}. */
    public static Indicator hma(Interval interval, int length) {
        return new Study(Formula.HMA, interval, length);
    }

    /** The double exponential average of the closes: see {@link Averages#doubleExponential}. */
    public static Indicator dema(Interval interval, int length) {
        return new Study(Formula.DEMA, interval, length);
    }

    /** The triple exponential average of the closes: see {@link Averages#tripleExponential}. */
    public static Indicator tema(Interval interval, int length) {
        return new Study(Formula.TEMA, interval, length);
    }

    /** The median of n closes: see {@link Ranks#median}. */
    public static Indicator median(Interval interval, int length) {
        return new Study(Formula.MEDIAN, interval, length);
    }

    /** How many of the n closes before are below the close, in percent: see {@link Ranks#percentRank}. */
    public static Indicator percentRank(Interval interval, int length) {
        return new Study(Formula.PERCENT_RANK, interval, length);
    }

    /** Lane's stochastic, fast %K: see {@link Oscillators#stochastic}. */
    public static Indicator stochastic(Interval interval, int length) {
        return new Study(Formula.STOCHASTIC, interval, length);
    }

    /** Williams' %R: see {@link Oscillators#williams}. */
    public static Indicator williams(Interval interval, int length) {
        return new Study(Formula.WILLIAMS, interval, length);
    }

    /** Lambert's commodity channel index: see {@link Oscillators#commodityChannel}. */
    public static Indicator cci(Interval interval, int length) {
        return new Study(Formula.CCI, interval, length);
    }

    /** Wilder's +DI: see {@link Directional}. */
    public static Indicator plusDirection(Interval interval, int length) {
        return new Study(Formula.PLUS_DIRECTION, interval, length);
    }

    /** Wilder's −DI: see {@link Directional}. */
    public static Indicator minusDirection(Interval interval, int length) {
        return new Study(Formula.MINUS_DIRECTION, interval, length);
    }

    /** Wilder's average directional index: see {@link Directional}. */
    public static Indicator adx(Interval interval, int length) {
        return new Study(Formula.ADX, interval, length);
    }

    /** The money flow index: see {@link Volumes#moneyFlow}. */
    public static Indicator moneyFlow(Interval interval, int length) {
        return new Study(Formula.MONEY_FLOW, interval, length);
    }

    /** The average price by volume of the last n candles: see {@link Volumes#weightedPrice}. */
    public static Indicator vwap(Interval interval, int length) {
        return new Study(Formula.VWAP, interval, length);
    }

    /** Granville's on-balance volume since the pair's first candle: see {@link Volumes#onBalance}. */
    public static Indicator onBalanceVolume(Interval interval) {
        return new Study(Formula.ON_BALANCE_VOLUME, interval, 0);
    }

    /** The line of a {@link Macd}. */
    public static Indicator macd(Interval interval, Macd.Lines lengths) {
        return macd(Composite.Kind.MACD, interval, lengths);
    }

    /** The signal of a {@link Macd}. */
    public static Indicator macdSignal(Interval interval, Macd.Lines lengths) {
        return macd(Composite.Kind.MACD_SIGNAL, interval, lengths);
    }

    /** The histogram of a {@link Macd}. */
    public static Indicator macdHistogram(Interval interval, Macd.Lines lengths) {
        return macd(Composite.Kind.MACD_HISTOGRAM, interval, lengths);
    }

    private static Indicator macd(Composite.Kind kind, Interval interval, Macd.Lines lengths) {
        return new Composite(
                kind, interval, List.of((double) lengths.fast(), (double) lengths.slow(), (double) lengths.signal()));
    }

    /**
     * Where the close lies in its Bollinger bands, 0 at the lower and 1 at the upper: see {@link Bands#bollinger}.
     *
     * @param length of the bands, 2 or more
     * @param width of the bands in standard deviations
     */
    public static Indicator bollingerPercent(Interval interval, int length, double width) {
        Lengths.check(length, 2, "A Bollinger band");
        return new Composite(Composite.Kind.BOLLINGER_PERCENT, interval, List.of((double) length, width));
    }

    /**
     * How wide the Bollinger bands are for their middle: see {@link Bands#bollinger}.
     *
     * @param length of the bands, 2 or more
     * @param width of the bands in standard deviations
     */
    public static Indicator bollingerWidth(Interval interval, int length, double width) {
        Lengths.check(length, 2, "A Bollinger band");
        return new Composite(Composite.Kind.BOLLINGER_WIDTH, interval, List.of((double) length, width));
    }

    /**
     * Where the close lies in its Keltner channel, 0 at its lower line and 1 at its upper: see {@link Bands#keltner}.
     *
     * @param average how many closes the middle is the exponential average of, 1 or more
     * @param range how many candles the true range is the average of, 1 or more
     * @param width of the channel in true ranges
     */
    public static Indicator keltnerPercent(Interval interval, int average, int range, double width) {
        Lengths.check(average, 1, "A Keltner channel");
        Lengths.check(range, 1, "An average true range");
        return new Composite(
                Composite.Kind.KELTNER_PERCENT, interval, List.of((double) average, (double) range, width));
    }
}
