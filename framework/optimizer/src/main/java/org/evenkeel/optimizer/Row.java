package org.evenkeel.optimizer;

/**
 * A linear condition: lower ≤ coefficients · x ≤ upper.
 *
 * @param coefficients one a variable
 * @param lower −∞ where there is none
 * @param upper +∞ where there is none; the same as lower makes an equation
 */
record Row(double[] coefficients, double lower, double upper) {
    static Row atLeast(double[] coefficients, double lower) {
        return new Row(coefficients, lower, Double.POSITIVE_INFINITY);
    }

    static Row atMost(double[] coefficients, double upper) {
        return new Row(coefficients, Double.NEGATIVE_INFINITY, upper);
    }

    boolean isEquation() {
        return lower == upper;
    }

    double at(double[] x) {
        return Matrices.dot(coefficients, x);
    }

    /** How far x is outside, as a fraction of what the row adds up; 0 where x obeys it. */
    double violation(double[] x) {
        double value = at(x);
        double size = 1e-300;
        for (int i = 0; i < x.length; i++) {
            size += Math.abs(coefficients[i] * x[i]);
        }
        double bound = value < lower ? lower : upper;
        double outside = Math.max(0, Math.max(lower - value, value - upper));
        return outside == 0 ? 0 : outside / Math.max(size, Math.abs(bound));
    }

    /** The same condition on x × units, its largest coefficient being 1 or −1. */
    Row inUnits(double[] units) {
        double[] scaled = new double[units.length];
        double largest = 0;
        for (int i = 0; i < units.length; i++) {
            scaled[i] = coefficients[i] / units[i];
            largest = Math.max(largest, Math.abs(scaled[i]));
        }
        if (largest == 0) {
            return new Row(scaled, lower, upper);
        }
        for (int i = 0; i < units.length; i++) {
            scaled[i] /= largest;
        }
        return new Row(scaled, lower / largest, upper / largest);
    }
}
