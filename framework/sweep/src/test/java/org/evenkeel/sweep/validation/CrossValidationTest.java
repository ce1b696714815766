package org.evenkeel.sweep.validation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.evenkeel.api.ParameterException;
import org.evenkeel.metrics.MetricsOptions;
import org.evenkeel.sweep.Objective;
import org.evenkeel.sweep.ReturnsSample;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

class CrossValidationTest {
    private static final int PERIODS = 120;
    private static final int RUNS = 15;

    static ReturnsSample noise(SplittableRandom random, int runs, double... drifts) {
        ReturnsSample sample = new ReturnsSample(runs);
        long[] times = new long[PERIODS + 1];
        for (int i = 0; i < times.length; i++) {
            times[i] = i * 7L * 86_400_000;
        }
        for (int run = 0; run < runs; run++) {
            double drift = run < drifts.length ? drifts[run] : 0;
            double[] returns = random.doubles(PERIODS, -0.02, 0.02)
                    .map(value -> value + drift)
                    .toArray();
            sample.add(new ReturnsSample.Row(run, returns), times);
        }
        return sample;
    }

    private static double sharpe(double[] returns, List<Split.Range> ranges) {
        List<Double> chosen = new ArrayList<>();
        for (Split.Range range : ranges) {
            for (int i = range.from(); i < range.to(); i++) {
                chosen.add(returns[i]);
            }
        }
        double mean = chosen.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double spread = chosen.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return mean / Math.sqrt(spread / (chosen.size() - 1));
    }

    @SeededTest
    void each_fold_takes_the_run_that_a_plain_search_finds_and_tests_it_where_it_was_not_chosen(long seed) {
        ReturnsSample sample = noise(new SplittableRandom(seed), RUNS);
        List<Split> splits = Splits.combinatorial(PERIODS, 6, 2, new Splits.Gap(2, 1));
        CrossValidation validation = CrossValidation.of(sample, splits);
        assertEquals(
                splits,
                validation.folds().stream().map(CrossValidation.Fold::split).toList());
        for (CrossValidation.Fold fold : validation.folds()) {
            double[] chosen = sample.find(fold.run()).orElseThrow();
            double best = sample.rows().stream()
                    .mapToDouble(row -> sharpe(row.returns(), fold.split().train()))
                    .max()
                    .orElseThrow();
            assertEquals(best, sharpe(chosen, fold.split().train()), 1e-12);
            assertEquals(best, fold.inSample(), 1e-9);
            assertEquals(sharpe(chosen, fold.split().test()), fold.outOfSample(), 1e-9);
        }
    }

    @SeededTest
    void a_walk_forward_strings_the_returns_of_its_choices_together(long seed) {
        ReturnsSample sample = noise(new SplittableRandom(seed), RUNS);
        CrossValidation validation = CrossValidation.of(sample, Splits.walkForward(PERIODS, 40, 20, false, 0));
        double[] returns = validation.outOfSampleReturns();
        assertEquals(PERIODS - 40, returns.length);
        for (int fold = 0; fold < 4; fold++) {
            double[] chosen = sample.find(validation.folds().get(fold).run()).orElseThrow();
            assertArrayEquals(
                    Arrays.copyOfRange(chosen, 40 + 20 * fold, 60 + 20 * fold),
                    Arrays.copyOfRange(returns, 20 * fold, 20 * (fold + 1)));
        }
    }

    @SeededTest
    void what_is_good_by_itself_is_chosen_and_stays_good(long seed) {
        ReturnsSample sample = noise(new SplittableRandom(seed), RUNS, 0.02);
        CrossValidation validation = CrossValidation.of(sample, Splits.combinatorial(PERIODS, 6, 2, Splits.Gap.NONE));
        assertTrue(validation.folds().stream().allMatch(fold -> fold.run() == 0));
        assertEquals(0, validation.shareOfLosses());
        assertTrue(validation.outOfSampleSharpe() > 0.8 * validation.meanInSample());
    }

    @SeededTest
    void every_two_of_six_folds_give_five_histories_and_each_period_of_one_comes_from_a_run_tested_there(long seed) {
        ReturnsSample sample = noise(new SplittableRandom(seed), RUNS);
        CrossValidation validation = CrossValidation.of(sample, Splits.combinatorial(PERIODS, 6, 2, Splits.Gap.NONE));
        List<double[]> paths = validation.paths();
        assertEquals(5, paths.size());
        for (int period = 0; period < PERIODS; period++) {
            int at = period;
            double[] tested = validation.folds().stream()
                    .filter(fold ->
                            fold.split().test().stream().anyMatch(range -> range.from() <= at && at < range.to()))
                    .mapToDouble(fold -> sample.find(fold.run()).orElseThrow()[at])
                    .sorted()
                    .toArray();
            assertArrayEquals(
                    tested,
                    paths.stream().mapToDouble(path -> path[at]).sorted().toArray());
        }
    }

    @SeededTest
    void each_fold_takes_the_run_that_is_best_by_the_objective_whatever_it_is(long seed) {
        ReturnsSample sample = noise(new SplittableRandom(seed), RUNS);
        List<Split> splits = Splits.combinatorial(PERIODS, 5, 2, new Splits.Gap(1, 1));
        MetricsOptions weekly = MetricsOptions.DEFAULT.withPeriodsPerYear(52);
        PeriodFigure most = PeriodFigure.of(Objective.most("totalReturn"), weekly);
        PeriodFigure least = PeriodFigure.of(Objective.least("volatility"), weekly);
        for (CrossValidation.Fold fold :
                CrossValidation.of(sample, splits, most).folds()) {
            double best = figures(sample, most, fold.split().train()).max().orElseThrow();
            assertEquals(best, fold.inSample());
            assertEquals(
                    growth(sample.find(fold.run()).orElseThrow(), fold.split().train()), best, 1e-12);
            assertEquals(
                    growth(sample.find(fold.run()).orElseThrow(), fold.split().test()), fold.outOfSample(), 1e-12);
        }
        for (CrossValidation.Fold fold :
                CrossValidation.of(sample, splits, least).folds()) {
            assertEquals(figures(sample, least, fold.split().train()).min().orElseThrow(), fold.inSample());
        }
    }

    private static DoubleStream figures(ReturnsSample sample, PeriodFigure figure, List<Split.Range> ranges) {
        return sample.rows().stream().mapToDouble(row -> figure.over(row.returns(), ranges));
    }

    private static double growth(double[] returns, List<Split.Range> ranges) {
        double growth = 1;
        for (Split.Range range : ranges) {
            for (int i = range.from(); i < range.to(); i++) {
                growth *= 1 + returns[i];
            }
        }
        return growth - 1;
    }

    @Test
    void what_needs_a_whole_run_is_refused_with_what_does_not() {
        for (String figure : List.of("maxDrawdown", "calmar", "stability", "turnover", "alpha", "meanSharpe")) {
            ParameterException refused = assertThrows(
                    ParameterException.class,
                    () -> PeriodFigure.of(Objective.most(figure), MetricsOptions.DEFAULT.withPeriodsPerYear(52)));
            assertTrue(refused.getMessage().contains("by totalReturn, cagr, volatility"), refused.getMessage());
        }
    }
}
