package org.evenkeel.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.metrics.EquityCurve;
import org.evenkeel.metrics.PerformanceReport;
import org.evenkeel.sweep.Trial;
import org.evenkeel.sweep.validation.CrossValidation;
import org.evenkeel.sweep.validation.Split;
import org.evenkeel.sweep.validation.WalkForward;

/**
 * What came of a walk-forward or a cross-validation.
 *
 * @param setup what was searched
 * @param scheme how time was cut, in words
 * @param folds each choice and its test
 * @param paths figures of the tests put together, one for each history that they make
 * @param curve the equity of the tests one after another; none of a cross-validation, which has but returns
 */
record WalkForwardSummary(
        SweepSetup setup, String scheme, List<Fold> folds, List<PerformanceReport> paths, Optional<EquityCurve> curve) {
    /**
     * A choice and its test.
     *
     * @param train what it was chosen by
     * @param test what it was tested on
     * @param chosen the parameters
     * @param inSample how good they were
     * @param outOfSample how good they proved
     */
    record Fold(
            List<Window> train,
            List<Window> test,
            SequencedMap<String, String> chosen,
            double inSample,
            double outOfSample) {
        static Fold of(WalkForward.Fold fold, String figure) {
            Trial tested = new Trial.Done(0, fold.chosen().set(), fold.tested().figures(), Optional.empty());
            return new Fold(
                    List.of(Window.of(fold.window().train())),
                    List.of(Window.of(fold.window().test())),
                    fold.chosen().set(),
                    fold.chosen().figure(figure),
                    tested.figure(figure));
        }

        /**
         * @param year what turns the Sharpe ratio of a period into that of a year
         */
        static Fold of(CrossValidation.Fold fold, SequencedMap<String, String> chosen, long[] times, double year) {
            return new Fold(
                    windows(fold.split().train(), times),
                    windows(fold.split().test(), times),
                    chosen,
                    fold.inSample() * year,
                    fold.outOfSample() * year);
        }

        private static List<Window> windows(List<Split.Range> ranges, long[] times) {
            return ranges.stream()
                    .map(range -> new Window(
                            Instant.ofEpochMilli(times[range.from()]), Instant.ofEpochMilli(times[range.to()])))
                    .toList();
        }
    }

    /** A stretch of time. */
    record Window(Instant from, Instant to) {
        static Window of(Backtest.Period period) {
            return new Window(period.from(), period.to());
        }
    }

    /** The figure that the folds are compared by: a cross-validation compares Sharpe ratios. */
    String figure() {
        return curve.isPresent() ? setup.objective().figure() : "sharpe";
    }
}
