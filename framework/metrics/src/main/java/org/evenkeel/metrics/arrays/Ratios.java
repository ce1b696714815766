package org.evenkeel.metrics.arrays;

/** Reward for risk, from simple returns per period. */
public final class Ratios {

    private Ratios() {}

    /** The annualised Sharpe ratio without a risk-free rate: {@code mean(r) / std(r) · √periods}, ddof 1. */
    public static double sharpe(double[] returns, double periodsPerYear) {
        return sharpe(returns, 0, periodsPerYear);
    }

    /**
     * The annualised Sharpe ratio {@code mean(r − f) / std(r) · √periods}, ddof 1 (Sharpe 1994).
     *
     * @param riskFree the risk-free return of one period
     * @return NaN of fewer than two returns or where they do not vary
     */
    public static double sharpe(double[] returns, double riskFree, double periodsPerYear) {
        Arguments.requirePositive("periodsPerYear", periodsPerYear);
        if (returns.length < 2) {
            return Double.NaN;
        }
        double mean = Returns.mean(returns);
        double deviation = Returns.deviationFrom(mean, returns);
        return Rounding.varies(mean, deviation)
                ? (mean - riskFree) / deviation * Math.sqrt(periodsPerYear)
                : Double.NaN;
    }

    /** {@code √mean(min(r − target, 0)²)} over all periods, those above the target counting as zero; NaN of nothing. */
    public static double downsideDeviation(double[] returns, double target) {
        double squares = 0;
        for (double r : returns) {
            double shortfall = Math.min(r - target, 0);
            squares += shortfall * shortfall;
        }
        return Math.sqrt(squares / returns.length);
    }

    /**
     * The annualised Sortino ratio {@code mean(r − target) / downsideDeviation · √periods} (Sortino and Price 1994).
     *
     * @param target the least acceptable return of one period
     * @return NaN of no returns or where none falls short of the target
     */
    public static double sortino(double[] returns, double target, double periodsPerYear) {
        Arguments.requirePositive("periodsPerYear", periodsPerYear);
        double downside = downsideDeviation(returns, target);
        if (!Rounding.varies(target, downside)) {
            return Double.NaN;
        }
        return (Returns.mean(returns) - target) / downside * Math.sqrt(periodsPerYear);
    }

    /**
     * Omega: what is gained above a threshold over what is lost below it, {@code Σmax(r − θ, 0) / Σmax(θ − r, 0)}
     * (Keating and Shadwick 2002).
     *
     * @param threshold the least acceptable return of one period. Like that of {@link #sortino} it is the risk-free one
     *     where a rate is given, as in empyrical, quantstats and vectorbt
     * @return NaN where nothing is lost
     */
    public static double omega(double[] returns, double threshold) {
        double gained = 0;
        double lost = 0;
        for (double r : returns) {
            double excess = r - threshold;
            gained += Math.max(excess, 0);
            lost += Math.max(-excess, 0);
        }
        return lost > Rounding.FALL ? gained / lost : Double.NaN;
    }

    /**
     * Calmar: the growth rate over the depth of the deepest drawdown, {@code cagr / |maxDrawdown|}; NaN without one.
     */
    public static double calmar(double cagr, double maxDrawdown) {
        return maxDrawdown < 0 ? cagr / -maxDrawdown : Double.NaN;
    }
}
