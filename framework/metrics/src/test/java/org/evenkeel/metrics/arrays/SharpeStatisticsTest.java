package org.evenkeel.metrics.arrays;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.evenkeel.metrics.Curves;
import org.evenkeel.metrics.Naive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharpeStatisticsTest {

    /** The track record of the 2012 paper: 24 months, 0.458 a month, a long left tail. */
    private static final SharpeEstimate FUND = new SharpeEstimate(0.458, 24, -2.448, 10.164);

    /** The backtest of the 2014 paper: five years of 250 days, 2.5 a year, skew −3 and kurtosis 10. */
    private static final SharpeEstimate BACKTEST = new SharpeEstimate(2.5 / Math.sqrt(250), 1250, -3, 10);

    private static final double VARIANCE_PER_DAY = 0.5 / 250;

    @Test
    void the_published_fund_has_a_probability_of_91_percent_and_98_if_it_were_normal() {
        assertEquals(0.913, SharpeStatistics.probabilistic(FUND, 0), 5e-4);
        assertEquals(0.982, SharpeStatistics.probabilistic(new SharpeEstimate(0.458, 24, 0, 3), 0), 5e-4);
    }

    @Test
    void the_published_backtest_is_deflated_to_90_percent_by_a_hundred_trials() {
        assertEquals(0.1132, SharpeStatistics.expectedMaximum(100, VARIANCE_PER_DAY), 5e-5);
        assertEquals(0.9004, SharpeStatistics.deflated(BACKTEST, 100, VARIANCE_PER_DAY), 5e-5);
    }

    @Test
    void forty_five_trials_of_five_years_are_expected_to_show_a_sharpe_of_one() {
        double years = SharpeStatistics.minimumBacktestYears(45, 1);
        assertEquals(5, years, 0.1);
        assertEquals(years / 4, SharpeStatistics.minimumBacktestYears(45, 2), 1e-12);
    }

    @Test
    void a_single_trial_leaves_nothing_to_deflate() {
        assertEquals(0, SharpeStatistics.expectedMaximum(1, 0.5), 0);
        assertEquals(0, SharpeStatistics.minimumBacktestYears(1, 1), 0);
        assertEquals(
                SharpeStatistics.probabilistic(BACKTEST, 0), SharpeStatistics.deflated(BACKTEST, 1, VARIANCE_PER_DAY));
    }

    @ParameterizedTest(name = "{0} trials")
    @ValueSource(ints = {10, 50, 200})
    void the_expected_maximum_is_what_drawing_normals_shows(int trials) {
        SplittableRandom random = new SplittableRandom(trials);
        int rounds = 20_000;
        double sum = 0;
        for (int round = 0; round < rounds; round++) {
            double best = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < trials; i++) {
                best = Math.max(best, random.nextGaussian());
            }
            sum += best;
        }
        assertEquals(sum / rounds, SharpeStatistics.expectedMaximum(trials, 1), 0.04);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {91, 92, 93})
    void the_probability_agrees_with_the_integral_of_the_normal_density(long seed) {
        double[] returns = Curves.returns(seed, 90);
        double s = Naive.mean(returns) / Naive.standardDeviation(returns);
        double variance = Naive.moment(returns, 2);
        double skew = Naive.moment(returns, 3) / Math.pow(variance, 1.5);
        double kurtosis = Naive.moment(returns, 4) / (variance * variance);
        double z = (s - 0.02) * Math.sqrt(89) / Math.sqrt(1 - skew * s + (kurtosis - 1) / 4 * s * s);
        SharpeEstimate estimate = SharpeEstimate.of(Moments.of(returns), 0);
        assertEquals(normalBelow(z), SharpeStatistics.probabilistic(estimate, 0.02), 1e-9);
    }

    /** Simpson's rule from −10. */
    private static double normalBelow(double z) {
        int steps = 20_000;
        double width = (z + 10) / steps;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double x = -10 + i * width;
            int weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * Math.exp(-x * x / 2);
        }
        return sum * width / 3 / Math.sqrt(2 * Math.PI);
    }

    @Test
    void at_the_minimum_track_record_the_probability_is_the_confidence() {
        double length = SharpeStatistics.minimumTrackRecord(FUND, 0.1, 0.95);
        long below = (long) Math.floor(length);
        SharpeEstimate shorter = new SharpeEstimate(0.458, below, -2.448, 10.164);
        SharpeEstimate longer = new SharpeEstimate(0.458, below + 1, -2.448, 10.164);
        assertTrue(SharpeStatistics.probabilistic(shorter, 0.1) <= 0.95);
        assertTrue(SharpeStatistics.probabilistic(longer, 0.1) >= 0.95);
        assertTrue(Double.isNaN(SharpeStatistics.minimumTrackRecord(FUND, 0.458, 0.95)));
    }

    @Test
    void an_estimate_without_error_has_no_probability() {
        // Two values in equal parts: kurtosis 1, no skew, and a variance factor of exactly 1.
        assertEquals(0.5, SharpeStatistics.probabilistic(new SharpeEstimate(0.3, 50, 0, 1), 0.3), 1e-15);
        // 1 − 2 + (5 − 1)/4: nothing is left of it.
        assertTrue(Double.isNaN(SharpeStatistics.probabilistic(new SharpeEstimate(1, 50, 2, 5), 0)));
    }

    @Test
    void excess_kurtosis_given_for_raw_is_refused() {
        Exception refusal = assertThrows(IllegalArgumentException.class, () -> new SharpeEstimate(0.1, 100, 0, 0.2));
        assertTrue(refusal.getMessage().contains("excess"), refusal.getMessage());
    }

    @Test
    void arguments_that_make_no_sense_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new SharpeEstimate(0.1, 1, 0, 3));
        assertThrows(IllegalArgumentException.class, () -> new SharpeEstimate(Double.NaN, 9, 0, 3));
        assertThrows(IllegalArgumentException.class, () -> SharpeEstimate.of(Moments.of(new double[9]), 0));
        assertThrows(IllegalArgumentException.class, () -> SharpeStatistics.expectedMaximum(0, 1));
        assertThrows(IllegalArgumentException.class, () -> SharpeStatistics.expectedMaximum(5, -1));
        assertThrows(IllegalArgumentException.class, () -> SharpeStatistics.minimumTrackRecord(FUND, 0, 95));
        assertThrows(IllegalArgumentException.class, () -> SharpeStatistics.minimumTrackRecord(FUND, 0, 0.5));
        assertThrows(IllegalArgumentException.class, () -> SharpeStatistics.minimumTrackRecord(FUND, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> SharpeStatistics.minimumBacktestYears(5, 0));
    }
}
