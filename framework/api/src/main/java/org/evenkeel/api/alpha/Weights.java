package org.evenkeel.api.alpha;

import java.util.Arrays;
import org.evenkeel.optimizer.WaterFilling;

/** Arithmetic on weights. */
final class Weights {
    private Weights() {}

    /**
     * Weights scaled to add up to 1 and cut to their caps. What a cap takes away is spread over the others in
     * proportion or left out. All 0 stays all 0.
     *
     * @param raw finite and 0 or more each
     * @param caps as many
     */
    static double[] normalised(double[] raw, double[] caps, WeightLimits.Excess excess) {
        if (excess == WeightLimits.Excess.REDISTRIBUTE) {
            return WaterFilling.weights(raw, caps);
        }
        double[] whole = new double[raw.length];
        Arrays.fill(whole, 1);
        double[] weights = WaterFilling.weights(raw, whole);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.min(weights[i], caps[i]);
        }
        return weights;
    }
}
