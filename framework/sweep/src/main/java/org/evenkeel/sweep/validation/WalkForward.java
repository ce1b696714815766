package org.evenkeel.sweep.validation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.evenkeel.api.ParameterException;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.metrics.EquityCurve;
import org.evenkeel.sweep.Objective;
import org.evenkeel.sweep.Outcome;
import org.evenkeel.sweep.PointCounts;
import org.evenkeel.sweep.Runner;
import org.evenkeel.sweep.Subject;
import org.evenkeel.sweep.Sweep;
import org.evenkeel.sweep.SweepResult;
import org.evenkeel.sweep.SweepWatch;
import org.evenkeel.sweep.Trial;
import org.evenkeel.sweep.search.Search;

/**
 * The same search made again and again on what was known, and each choice run with fresh money on what came next: what
 * would have come of searching like this all along. Source: Pardo, "Design, Testing, and Optimization of Trading
 * Systems" (1992).
 */
public final class WalkForward {
    private final Search search;
    private final long gridSize;
    private final Objective objective;
    private final Function<Backtest.Period, Subject> subjects;
    private final Function<Subject, Runner> runners;

    /**
     * @param search what is tried in each fold
     * @param gridSize how many points the grid has
     * @param objective what is chosen by
     * @param subjects what is run over a period
     * @param runners where it is run
     */
    public WalkForward(
            Search search,
            long gridSize,
            Objective objective,
            Function<Backtest.Period, Subject> subjects,
            Function<Subject, Runner> runners) {
        this.search = search;
        this.gridSize = gridSize;
        this.objective = objective;
        this.subjects = subjects;
        this.runners = runners;
    }

    /**
     * When a choice is made, and when it is tested.
     *
     * @param train it is made by this
     * @param test it is tested on this
     */
    public record Window(Backtest.Period train, Backtest.Period test) {}

    /**
     * How time is cut.
     *
     * @param train how long a choice is made by, at least
     * @param test how long it is tested on
     * @param gap what is left out between the two
     * @param expanding whether all the time before counts, or the last of it
     */
    public record Scheme(Duration train, Duration test, Duration gap, boolean expanding) {
        /**
         * @throws ParameterException when a length is not above 0, or the gap below
         */
        public Scheme {
            if (!train.isPositive() || !test.isPositive() || gap.isNegative()) {
                throw new ParameterException(
                        "A walk-forward chooses by and tests on some time each, and leaves out none"
                                + " or some between: " + train.toDays() + ", " + test.toDays() + " and " + gap.toDays()
                                + " days will not do.");
            }
        }

        /**
         * The windows of a period. What is left at the end makes a window of its own where it is half a test or more,
         * else the last test is so much longer.
         *
         * @throws ParameterException when not even one fits in
         */
        public List<Window> windows(Backtest.Period period) {
            List<Window> windows = new ArrayList<>();
            Instant from = period.from().plus(train).plus(gap);
            while (from.isBefore(period.to())) {
                boolean another = from.plus(test).plus(test.dividedBy(2)).compareTo(period.to()) <= 0;
                Instant to = another ? from.plus(test) : period.to();
                Instant chosen = from.minus(gap);
                Instant begin = expanding ? period.from() : chosen.minus(train);
                windows.add(new Window(new Backtest.Period(begin, chosen), new Backtest.Period(from, to)));
                from = to;
            }
            if (windows.isEmpty()) {
                throw new ParameterException("From " + period.from() + " to " + period.to() + " there is no room to"
                        + " choose by " + train.toDays() + " days and test on any after them: choose by fewer.");
            }
            return windows;
        }
    }

    /**
     * One choice and what came of it.
     *
     * @param window when
     * @param chosen the best run over the time it was chosen by
     * @param tested the same parameters over the time after
     */
    public record Fold(Window window, Trial.Done chosen, Outcome tested) {}

    /**
     * Walks through a period. Steps and runs that the log has from before are not made again.
     *
     * @param windows in order
     * @param log where steps are written down
     * @param watch who follows
     * @throws ParameterException when in some window no run has a score to choose by
     */
    public List<Fold> run(List<Window> windows, WalkLog log, SweepWatch watch) {
        List<Fold> folds = new ArrayList<>(log.earlier(windows));
        for (int step = folds.size(); step < windows.size() && !watch.ended(); step++) {
            Window window = windows.get(step);
            Subject train = subjects.apply(window.train());
            SweepResult found =
                    new Sweep(train, search, gridSize, objective).run(runners.apply(train), log.begin(step), watch);
            if (watch.ended()) {
                break;
            }
            Trial.Done chosen = found.best()
                    .orElseThrow(() -> new ParameterException("From "
                            + window.train().from() + " to " + window.train().to() + " no run has a figure "
                            + objective.figure() + " to choose by" + why(found.counts())
                            + ". Choose by a longer time, or by another figure."));
            Outcome tested = subjects.apply(window.test()).run(chosen.set());
            Fold fold = new Fold(window, chosen, tested);
            log.finish(step, fold);
            folds.add(fold);
        }
        return folds;
    }

    private static String why(PointCounts counts) {
        return counts.failedRuns() == 0
                ? ""
                : ": " + counts.failedRuns() + " of " + counts.runs() + " failed, the first because "
                        + counts.failed().firstEntry().getKey().replaceAll("[.\\s]+$", "");
    }

    /**
     * The tests' equity one after another, each going on with what the one before came to. Between the last decision of a
     * test and the first of the next there is one period: where a test was valued at its end, before that decision, the
     * value counts at the decision.
     */
    public static EquityCurve stitched(List<Fold> folds) {
        List<Long> times = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        double worth = folds.getFirst().tested().curve().equity()[0];
        for (Fold fold : folds) {
            EquityCurve curve = fold.tested().curve();
            double[] growth = curve.growth();
            if (!times.isEmpty()) {
                times.removeLast();
                values.removeLast();
            }
            for (int point = 0; point < growth.length; point++) {
                times.add(curve.times()[point]);
                values.add(worth * growth[point] / growth[0]);
            }
            worth = values.getLast();
        }
        return EquityCurve.of(
                times.stream().mapToLong(Long::longValue).toArray(),
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
