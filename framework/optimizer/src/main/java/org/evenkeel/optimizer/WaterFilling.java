package org.evenkeel.optimizer;

/** Spreads a whole in given proportions under caps. */
public final class WaterFilling {
    private WaterFilling() {}

    /**
     * Weights that keep the proportions wherever no cap is reached: min(cap, level × proportion), the level being such
     * that they add up to 1. What a cap takes away goes to those under theirs. Where all that have a proportion are
     * capped, the weights add up to less than 1.
     *
     * @param proportions 0 or more each, finite; all 0 gives weights of 0
     * @param caps as many, 0 or more each
     */
    public static double[] weights(double[] proportions, double[] caps) {
        double[] weights = scaledToLargest(proportions);
        boolean[] open = new boolean[weights.length];
        for (int i = 0; i < weights.length; i++) {
            open[i] = weights[i] > 0;
        }
        while (closeCapped(weights, open, caps)) {
            // Each round closes at least one, so it ends.
        }
        return weights;
    }

    /** Fills up to the level that the open ones allow; true where that brought one to its cap. */
    private static boolean closeCapped(double[] weights, boolean[] open, double[] caps) {
        double left = 1;
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            left -= open[i] ? 0 : weights[i];
            sum += open[i] ? weights[i] : 0;
        }
        double level = Math.max(0, left) / sum;
        boolean closed = false;
        for (int i = 0; i < weights.length; i++) {
            if (open[i] && weights[i] * level >= caps[i]) {
                weights[i] = caps[i];
                open[i] = false;
                closed = true;
            }
        }
        for (int i = 0; i < weights.length && !closed; i++) {
            weights[i] *= open[i] ? level : 1;
        }
        return closed;
    }

    /** The proportions with the largest as 1, so that adding them up cannot overflow. */
    private static double[] scaledToLargest(double[] proportions) {
        double largest = 0;
        for (double proportion : proportions) {
            largest = Math.max(largest, proportion);
        }
        double[] scaled = new double[proportions.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = largest > 0 ? proportions[i] / largest : 0;
        }
        return scaled;
    }
}
