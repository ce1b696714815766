package org.evenkeel.optimizer;

/**
 * What is expected of a portfolio, over the period that its estimates are for.
 *
 * @param expectedReturn the mean of its returns
 * @param volatility their standard deviation
 */
public record Outlook(double expectedReturn, double volatility) {
    /** What is expected of weights. */
    public static Outlook of(double[] weights, double[] expectedReturns, Covariance covariance) {
        return new Outlook(Matrices.dot(weights, expectedReturns), Math.sqrt(covariance.variance(weights)));
    }

    /**
     * The expected return above the risk-free one for each unit of volatility; NaN where there is no volatility.
     *
     * @param riskFree the return of money that takes no risk, over the same period
     */
    public double sharpe(double riskFree) {
        return volatility > 0 ? (expectedReturn - riskFree) / volatility : Double.NaN;
    }
}
