package org.evenkeel.sweep.subject;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.evenkeel.metrics.Metric;
import org.evenkeel.metrics.MetricsOptions;
import org.evenkeel.metrics.arrays.Drawdown;
import org.evenkeel.metrics.arrays.Periods;
import org.evenkeel.metrics.arrays.Ratios;
import org.evenkeel.metrics.arrays.Returns;
import org.evenkeel.metrics.arrays.Trades;

/**
 * The figures of assets that have a book each, by names like {@code AAPL.sharpe}, and their means. The same as {@link
 * org.evenkeel.research.AssetFigures} has, of which a sweep needs but a few, for every run.
 */
final class OwnBooks {
    private static final String MEAN_SHARPE = "meanSharpe";
    private static final String MEAN_TOTAL_RETURN = "meanTotalReturn";
    private static final List<Metric> METRICS =
            List.of(Metric.TOTAL_RETURN, Metric.SHARPE, Metric.MAX_DRAWDOWN, Metric.WIN_RATE);
    private static final String POSITIONS = "positions";

    private final Periods.Span full;
    private final double perYear;
    private final double riskFree;

    /**
     * @param times of the points of the books' equity
     */
    OwnBooks(long[] times, MetricsOptions options) {
        full = Periods.full(times);
        perYear = options.periodsPerYear().orElseGet(() -> Periods.perYear(times));
        riskFree = Math.pow(1 + options.riskFreeRate(), 1 / perYear) - 1;
    }

    /** The names, in order. */
    static List<String> names(List<String> assets) {
        List<String> names = new ArrayList<>(List.of(MEAN_SHARPE, MEAN_TOTAL_RETURN));
        for (String asset : assets) {
            METRICS.forEach(metric -> names.add(asset + "." + metric.key()));
            names.add(asset + "." + POSITIONS);
        }
        return names;
    }

    /** Adds the figures by name; NaN where one is undefined. A mean is over the assets that have the figure. */
    void add(List<AssetRun> runs, Map<String, Double> figures) {
        double[] sharpes = new double[runs.size()];
        double[] totals = new double[runs.size()];
        figures.put(MEAN_SHARPE, Double.NaN);
        figures.put(MEAN_TOTAL_RETURN, Double.NaN);
        for (int asset = 0; asset < sharpes.length; asset++) {
            AssetRun run = runs.get(asset);
            double[] equity = run.equity();
            boolean enough = equity.length > 1;
            totals[asset] = enough ? equity[equity.length - 1] / equity[0] - 1 : Double.NaN;
            sharpes[asset] = Ratios.sharpe(full.returns(Returns.simple(equity)), riskFree, perYear);
            String name = run.name() + ".";
            figures.put(name + Metric.TOTAL_RETURN.key(), totals[asset]);
            figures.put(name + Metric.SHARPE.key(), sharpes[asset]);
            figures.put(name + Metric.MAX_DRAWDOWN.key(), enough ? Drawdown.maximum(equity) : Double.NaN);
            figures.put(name + Metric.WIN_RATE.key(), Trades.winRate(run.profits()));
            figures.put(name + POSITIONS, (double) run.opened());
        }
        figures.put(MEAN_SHARPE, mean(sharpes));
        figures.put(MEAN_TOTAL_RETURN, mean(totals));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }
}
