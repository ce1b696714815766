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
import org.evenkeel.research.Position;
import org.evenkeel.research.Simulation;

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

    private final Simulation simulation;
    private final long[] times;
    private final Periods.Span full;
    private final double perYear;
    private final double riskFree;

    OwnBooks(Simulation simulation, MetricsOptions options) {
        this.simulation = simulation;
        int start = simulation.prices().start();
        times = Arrays.copyOfRange(
                simulation.prices().times(), start, simulation.prices().rows());
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
    void addTo(Map<String, Double> figures) {
        List<String> assets = simulation.prices().assets();
        double[] sharpes = new double[assets.size()];
        double[] totals = new double[assets.size()];
        figures.put(MEAN_SHARPE, Double.NaN);
        figures.put(MEAN_TOTAL_RETURN, Double.NaN);
        for (int asset = 0; asset < sharpes.length; asset++) {
            String name = assets.get(asset) + ".";
            double[] equity = equity(asset);
            totals[asset] = equity.length < 2 ? Double.NaN : equity[equity.length - 1] / equity[0] - 1;
            sharpes[asset] = Ratios.sharpe(full.returns(Returns.simple(equity)), riskFree, perYear);
            figures.put(name + Metric.TOTAL_RETURN.key(), totals[asset]);
            figures.put(name + Metric.SHARPE.key(), sharpes[asset]);
            figures.put(name + Metric.MAX_DRAWDOWN.key(), equity.length < 2 ? Double.NaN : Drawdown.maximum(equity));
            addTrades(asset, name, figures);
        }
        figures.put(MEAN_SHARPE, mean(sharpes));
        figures.put(MEAN_TOTAL_RETURN, mean(totals));
    }

    /** Begins with the cash before the first row's trades, so that what these cost is part of the returns. */
    private double[] equity(int asset) {
        int start = simulation.prices().start();
        double[] equity = Arrays.copyOfRange(
                simulation.equity(asset), start, simulation.prices().rows());
        if (equity.length > 0) {
            equity[0] = simulation.initialCash(simulation.bookOf(asset));
        }
        return equity;
    }

    private void addTrades(int asset, String name, Map<String, Double> figures) {
        int opened = 0;
        List<Double> profits = new ArrayList<>();
        for (Position position : simulation.positions()) {
            if (position.asset() == asset) {
                opened++;
                if (!position.span().open()) {
                    profits.add(position.profit());
                }
            }
        }
        double[] closed = profits.stream().mapToDouble(Double::doubleValue).toArray();
        figures.put(name + Metric.WIN_RATE.key(), Trades.winRate(closed));
        figures.put(name + POSITIONS, (double) opened);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }
}
