package org.evenkeel.optimizer;

import java.util.BitSet;

/** One of the limits of a portfolio, with the name that people know it by. */
sealed interface Limit {
    String name();

    boolean obeyedBy(double[] weights);

    /**
     * The same bound on the weights of some assets, each.
     *
     * @param assets whose
     * @param lower whether it is the least that they may be, not the most
     * @param value the bound
     */
    record Bound(String name, BitSet assets, boolean lower, double value) implements Limit {
        @Override
        public boolean obeyedBy(double[] weights) {
            return assets.stream().allMatch(i -> lower ? weights[i] >= value : weights[i] <= value);
        }

        Bound without(int asset) {
            BitSet others = (BitSet) assets.clone();
            others.clear(asset);
            return new Bound(name, others, lower, value);
        }
    }

    /** A condition on the weights together. */
    record Sum(String name, Row row) implements Limit {
        @Override
        public boolean obeyedBy(double[] weights) {
            return row.violation(weights) <= LinearProgram.FEASIBILITY;
        }
    }

    /**
     * The most that the portfolio's returns may vary.
     *
     * @param most its volatility
     */
    record Risk(String name, Covariance covariance, double most) implements Limit {
        /** How far the volatility may be beyond, as a fraction of it. */
        static final double TOLERANCE = 1e-9;

        @Override
        public boolean obeyedBy(double[] weights) {
            return Math.sqrt(covariance.variance(weights)) <= most * (1 + TOLERANCE);
        }
    }
}
