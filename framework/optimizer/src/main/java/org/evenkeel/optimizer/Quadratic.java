package org.evenkeel.optimizer;

/**
 * What a quadratic programme asks for: the least ½x′Qx + c′x of a region.
 *
 * @param matrix Q, symmetric and positive semidefinite
 * @param linear c
 * @param region where x may be
 */
record Quadratic(double[][] matrix, double[] linear, Region region) {
    /** How far an answer may be from the least, as a fraction of its terms. */
    private static final double TOLERANCE = 1e-9;

    /** What rounding may add, as a fraction of the risk that the variables would have if none offset another. */
    private static final double ROUNDING = 1e-12;

    /** What part of that a single bound or row may make. */
    private static final double PART = 1e-3;

    int size() {
        return linear.length;
    }

    double[] gradient(double[] x) {
        double[] gradient = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            gradient[i] = Matrices.dot(matrix[i], x) + linear[i];
        }
        return gradient;
    }

    /**
     * Whether x is proven to be in the region and its value to be the least but for next to nothing: the objective is
     * convex, so no point is lower than x by more than the gradient falls over the region.
     *
     * @param multipliers one a row
     */
    boolean isProven(double[] x, double[] multipliers) {
        double[] gradient = gradient(x);
        double gap = Matrices.dot(gradient, x) - region.leastOf(gradient, multipliers);
        return gap <= nothing(x, gradient) && region.violation(x) <= LinearProgram.FEASIBILITY;
    }

    /** How far the value at x may be from the least. */
    private double nothing(double[] x, double[] gradient) {
        double terms = 0;
        double alone = 0;
        for (int i = 0; i < x.length; i++) {
            terms += Math.abs(linear[i] * x[i]) + x[i] * (gradient[i] - linear[i]);
            alone += matrix[i][i] * x[i] * x[i];
        }
        return TOLERANCE * terms + ROUNDING * alone;
    }

    /**
     * What each bound and then each row may press the wrong way with at x, without much of a gain in letting it go: a
     * part of what the value may be off by, over the way that there is to go.
     */
    double[] smallPresses(double[] x) {
        double[] small = region.ways();
        double nothing = nothing(x, gradient(x)) * PART;
        for (int i = 0; i < small.length; i++) {
            small[i] = nothing / Math.max(small[i], Double.MIN_NORMAL);
        }
        return small;
    }

    /**
     * The same of x × units.
     *
     * @param scale what the objective is divided by
     * @param ridge what is added to each diagonal value after that
     */
    Quadratic inUnits(double[] units, double scale, double ridge) {
        double[][] scaled = new double[size()][size()];
        double[] slope = new double[size()];
        for (int i = 0; i < size(); i++) {
            slope[i] = linear[i] / units[i] / scale;
            for (int j = 0; j < size(); j++) {
                scaled[i][j] = matrix[i][j] / units[i] / units[j] / scale;
            }
            scaled[i][i] += ridge;
        }
        return new Quadratic(scaled, slope, region.inUnits(units));
    }
}
