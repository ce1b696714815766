package org.evenkeel.metrics.arrays;

import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * The probability that a Sharpe ratio is real. Sharpe ratios are per period, not annualised, and kurtosis is raw.
 *
 * <p>Sources: Bailey and López de Prado, "The Sharpe Ratio Efficient Frontier" (2012) and "The Deflated Sharpe Ratio"
 * (2014); Bailey, Borwein, López de Prado and Zhu, "Pseudo-Mathematics and Financial Charlatanism" (2014).
 */
public final class SharpeStatistics {

    private static final double EULER_MASCHERONI = 0.577_215_664_901_532_9;
    private static final NormalDistribution NORMAL = new NormalDistribution();

    private SharpeStatistics() {}

    /**
     * The probabilistic Sharpe ratio: the probability that the true ratio exceeds another,
     * {@code Φ((s − s*)·√(n − 1) / √(1 − skew·s + (k − 1)/4·s²))}.
     *
     * @param estimate the ratio that was measured
     * @param threshold the ratio to beat, per period
     * @return 0 to 1; NaN in the limiting case where the estimate has no error
     */
    public static double probabilistic(SharpeEstimate estimate, double threshold) {
        double variance = estimate.varianceFactor();
        if (!(variance > 0)) {
            return Double.NaN;
        }
        double excess = estimate.sharpe() - threshold;
        return NORMAL.cumulativeProbability(excess * Math.sqrt((estimate.periods() - 1) / variance));
    }

    /**
     * The Sharpe ratio that the best of so many trials is expected to show where none has any merit:
     * {@code √variance · ((1 − γ)·Φ⁻¹(1 − 1/N) + γ·Φ⁻¹(1 − 1/(N·e)))}, γ being Euler's constant.
     *
     * @param trials how many independent trials were made, every one ever made counted
     * @param variance the variance of the trials' Sharpe ratios, per period
     * @return zero for a single trial, which leaves no choice
     */
    public static double expectedMaximum(long trials, double variance) {
        if (trials < 1) {
            throw new IllegalArgumentException("At least the trial itself must be counted, but trials are " + trials);
        }
        if (!(variance >= 0) || Double.isInfinite(variance)) {
            throw new IllegalArgumentException(
                    "The variance of the trials' Sharpe ratios must be finite and not negative, but is " + variance);
        }
        return trials == 1 ? 0 : Math.sqrt(variance) * expectedMaximumOfNormals(trials);
    }

    private static double expectedMaximumOfNormals(long trials) {
        return (1 - EULER_MASCHERONI) * NORMAL.inverseCumulativeProbability(1 - 1.0 / trials)
                + EULER_MASCHERONI * NORMAL.inverseCumulativeProbability(1 - 1 / (trials * Math.E));
    }

    /**
     * The deflated Sharpe ratio: the probability that the best of the trials beats what luck alone would have shown,
     * {@link #probabilistic} against {@link #expectedMaximum}.
     */
    public static double deflated(SharpeEstimate best, long trials, double variance) {
        return probabilistic(best, expectedMaximum(trials, variance));
    }

    /**
     * The number of returns from which on the ratio beats the threshold with the confidence asked for,
     * {@code 1 + (1 − skew·s + (k − 1)/4·s²)·(Φ⁻¹(confidence) / (s − s*))²}.
     *
     * @param confidence above 0.5 and below 1, as in 0.95
     * @return NaN where the measured ratio does not exceed the threshold, which no length can prove
     */
    public static double minimumTrackRecord(SharpeEstimate estimate, double threshold, double confidence) {
        if (!(confidence > 0.5 && confidence < 1)) {
            throw new IllegalArgumentException("Confidence lies between 0.5 and 1 (0.95), but is " + confidence);
        }
        double excess = estimate.sharpe() - threshold;
        double quantile = NORMAL.inverseCumulativeProbability(confidence) / excess;
        return excess > 0 ? 1 + estimate.varianceFactor() * quantile * quantile : Double.NaN;
    }

    /**
     * The years of backtest below which the best of so many worthless trials is expected to reach an annualised Sharpe
     * ratio, {@code (E[max of N normals] / sharpe)²}.
     *
     * @param annualSharpe above zero
     * @return zero for a single trial
     */
    public static double minimumBacktestYears(long trials, double annualSharpe) {
        if (!(annualSharpe > 0)) {
            throw new IllegalArgumentException("The annualised Sharpe ratio must be positive, but is " + annualSharpe);
        }
        double ratio = expectedMaximum(trials, 1) / annualSharpe;
        return ratio * ratio;
    }
}
