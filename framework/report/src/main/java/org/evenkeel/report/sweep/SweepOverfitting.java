package org.evenkeel.report.sweep;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.metrics.overfitting.OverfittingEstimate.Splits;

/**
 * How much of the best is the luck of having chosen it.
 *
 * @param figures what each test says, in the order to show them
 * @param splits the best run of each split of the time; empty where there are none
 * @param periodsPerYear with which the Sharpe ratios of the splits are annualised
 * @param trials among how many runs the best is taken to have been chosen, by the ledger
 */
public record SweepOverfitting(
        List<OverfittingFigure> figures, Optional<Splits> splits, double periodsPerYear, long trials) {
    /** Nothing was tested. */
    public static final SweepOverfitting NONE = new SweepOverfitting(List.of(), Optional.empty(), 1, 0);

    /** Keeps a copy of the figures. */
    public SweepOverfitting {
        figures = List.copyOf(figures);
    }

    /** What a test says; empty where it was not made or says nothing. */
    public OptionalDouble find(OverfittingTest test) {
        return figures.stream()
                .filter(figure -> figure.test() == test)
                .findFirst()
                .map(OverfittingFigure::value)
                .orElse(OptionalDouble.empty());
    }
}
