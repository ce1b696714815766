package org.evenkeel.report.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.evenkeel.metrics.EquityCurve;

/**
 * What the same money would have come to without a strategy: all of it in one pair, or the same share in each, bought
 * when it came in and held. At mid prices and without costs, so a benchmark is a little better than anyone could have
 * had it. Money for a pair that has no price yet waits in cash until the first one.
 */
public final class Benchmarks {
    /** The name of the benchmark that holds every pair. */
    public static final String EQUAL_WEIGHT = "Equal weight";

    private final EquityCurve curve;
    private final PricePoints prices;
    private final List<Line> lines = new ArrayList<>();

    /**
     * A benchmark.
     *
     * @param name its name
     * @param values its value at each point of the equity curve, in USD; NaN where no prices are known
     */
    public record Line(String name, double[] values) {}

    Benchmarks(EquityCurve curve, PricePoints prices, PairLabels labels) {
        this.curve = curve;
        this.prices = prices;
        for (int pair = 0; pair < labels.all().size(); pair++) {
            lines.add(new Line(labels.all().get(pair), held(pair)));
        }
        if (!lines.isEmpty()) {
            lines.addFirst(new Line(EQUAL_WEIGHT, mean(lines)));
        }
    }

    private double[] held(int pair) {
        double[] values = new double[curve.size()];
        double cash = 0;
        double units = 0;
        double price = Double.NaN;
        for (int point = 0; point < values.length; point++) {
            cash += Curves.flow(curve, point);
            double now = prices.price(point, pair);
            price = Double.isNaN(now) ? price : now;
            if (!Double.isNaN(price)) {
                units += cash / price;
                cash = 0;
            }
            double value = cash + (units == 0 ? 0 : units * price);
            values[point] = prices.areKnown(point) ? value : Double.NaN;
        }
        return values;
    }

    private static double[] mean(List<Line> lines) {
        double[] mean = new double[lines.getFirst().values().length];
        for (Line line : lines) {
            for (int point = 0; point < mean.length; point++) {
                mean[point] += line.values()[point] / lines.size();
            }
        }
        return mean;
    }

    /** All of them: equal weight first, then each pair in the universe's order; none for a universe without pairs. */
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /**
     * Equal weight as a curve, up to the last point at which prices are known; empty where there are no such points.
     */
    public Optional<EquityCurve> equalWeight() {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        double[] values = lines.getFirst().values();
        int size = 0;
        while (size < values.length && !Double.isNaN(values[size])) {
            size++;
        }
        return size == 0 ? Optional.empty() : Optional.of(part(values, size));
    }

    private EquityCurve part(double[] values, int size) {
        EquityCurve part = EquityCurve.of(Arrays.copyOf(curve.times(), size), Arrays.copyOf(values, size));
        return curve.findFlows()
                .map(flows -> part.withFlows(Arrays.copyOf(flows, size)))
                .orElse(part);
    }
}
