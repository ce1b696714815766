package org.evenkeel.sweep.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SplittableRandom;
import org.evenkeel.metrics.EquityCurve;
import org.evenkeel.metrics.Figure;
import org.evenkeel.metrics.Metric;
import org.evenkeel.metrics.Metrics;
import org.evenkeel.metrics.MetricsOptions;
import org.evenkeel.metrics.UndefinedReason;
import org.evenkeel.sweep.PointCounts;
import org.evenkeel.sweep.ReturnsSample;
import org.evenkeel.sweep.SweepResult;
import org.evenkeel.sweep.Trial;
import org.evenkeel.sweep.store.TrialLedger;
import org.evenkeel.testkit.SeededTest;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;

class OverfittingTest {
    private static final MetricsOptions WEEKS = MetricsOptions.DEFAULT.withPeriodsPerYear(52);
    private static final int RUNS = 40;
    private static final double EULER = 0.5772156649015329;

    private static double sharpe(double[] returns) {
        double mean = Arrays.stream(returns).average().orElseThrow();
        double spread = Arrays.stream(returns)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return mean / Math.sqrt(spread / (returns.length - 1));
    }

    private static SweepResult result(ReturnsSample sample) {
        long best = sample.rows().stream()
                .max(Comparator.comparingDouble(row -> sharpe(row.returns())))
                .orElseThrow()
                .number();
        return new SweepResult(
                new PointCounts(RUNS, new LinkedHashMap<>(), RUNS, new LinkedHashMap<>(), false),
                Optional.of(new Trial.Done(best, new LinkedHashMap<>(), new LinkedHashMap<>(), Optional.empty())),
                sample);
    }

    private static Overfitting overfitting(ReturnsSample sample, long distinct) {
        return Overfitting.of(
                result(sample),
                new Overfitting.Evidence(
                        new TrialLedger.Count(distinct, distinct, Double.NaN), PermutationTest.Result.NONE, WEEKS));
    }

    private static double value(Overfitting overfitting, String key) {
        return overfitting.figure(key).find().orElseThrow();
    }

    @SeededTest
    void a_risk_free_rate_counts_as_it_does_in_the_figures_of_a_run(long seed) {
        ReturnsSample sample = CrossValidationTest.noise(new SplittableRandom(seed), RUNS, 0.015);
        SweepResult found = result(sample);
        MetricsOptions options = new MetricsOptions(WEEKS.periodsPerYear(), 0.4);
        double[] best = sample.find(found.best().orElseThrow().number()).orElseThrow();
        double expected = Metrics.ofReturns(best, options)
                .find(Metric.PROBABILISTIC_SHARPE)
                .orElseThrow();
        TrialLedger.Count tried = new TrialLedger.Count(RUNS, RUNS, Double.NaN);
        Overfitting over = Overfitting.of(found, new Overfitting.Evidence(tried, PermutationTest.Result.NONE, options));
        assertEquals(expected, value(over, "probabilisticSharpe"), 1e-9);
        Overfitting without = overfitting(sample, RUNS);
        for (String key : new String[] {"deflatedSharpe", "walkForwardSharpe", "crossValidatedSharpe"}) {
            assertTrue(value(over, key) < value(without, key), key);
        }
    }

    @SeededTest
    void one_run_with_merit_among_noise_is_told_from_the_best_of_noise_alone(long seed) {
        Overfitting merit = overfitting(CrossValidationTest.noise(new SplittableRandom(seed), RUNS, 0.015), RUNS);
        assertTrue(value(merit, "probabilityOfOverfitting") < 0.05);
        assertTrue(value(merit, "deflatedSharpe") > 0.95);
        assertTrue(value(merit, "walkForwardSharpe") > 2);
        Overfitting noise = overfitting(CrossValidationTest.noise(new SplittableRandom(seed), RUNS), RUNS);
        assertTrue(value(noise, "deflatedSharpe") < 0.95);
        assertTrue(value(noise, "crossValidatedSharpe") < value(merit, "crossValidatedSharpe"));
    }

    @SeededTest
    void the_deflated_ratio_is_that_of_the_formula_with_every_try_of_the_ledger(long seed) {
        ReturnsSample sample = CrossValidationTest.noise(new SplittableRandom(seed), RUNS);
        int tried = 1_000;
        double[] best =
                sample.find(result(sample).best().orElseThrow().number()).orElseThrow();
        double[] sharpes =
                sample.rows().stream().mapToDouble(row -> sharpe(row.returns())).toArray();
        double mean = Arrays.stream(sharpes).average().orElseThrow();
        double spread = Math.sqrt(Arrays.stream(sharpes)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (RUNS - 1));
        NormalDistribution normal = new NormalDistribution();
        double luck = spread
                * ((1 - EULER) * normal.inverseCumulativeProbability(1 - 1.0 / tried)
                        + EULER * normal.inverseCumulativeProbability(1 - 1 / (tried * Math.E)));
        double average = Arrays.stream(best).average().orElseThrow();
        double m2 = moment(best, average, 2);
        double skew = moment(best, average, 3) / Math.pow(m2, 1.5);
        double kurtosis = moment(best, average, 4) / (m2 * m2);
        double s = sharpe(best);
        double z = (s - luck) * Math.sqrt(best.length - 1) / Math.sqrt(1 - skew * s + (kurtosis - 1) / 4 * s * s);
        Overfitting overfitting = overfitting(sample, tried);
        assertEquals(normal.cumulativeProbability(z), value(overfitting, "deflatedSharpe"), 1e-9);
        double years = Math.pow(luck / spread / (s * Math.sqrt(52)), 2);
        assertEquals(years, value(overfitting, "minimumBacktestYears"), 1e-9);
    }

    private static double moment(double[] values, double mean, int power) {
        return Arrays.stream(values)
                .map(value -> Math.pow(value - mean, power))
                .average()
                .orElseThrow();
    }

    @Test
    void runs_with_different_periods_and_a_single_run_have_no_probability_but_a_reason() {
        ReturnsSample one = new ReturnsSample(1);
        one.add(0, EquityCurve.of(new long[] {0, 1, 2, 3}, new double[] {1, 2, 3, 2}));
        Overfitting single = Overfitting.of(
                result(one),
                new Overfitting.Evidence(
                        new TrialLedger.Count(1, 1, Double.NaN), PermutationTest.Result.NONE, MetricsOptions.DEFAULT));
        assertInstanceOf(Figure.Undefined.class, single.figure("probabilityOfOverfitting"));
        assertInstanceOf(Figure.Undefined.class, single.figure("permutationPValue"));

        ReturnsSample mixed = CrossValidationTest.noise(new SplittableRandom(1), RUNS);
        mixed.add(RUNS, EquityCurve.of(new long[] {0, 1, 2, 3}, new double[] {1, 2, 3, 2}));
        Figure.Undefined why = assertInstanceOf(
                Figure.Undefined.class, overfitting(mixed, RUNS).figure("probabilityOfOverfitting"));
        assertTrue(why.reason().sentence().contains("different periods"));
    }

    @SeededTest
    void a_run_is_judged_by_all_that_was_ever_tried_however_few_are_in_its_own_sweep(long seed) {
        ReturnsSample many = CrossValidationTest.noise(new SplittableRandom(seed), RUNS);
        SweepResult found = result(many);
        long number = found.best().orElseThrow().number();
        ReturnsSample alone = new ReturnsSample(1);
        alone.add(new ReturnsSample.Row(number, many.find(number).orElseThrow()), many.times());
        double variance = 0.3;
        TrialLedger.Count tried = new TrialLedger.Count(200, 200, variance);
        Overfitting inMany = Overfitting.of(found, new Overfitting.Evidence(tried, PermutationTest.Result.NONE, WEEKS));
        Overfitting byItself = Overfitting.of(
                new SweepResult(found.counts(), found.best(), alone),
                new Overfitting.Evidence(tried, PermutationTest.Result.NONE, WEEKS));
        assertEquals(value(inMany, "deflatedSharpe"), value(byItself, "deflatedSharpe"), 1e-12);
        assertTrue(value(byItself, "deflatedSharpe") < value(byItself, "probabilisticSharpe"));
    }

    @Test
    void runs_that_never_traded_tell_nothing() {
        ReturnsSample idle = new ReturnsSample(3);
        long[] times = new long[41];
        Arrays.setAll(times, i -> i * 86_400_000L);
        for (int run = 0; run < 3; run++) {
            idle.add(new ReturnsSample.Row(run, new double[40]), times);
        }
        SweepResult none = new SweepResult(
                new PointCounts(3, new LinkedHashMap<>(), 3, new LinkedHashMap<>(), false), Optional.empty(), idle);
        Overfitting overfitting = Overfitting.of(
                none,
                new Overfitting.Evidence(
                        new TrialLedger.Count(3, 3, Double.NaN), PermutationTest.Result.NONE, MetricsOptions.DEFAULT));
        for (Overfitting.Named named : overfitting.figures()) {
            if (!named.key().equals("backtestYears")) {
                Figure.Undefined why = assertInstanceOf(Figure.Undefined.class, named.figure(), named.key());
                boolean permutation = named.key().equals("permutationPValue");
                assertEquals(
                        permutation ? UndefinedReason.NOT_TRIED : UndefinedReason.NO_VARIATION,
                        why.reason(),
                        named.key());
            }
        }
    }
}
