package org.evenkeel.metrics;

import java.util.EnumMap;
import java.util.Map;

/** Works out every {@link Metric} of a curve. Pure functions: the same input gives the same report, to the last bit. */
public final class Metrics {

    private Metrics() {}

    /** The report on a curve, with periods per year from its timestamps and no risk-free rate. */
    public static PerformanceReport of(MetricsInput input) {
        return of(input, MetricsOptions.DEFAULT);
    }

    /**
     * The report on a curve, its benchmark and its trades.
     *
     * <p>Never fails for what a curve may be: one point, flat, worth nothing, in debt. What cannot be told is
     * undefined, with its reason.
     */
    public static PerformanceReport of(MetricsInput input, MetricsOptions options) {
        Map<Metric, Figure> figures = new EnumMap<>(Metric.class);
        EquityCurve curve = input.curve();
        Series series = Series.of(curve, options);
        ReturnFigures.add(series, figures);
        RiskFigures.add(series, figures);
        input.benchmark()
                .ifPresentOrElse(
                        benchmark -> BenchmarkFigures.add(series, curve, benchmark, figures),
                        () -> BenchmarkFigures.addNone(figures));
        LedgerFigures.addEquity(curve, figures);
        input.trades()
                .ifPresentOrElse(
                        trades -> LedgerFigures.addTrades(series, curve, trades, figures),
                        () -> LedgerFigures.addNoTrades(figures));
        return PerformanceReport.of(figures);
    }

    /**
     * The report on bare returns: figures of money, of trades and of days are undefined.
     *
     * @param returns simple returns per period, finite
     * @throws IllegalArgumentException where the options give no periods per year, which returns alone do not tell
     */
    public static PerformanceReport ofReturns(double[] returns, MetricsOptions options) {
        if (options.periodsPerYear().isEmpty()) {
            throw new IllegalArgumentException("Returns without timestamps do not tell how many of them make a year;"
                    + " say so with MetricsOptions.withPeriodsPerYear");
        }
        requireFinite(returns);
        Map<Metric, Figure> figures = new EnumMap<>(Metric.class);
        Series series = Series.of(returns, options);
        ReturnFigures.add(series, figures);
        RiskFigures.add(series, figures);
        BenchmarkFigures.addNone(figures);
        LedgerFigures.addNoEquity(figures);
        LedgerFigures.addNoTrades(figures);
        return PerformanceReport.of(figures);
    }

    private static void requireFinite(double[] returns) {
        for (int i = 0; i < returns.length; i++) {
            if (!Double.isFinite(returns[i])) {
                throw new IllegalArgumentException("The return at position " + i + " is " + returns[i]
                        + "; leave out the periods that are not known");
            }
        }
    }
}
