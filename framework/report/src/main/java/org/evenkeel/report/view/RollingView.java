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
        long[] times = run.curve().times();
        Periods.Span full = Periods.full(times);
        double perYear = Periods.perYear(times);
        int window = (int) Math.max(SHORTEST_WINDOW, Math.round(perYear / 2));
        if (full.count() < 2 * window) {
            return new RollingView(
                    Periods.years(times) < 1
                            ? "Figures of half a year slide along runs of a year and more: this one is shorter."
                            : "The run has " + Numbers.count(full.count(), "return", "returns")
                                    + ", too few for a window of " + window + " to slide along.",
                    Optional.empty());
        }
        Columns strategy = Columns.of(run.curve(), full, window, perYear);
        Thinning thinning = Thinning.of(strategy.volatility(), EquityView.MOST_POINTS);
        Island island = new Island("rolling")
                .with("times", thinning.of(Arrays.copyOfRange(times, full.first() + 1, full.last() + 1)));
        strategy.addTo(island, "strategy", thinning);
        run.benchmarks()
                .equalWeight()
                .ifPresent(equal -> Columns.of(equal, full, window, perYear).addTo(island, "equalWeight", thinning));
        return new RollingView(
                "Each point is made of the " + window + " returns up to it, about half a year.", Optional.of(island));
    }

    private record Columns(double[] volatility, double[] sharpe) {
        static Columns of(EquityCurve curve, Periods.Span full, int window, double perYear) {
            double[] returns = full.returns(padded(curve.returns(), full.last()));
            return new Columns(Rolling.volatility(returns, window, perYear), Rolling.sharpe(returns, window, perYear));
        }

        /** A benchmark may end before the strategy does. */
        private static double[] padded(double[] column, int size) {
            double[] padded = Arrays.copyOf(column, Math.max(size, column.length));
            Arrays.fill(padded, column.length, padded.length, Double.NaN);
            return padded;
        }

        void addTo(Island island, String name, Thinning thinning) {
            island.with(name + "Volatility", new Island.Column(thinning.of(volatility), 4))
                    .with(name + "Sharpe", new Island.Column(thinning.of(sharpe), 4));
        }
    }
}
