package org.evenkeel.metrics;

import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import org.evenkeel.metrics.arrays.Moments;
import org.evenkeel.metrics.arrays.Periods;
import org.evenkeel.metrics.arrays.Returns;
import org.evenkeel.metrics.arrays.RunningDrawdown;
import org.jspecify.annotations.Nullable;

/**
 * What the figures share: returns, growth, their moments and the length of a year, each worked out once. The growth is
 * that of the whole curve; the returns, and what is made of them, are those of its full periods ({@link Periods#full}).
 */
final class Series {

    private final long @Nullable [] times;
    private final double[] growth;
    private final Full full;
    private final boolean defined;
    private final double periodsPerYear;
    private final double years;
    private final boolean periodsGiven;
    private final double riskFreeRate;
    private final boolean ranked;
    private final Moments moments;

    /** Growth and returns without the stubs at either end. */
    private record Full(double[] growth, double[] returns) {}

    private Series(long @Nullable [] times, double[] growth, Full full, MetricsOptions options) {
        this.times = times;
        this.growth = growth;
        this.full = full;
        moments = Moments.of(full.returns());
        // One NaN among the returns makes their mean NaN.
        defined = full.returns().length == 0 || !Double.isNaN(moments.mean());
        OptionalDouble given = options.periodsPerYear();
        periodsPerYear = given.orElseGet(() -> times == null ? Double.NaN : Periods.perYear(times));
        years = given.isPresent() || times == null ? (growth.length - 1) / periodsPerYear : Periods.years(times);
        periodsGiven = given.isPresent();
        riskFreeRate = options.riskFreeRate();
        ranked = options.ranked();
    }

    static Series of(EquityCurve curve, MetricsOptions options) {
        double[] returns = curve.returns();
        double[] growth = curve.findFlows().isPresent() ? Returns.growth(returns) : curve.equity();
        Periods.Span span = Periods.full(curve.times());
        Full full = new Full(span.points(growth), span.returns(returns));
        return new Series(curve.times(), growth, full, options);
    }

    static Series of(double[] returns, MetricsOptions options) {
        double[] growth = Returns.growth(returns);
        return new Series(null, growth, new Full(growth, returns), options);
    }

    /** The times of the points, absent where only returns were given. */
    long @Nullable [] times() {
        return times;
    }

    /** The value with flows taken out, one per point, in any scale. */
    double[] growth() {
        return growth;
    }

    /** The growth over the full periods alone. */
    double[] fullGrowth() {
        return full.growth();
    }

    /** The returns of the full periods. */
    double[] returns() {
        return full.returns();
    }

    Moments moments() {
        return moments;
    }

    /** NaN where there is no period. */
    double periodsPerYear() {
        return periodsPerYear;
    }

    double years() {
        return years;
    }

    /**
     * Periods per year over a choice of the curve's times, which have to be there: those of the curve, or as given,
     * scaled by how much sparser the choice is.
     */
    double periodsPerYear(long[] chosen) {
        return times == null ? periodsPerYear : periodsPerYear * (Periods.perYear(chosen) / Periods.perYear(times));
    }

    /** The risk-free return of one period. */
    double riskFree() {
        return riskFree(periodsPerYear);
    }

    /** The risk-free return of one of so many periods a year. */
    double riskFree(double periods) {
        return Math.pow(1 + riskFreeRate, 1 / periods) - 1;
    }

    /** The growth from the first point, which must be positive, to the last, less one. */
    double totalReturn() {
        return growth[growth.length - 1] / growth[0] - 1;
    }

    /**
     * The growth, from a first point that must be positive, followed to its end; in milliseconds or else in periods.
     */
    RunningDrawdown followDrawdown() {
        RunningDrawdown running = new RunningDrawdown();
        for (int i = 0; i < growth.length; i++) {
            running.add(times == null ? i : times[i], growth[i]);
        }
        return running;
    }

    /** A figure over the returns: undefined where there are fewer than {@code least} or one of them is undefined. */
    Figure overReturns(int least, DoubleSupplier value, UndefinedReason ifNaN) {
        if (full.returns().length < least) {
            return Figure.undefined(UndefinedReason.TOO_FEW_RETURNS);
        }
        if (!defined) {
            return Figure.undefined(UndefinedReason.EQUITY_NOT_POSITIVE);
        }
        return Figure.of(value.getAsDouble(), ifNaN);
    }

    /** A figure over the growth, which can be told even where the equity went below zero on the way. */
    Figure overGrowth(DoubleSupplier value, UndefinedReason ifNaN) {
        if (growth.length < 2) {
            return Figure.undefined(UndefinedReason.TOO_FEW_RETURNS);
        }
        return hasGrowth()
                ? Figure.of(value.getAsDouble(), ifNaN)
                : Figure.undefined(UndefinedReason.EQUITY_NOT_POSITIVE);
    }

    /**
     * A figure over the returns that is scaled to a year, which a curve that is too short does not tell, unless it is
     * nothing: that is so over any time.
     */
    Figure overScaledReturns(int least, DoubleSupplier value, UndefinedReason ifNaN) {
        return scaled(overReturns(least, value, ifNaN));
    }

    /** Whether runs are ranked by the figures, and those that are scaled to a year have to be there at any length. */
    boolean isRanked() {
        return ranked;
    }

    /** A figure that is scaled to a year, where the curve tells it, or runs are ranked by it. */
    Figure scaled(Figure figure) {
        return ranked ? figure : ofAYear(figure);
    }

    /**
     * A figure of the growth of a year, which a curve that is too short does not tell, unless it did not grow or lost
     * everything: that is so over any time.
     */
    Figure overYears(DoubleSupplier value, UndefinedReason ifNaN) {
        Figure figure = overGrowth(value, ifNaN);
        boolean known = figure.find().isPresent() && totalReturn() != 0 && totalReturn() != -1;
        return known ? ofAYear(figure) : figure;
    }

    /** A figure of a year, where the curve tells it. */
    private Figure ofAYear(Figure figure) {
        boolean some = figure.find().orElse(0) != 0;
        boolean told = times == null || tellsAYear(times);
        return some && !told ? Figure.undefined(UndefinedReason.TOO_SHORT_FOR_A_YEAR) : figure;
    }

    /**
     * Whether a choice of the curve's times tells of a year ({@link Periods#tellAYear}). Whoever gives the periods of a
     * year asks for it, whatever the length, as to check a published figure.
     */
    boolean tellsAYear(long[] chosen) {
        return periodsGiven || Periods.tellAYear(chosen);
    }

    /** Whether there is a positive first value to grow or fall from, and growth is known to the end. */
    boolean hasGrowth() {
        return growth[0] > 0 && !Double.isNaN(growth[growth.length - 1]);
    }
}
