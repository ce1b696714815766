package org.evenkeel.metrics.arrays;

/**
 * A Sharpe ratio and what its error depends on.
 *
 * @param sharpe per period, not annualised
 * @param periods the number of returns, at least 2
 * @param skew of the returns
 * @param rawKurtosis of the returns: 3 for a normal, never excess kurtosis
 */
public record SharpeEstimate(double sharpe, long periods, double skew, double rawKurtosis) {

    public SharpeEstimate {
        if (periods < 2) {
            throw new IllegalArgumentException(
                    "A Sharpe ratio is estimated from at least 2 returns, but there are " + periods);
        }
        if (!Double.isFinite(sharpe) || !Double.isFinite(skew)) {
            throw new IllegalArgumentException("Sharpe and skew must be finite, but are " + sharpe + " and " + skew);
        }
        if (!(rawKurtosis >= 1) || Double.isInfinite(rawKurtosis)) {
            throw new IllegalArgumentException("Raw kurtosis is at least 1 (3 for a normal), but is " + rawKurtosis
                    + "; was excess kurtosis given?");
        }
    }

    /**
     * The estimate from the moments of returns, which must vary.
     *
     * @param riskFree the risk-free return of one period
     */
    public static SharpeEstimate of(Moments moments, double riskFree) {
        if (!moments.varies()) {
            throw new IllegalArgumentException("A Sharpe ratio needs returns that vary; these " + moments.count()
                    + " do not: ask Moments.varies() first");
        }
        double sharpe = (moments.mean() - riskFree) / moments.standardDeviation();
        // Two values in equal parts have a kurtosis of exactly 1, and rounding may put it below.
        return new SharpeEstimate(sharpe, moments.count(), moments.skew(), Math.max(1, moments.rawKurtosis()));
    }

    /** {@code 1 − skew·s + (k − 1)/4·s²}: the variance of s times (n − 1). Never negative, as k ≥ 1 + skew². */
    double varianceFactor() {
        return Math.max(0, 1 - skew * sharpe + (rawKurtosis - 1) / 4 * sharpe * sharpe);
    }
}
