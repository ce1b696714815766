package org.evenkeel.research;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.evenkeel.metrics.Metric;
import org.evenkeel.metrics.MetricsOptions;
import org.evenkeel.metrics.PerformanceReport;

/**
 * The figures of an asset in a book of its own.
 *
 * @param asset its name
 * @param positions how many were opened
 * @param report every figure of its book
 */
public record AssetFigures(String asset, int positions, PerformanceReport report) {
    /**
     * One for each asset of a simulation, in the order of its table.
     *
     * @throws IllegalStateException when assets share a book
     */
    public static List<AssetFigures> of(Simulation simulation, MetricsOptions options) {
        List<String> names = simulation.prices().assets();
        List<AssetFigures> figures = new ArrayList<>(names.size());
        for (int asset = 0; asset < names.size(); asset++) {
            int of = asset;
            long opened = simulation.positions().stream()
                    .filter(position -> position.asset() == of)
                    .count();
            figures.add(new AssetFigures(
                    names.get(asset), Math.toIntExact(opened), simulation.assetReport(asset, options)));
        }
        return List.copyOf(figures);
    }

    /** The mean of the assets' Sharpe ratios, over those that have one; empty where none has. */
    public static OptionalDouble meanSharpe(List<AssetFigures> figures) {
        return mean(figures, Metric.SHARPE);
    }

    /** The mean of the assets' total returns: what equal parts of the money in each of them earned. */
    public static OptionalDouble meanTotalReturn(List<AssetFigures> figures) {
        return mean(figures, Metric.TOTAL_RETURN);
    }

    private static OptionalDouble mean(List<AssetFigures> figures, Metric metric) {
        ToDoubleFunction<AssetFigures> value =
                asset -> asset.report().find(metric).orElse(Double.NaN);
        return figures.stream()
                .mapToDouble(value)
                .filter(figure -> !Double.isNaN(figure))
                .average();
    }
}
