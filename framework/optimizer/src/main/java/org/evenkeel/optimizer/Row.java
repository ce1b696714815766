package org.evenkeel.optimizer;

/**
 * A linear condition: lower ≤ coefficients · x ≤ upper.
 *
 * @param coefficients one a variable
 * @param lower −∞ where there is none
 * @param upper +∞ where there is none; the same as lower makes an equation
 * @param unit what the row adds up to is no smaller matter than this: violations are measured by it
 */
record Row(double[] coefficients, double lower, double upper, double unit) {
    /** A thousandth of the portfolio in one asset. */
    private static final double SMALL = 1e-3;

    Row(double[] coefficients, double lower, double upper) {
        this(coefficients, lower, upper, SMALL * Stationary.largest(coefficients));
    }

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
        double size = 0;
        for (int i = 0; i < x.length; i++) {
            size += Math.abs(coefficients[i] * x[i]);
        }
        double bound = value < lower ? lower : upper;
        double outside = Math.max(0, Math.max(lower - value, value - upper));
        return outside == 0 ? 0 : outside / Math.max(unit, Math.max(size, Math.abs(bound)));
    }

    /** The same condition on x × units, its largest coefficient being 1 or −1. */
    Row inUnits(double[] units) {
        double[] scaled = new double[units.length];
        for (int i = 0; i < units.length; i++) {
            scaled[i] = coefficients[i] / units[i];
        }
        double largest = Stationary.largest(scaled);
        double scale = largest > 0 ? largest : 1;
        for (int i = 0; i < units.length; i++) {
            scaled[i] /= scale;
        }
        return new Row(scaled, lower / scale, upper / scale, unit / scale);
    }
}
