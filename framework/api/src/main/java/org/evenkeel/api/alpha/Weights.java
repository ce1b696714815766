package org.evenkeel.api.alpha;

import java.util.Arrays;

/** Arithmetic on weights. */
final class Weights {
    private static final double ROUNDING = 1e-12;

    private Weights() {}

    /**
     * Weights scaled to add up to 1 and cut to the cap. What the cap takes away is spread over the uncapped in
     * proportion (water filling: each round caps at least one more, so it ends) or left out.
     *
     * @param raw 0 or more each, not all 0
     */
    static double[] normalised(double[] raw, WeightLimits limits) {
        double sum = Arrays.stream(raw).sum();
        double[] weights = Arrays.stream(raw).map(weight -> weight / sum).toArray();
        return limits.excess() == WeightLimits.Excess.CASH
                ? Arrays.stream(weights)
                        .map(weight -> Math.min(weight, limits.maxWeight()))
                        .toArray()
                : filled(weights, limits.maxWeight());
    }

    private static double[] filled(double[] weights, double cap) {
        boolean[] capped = new boolean[weights.length];
        while (true) {
            double excess = 0;
            double uncapped = 0;
            for (int i = 0; i < weights.length; i++) {
                if (!capped[i] && weights[i] > cap) {
                    capped[i] = true;
                }
                excess += capped[i] ? weights[i] - cap : 0;
                uncapped += capped[i] ? 0 : weights[i];
                weights[i] = capped[i] ? cap : weights[i];
            }
            if (excess <= ROUNDING || uncapped <= 0) {
                return weights;
            }
            for (int i = 0; i < weights.length; i++) {
                weights[i] *= capped[i] ? 1 : 1 + excess / uncapped;
            }
        }
    }
}
