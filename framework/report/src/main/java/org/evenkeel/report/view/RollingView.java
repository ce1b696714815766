package org.evenkeel.report.view;

import java.util.Arrays;
import java.util.Optional;
import org.evenkeel.metrics.EquityCurve;
import org.evenkeel.metrics.arrays.Periods;
import org.evenkeel.metrics.arrays.Rolling;

/**
 * Volatility and Sharpe ratio over a window of about half a year that slides along the run.
 *
 * @param note the window in words, or why there is none
 * @param island the columns; empty where the run is too short
 */
public record RollingView(String note, Optional<Island> island) {
    private static final int SHORTEST_WINDOW = 8;

    /** The rolling figures of a run. */
    public static RollingView of(Run run) {
        EquityCurve curve = run.curve();
        double perYear = Periods.perYear(curve.times());
        int returns = curve.size() - 1;
        int window = (int) Math.max(SHORTEST_WINDOW, Math.round(perYear / 2));
        if (returns < 2 * window) {
            return new RollingView(
                    "The run has " + returns + " returns, too few for a window of " + window + " to slide along.",
                    Optional.empty());
        }
        Island island = new Island("rolling");
        Thinning thinning = Thinning.of(volatility(curve, window, perYear, returns), EquityView.MOST_POINTS);
        island.with("times", thinning.of(Arrays.copyOfRange(curve.times(), 1, curve.size())));
        add(island, "strategy", curve, new Window(window, perYear, returns, thinning));
        run.benchmarks()
                .equalWeight()
                .ifPresent(equal -> add(island, "equalWeight", equal, new Window(window, perYear, returns, thinning)));
        return new RollingView(
                "Each point is made of the " + window + " returns up to it, about half a year.", Optional.of(island));
    }

    private record Window(int length, double perYear, int returns, Thinning thinning) {}

    private static void add(Island island, String name, EquityCurve curve, Window window) {
        double[] volatility = volatility(curve, window.length(), window.perYear(), window.returns());
        double[] sharpe = padded(Rolling.sharpe(curve.returns(), window.length(), window.perYear()), window.returns());
        island.with(name + "Volatility", new Island.Column(window.thinning().of(volatility), 4))
                .with(name + "Sharpe", new Island.Column(window.thinning().of(sharpe), 4));
    }

    private static double[] volatility(EquityCurve curve, int window, double perYear, int size) {
        return padded(Rolling.volatility(curve.returns(), window, perYear), size);
    }

    /** A benchmark may end before the strategy does. */
    private static double[] padded(double[] column, int size) {
        double[] padded = Arrays.copyOf(column, size);
        Arrays.fill(padded, Math.min(column.length, size), size, Double.NaN);
        return padded;
    }
}
