package org.evenkeel.metrics;

import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import org.evenkeel.metrics.arrays.Moments;
import org.evenkeel.metrics.arrays.Periods;
import org.evenkeel.metrics.arrays.Returns;
import org.evenkeel.metrics.arrays.RunningDrawdown;
import org.jspecify.annotations.Nullable;

/** What the figures share: returns, growth, their moments and the length of a year, each worked out once. */
final class Series {

    private final long @Nullable [] times;
    private final double[] growth;
    private final double[] returns;
    private final boolean defined;
    private final double periodsPerYear;
    private final double years;
    private final double riskFreeRate;
    private final Moments moments;

    private Series(long @Nullable [] times, double[] growth, double[] returns, MetricsOptions options) {
        this.times = times;
        this.growth = growth;
        this.returns = returns;
        moments = Moments.of(returns);
        // One NaN among the returns makes their mean NaN.
        defined = returns.length == 0 || !Double.isNaN(moments.mean());
        OptionalDouble given = options.periodsPerYear();
        periodsPerYear = given.orElseGet(() -> times == null ? Double.NaN : Periods.perYear(times));
        years = given.isPresent() || times == null ? returns.length / periodsPerYear : Periods.years(times);
        riskFreeRate = options.riskFreeRate();
    }

    static Series of(EquityCurve curve, MetricsOptions options) {
        double[] returns = curve.returns();
        double[] growth = curve.findFlows().isPresent() ? Returns.growth(returns) : curve.equity();
        return new Series(curve.times(), growth, returns, options);
    }

    static Series of(double[] returns, MetricsOptions options) {
        return new Series(null, Returns.growth(returns), returns, options);
    }

    /** The times of the points, absent where only returns were given. */
    long @Nullable [] times() {
        return times;
    }

    /** The value with flows taken out, one per point, in any scale. */
    double[] growth() {
        return growth;
    }

    double[] returns() {
        return returns;
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

    /** The growth, from a first point that must be positive, followed to its end; in milliseconds or else in periods. */
    RunningDrawdown followDrawdown() {
        RunningDrawdown running = new RunningDrawdown();
        for (int i = 0; i < growth.length; i++) {
            running.add(times == null ? i : times[i], growth[i]);
        }
        return running;
    }

    /** A figure over the returns: undefined where there are fewer than {@code least} or one of them is undefined. */
    Figure overReturns(int least, DoubleSupplier value, UndefinedReason ifNaN) {
        if (returns.length < least) {
            return Figure.undefined(UndefinedReason.TOO_FEW_RETURNS);
        }
        if (!defined) {
            return Figure.undefined(UndefinedReason.EQUITY_NOT_POSITIVE);
        }
        return Figure.of(value.getAsDouble(), ifNaN);
    }

    /** A figure over the growth, which can be told even where the equity went below zero on the way. */
    Figure overGrowth(DoubleSupplier value, UndefinedReason ifNaN) {
        if (returns.length == 0) {
            return Figure.undefined(UndefinedReason.TOO_FEW_RETURNS);
        }
        return hasGrowth()
                ? Figure.of(value.getAsDouble(), ifNaN)
                : Figure.undefined(UndefinedReason.EQUITY_NOT_POSITIVE);
    }

    /** Whether there is a positive first value to grow or fall from, and growth is known to the end. */
    boolean hasGrowth() {
        return growth[0] > 0 && !Double.isNaN(growth[growth.length - 1]);
    }
}
