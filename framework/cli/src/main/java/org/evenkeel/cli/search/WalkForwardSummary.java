package org.evenkeel.cli.search;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.function.ToDoubleFunction;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.metrics.EquityCurve;
import org.evenkeel.metrics.Metric;
import org.evenkeel.metrics.PerformanceReport;
import org.evenkeel.metrics.Unit;
import org.evenkeel.sweep.RunCounts;
import org.evenkeel.sweep.Trial;
import org.evenkeel.sweep.validation.CrossValidation;
import org.evenkeel.sweep.validation.Split;
import org.evenkeel.sweep.validation.WalkForward;

/**
 * What came of a walk-forward or a cross-validation.
 *
 * @param setup what was searched
 * @param scheme how time was cut
 * @param runs what became of the runs that choices were made of
 * @param folds each choice and its test
 * @param histories the tests put together, one for each history that they make
 */
record WalkForwardSummary(SweepSetup setup, Scheme scheme, RunCounts runs, List<Fold> folds, List<History> histories) {
    /**
     * How time was cut.
     *
     * @param words the lengths asked for
     * @param remark what is not as asked for, in a sentence
     */
    record Scheme(String words, Optional<String> remark) {}

    /**
     * Tests one after another.
     *
     * @param curve the equity
     * @param figures of the curve
     */
    record History(EquityCurve curve, PerformanceReport figures) {}

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
            return new Fold(
                    List.of(Window.of(fold.window().train())),
                    List.of(Window.of(fold.window().test())),
                    fold.chosen().set(),
                    fold.chosen().figure(figure),
                    new Trial.Done(0, fold.chosen().set(), fold.tested().figures(), Optional.empty()).figure(figure));
        }

        static Fold of(CrossValidation.Fold fold, SequencedMap<String, String> chosen, long[] times) {
            return new Fold(
                    windows(fold.split().train(), times),
                    windows(fold.split().test(), times),
                    chosen,
                    fold.inSample(),
                    fold.outOfSample());
        }

        private static List<Window> windows(List<Split.Range> ranges, long[] times) {
            return ranges.stream()
                    .map(range -> new Window(
                            Instant.ofEpochMilli(times[range.from()]), Instant.ofEpochMilli(times[range.to()])))
                    .toList();
        }

        private boolean isWhole() {
            return !Double.isNaN(inSample) && !Double.isNaN(outOfSample);
        }
    }

    /** A stretch of time. */
    record Window(Instant from, Instant to) {
        static Window of(Backtest.Period period) {
            return new Window(period.from(), period.to());
        }
    }

    /** The figure that is chosen by, and that folds are compared by. */
    String figure() {
        return setup.objective().figure();
    }

    /** The one history; empty where there are several. */
    Optional<History> only() {
        return histories.size() == 1 ? Optional.of(histories.getFirst()) : Optional.empty();
    }

    /** The runs that failed, in a sentence for each of the first reasons, which may name a time, and one for the rest. */
    List<String> failures() {
        return runs.failures();
    }

    private boolean isRate() {
        boolean total = figure().toLowerCase(Locale.ROOT).endsWith("totalreturn");
        return !total
                && Metric.findByKey(figure())
                        .map(metric -> metric.unit() == Unit.RATIO || metric.unit() == Unit.PERCENT)
                        .orElse(figure().startsWith("mean"));
    }

    /**
     * The figure of the tests put together; empty where they make several histories, or one that lacks the figure. Short
     * tests have rates far from zero on either side, so their mean says little.
     */
    OptionalDouble together() {
        return only().flatMap(history -> Metric.findByKey(figure())
                        .map(metric -> history.figures().find(metric)))
                .orElse(OptionalDouble.empty());
    }

    /**
     * How much of what the choices promised they kept: the figure of the tests {@link #together}, or else its mean over
     * the tests, as a share of its mean in sample, over the folds that have both (Pardo, 1992, for returns). Empty where
     * nothing above 0 was promised, where less of the figure is better, and for figures that grow with the time, which is
     * longer in sample than out.
     */
    OptionalDouble efficiency() {
        double promised = mean(Fold::inSample);
        double kept = together().orElseGet(() -> mean(Fold::outOfSample));
        return promised > 0 && !setup.objective().smaller() && isRate()
                ? OptionalDouble.of(kept / promised)
                : OptionalDouble.empty();
    }

    private double mean(ToDoubleFunction<Fold> figure) {
        return folds.stream()
                .filter(Fold::isWhole)
                .mapToDouble(figure)
                .average()
                .orElse(Double.NaN);
    }
}
