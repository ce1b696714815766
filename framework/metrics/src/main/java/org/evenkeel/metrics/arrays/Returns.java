package org.evenkeel.metrics.arrays;

/** From values to simple returns and back, and what returns come to. */
public final class Returns {

    private Returns() {}

    /**
     * Simple returns {@code values[i + 1] / values[i] − 1}: one fewer than the values.
     *
     * @see #timeWeighted for what counts as undefined
     */
    public static double[] simple(double[] values) {
        double[] returns = new double[Math.max(0, values.length - 1)];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = onBase(values[i], values[i + 1]);
        }
        return returns;
    }

    /**
     * Time-weighted returns {@code (values[i + 1] − flows[i + 1]) / values[i] − 1}: one fewer than the values.
     *
     * <p>A period that begins and ends with nothing has a return of zero, for nothing was at stake. A return on a
     * negative base, or a gain on nothing, is undefined: NaN in its place.
     *
     * @param values the value at each point, after the flow at that point
     * @param flows what was put in at each point (negative: taken out); {@code flows[0]} made the first value and
     *     counts for no return
     */
    public static double[] timeWeighted(double[] values, double[] flows) {
        Arguments.requireSameLength("values", values, "flows", flows);
        double[] returns = new double[Math.max(0, values.length - 1)];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = onBase(values[i], values[i + 1] - flows[i + 1]);
        }
        return returns;
    }

    private static double onBase(double base, double after) {
        if (base > 0) {
            return after / base - 1;
        }
        return base == 0 && after == 0 ? 0 : Double.NaN;
    }

    /** The growth of one unit: {@code 1, 1 + r₀, (1 + r₀)(1 + r₁), …}; one more than the returns. */
    public static double[] growth(double[] returns) {
        double[] index = new double[returns.length + 1];
        index[0] = 1;
        for (int i = 0; i < returns.length; i++) {
            index[i + 1] = index[i] * (1 + returns[i]);
        }
        return index;
    }

    /** The compounded return {@code Π(1 + r) − 1}; zero of no returns. */
    public static double total(double[] returns) {
        double growth = 1;
        for (double r : returns) {
            growth *= 1 + r;
        }
        return growth - 1;
    }

    /**
     * The compound annual growth rate {@code (1 + total)^(1 / years) − 1}; NaN for a loss of more than everything or
     * for years that are not positive, infinite where the rate exceeds what a double can hold.
     */
    public static double cagr(double total, double years) {
        return years > 0 ? Math.pow(1 + total, 1 / years) - 1 : Double.NaN;
    }

    /** The arithmetic mean; NaN of nothing. */
    public static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** The standard deviation with ddof 1, in two passes; NaN of fewer than two values. */
    public static double standardDeviation(double[] values) {
        return values.length < 2 ? Double.NaN : deviationFrom(mean(values), values);
    }

    static double deviationFrom(double mean, double[] values) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }

    /** The annualised standard deviation, {@code std(r) · √periods}. */
    public static double volatility(double[] returns, double periodsPerYear) {
        Arguments.requirePositive("periodsPerYear", periodsPerYear);
        return standardDeviation(returns) * Math.sqrt(periodsPerYear);
    }

    /**
     * How straight the growth is: R² of the regression of {@code log(growth)} on the period number, the first point
     * left out (the definition of the empyrical library). The scale of the index does not matter.
     *
     * @param index the value at each point, as {@link #growth} gives it
     * @return between 0 and 1; NaN of fewer than three points, where a value is not positive, or where none differs
     */
    public static double stability(double[] index) {
        int n = index.length - 1;
        if (n < 2 || !(index[0] > 0)) {
            return Double.NaN;
        }
        double meanX = (n - 1) / 2.0;
        double meanY = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < n; i++) {
            double y = Math.log(index[i + 1] / index[0]);
            double delta = y - meanY;
            meanY += delta / (i + 1);
            yy += delta * (y - meanY);
            xy += (i - meanX) * y;
        }
        double xx = n * ((double) n * n - 1) / 12;
        return Rounding.varies(meanY, Math.sqrt(yy / (n - 1))) ? Math.min(1, xy * xy / (xx * yy)) : Double.NaN;
    }
}
