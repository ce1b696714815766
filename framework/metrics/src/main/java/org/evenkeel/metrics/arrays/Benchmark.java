package org.evenkeel.metrics.arrays;

/** A column of returns against a benchmark's returns over the same periods. */
public final class Benchmark {

    private Benchmark() {}

    /** {@code cov(r, b) / var(b)}; NaN of fewer than two returns or where the benchmark does not vary. */
    public static double beta(double[] returns, double[] benchmark) {
        Arguments.requireSameLength("returns", returns, "benchmark", benchmark);
        double deviation = Returns.standardDeviation(benchmark);
        if (!Rounding.varies(Returns.mean(benchmark), deviation)) {
            return Double.NaN;
        }
        return covariance(returns, benchmark) / (deviation * deviation);
    }

    /**
     * The annualised return that the benchmark does not explain, {@code (1 + mean((r − f) − β(b − f)))^periods − 1}.
     *
     * @param beta as {@link #beta} gives it
     * @param riskFree the risk-free return of one period
     */
    public static double alpha(
            double[] returns, double[] benchmark, double beta, double riskFree, double periodsPerYear) {
        Arguments.requireSameLength("returns", returns, "benchmark", benchmark);
        Arguments.requirePositive("periodsPerYear", periodsPerYear);
        double perPeriod = Returns.mean(returns) - riskFree - beta * (Returns.mean(benchmark) - riskFree);
        return Math.pow(1 + perPeriod, periodsPerYear) - 1;
    }

    /** Pearson's correlation, −1 to 1; NaN of fewer than two returns or where either does not vary. */
    public static double correlation(double[] returns, double[] benchmark) {
        Arguments.requireSameLength("returns", returns, "benchmark", benchmark);
        double a = Returns.standardDeviation(returns);
        double b = Returns.standardDeviation(benchmark);
        if (!Rounding.varies(Returns.mean(returns), a) || !Rounding.varies(Returns.mean(benchmark), b)) {
            return Double.NaN;
        }
        return Math.clamp(covariance(returns, benchmark) / (a * b), -1, 1);
    }

    private static double covariance(double[] a, double[] b) {
        double meanA = Returns.mean(a);
        double meanB = Returns.mean(b);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - meanA) * (b[i] - meanB);
        }
        return sum / (a.length - 1);
    }

    /**
     * The annualised compound return over the periods in which the benchmark rose, over the benchmark's own; NaN where
     * it never rose. Meant for days or longer periods: compounding thousands of periods a year says nothing.
     */
    public static double upCapture(double[] returns, double[] benchmark, double periodsPerYear) {
        return capture(returns, benchmark, periodsPerYear, 1);
    }

    /** As {@link #upCapture}, over the periods in which the benchmark fell. */
    public static double downCapture(double[] returns, double[] benchmark, double periodsPerYear) {
        return capture(returns, benchmark, periodsPerYear, -1);
    }

    private static double capture(double[] returns, double[] benchmark, double periodsPerYear, int direction) {
        Arguments.requireSameLength("returns", returns, "benchmark", benchmark);
        Arguments.requirePositive("periodsPerYear", periodsPerYear);
        double own = 1;
        double other = 1;
        int count = 0;
        for (int i = 0; i < benchmark.length; i++) {
            if (benchmark[i] * direction > 0) {
                own *= 1 + returns[i];
                other *= 1 + benchmark[i];
                count++;
            }
        }
        double years = count / periodsPerYear;
        return count == 0 ? Double.NaN : Returns.cagr(own - 1, years) / Returns.cagr(other - 1, years);
    }
}
