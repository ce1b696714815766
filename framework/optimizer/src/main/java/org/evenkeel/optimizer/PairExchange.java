package org.evenkeel.optimizer;

/**
 * Sharpens a portfolio that has nearly the best ratio of reward to risk, reward·w / √(w′Σw): weight goes from the asset
 * that earns least for its risk to the one that earns most, each time as much as makes the ratio best, until no such
 * exchange improves it.
 *
 * <p>The choice of the pair is that of J. Platt, "Sequential minimal optimization" (1998).
 */
final class PairExchange {
    /** An exchange is made while its first-order gain is above this part of the ratio for a whole weight exchanged. */
    private static final double TOLERANCE = 1e-11;

    private static final int MAX_STEPS_PER_ASSET = 500;

    private final double[] rewards;
    private final Covariance covariance;
    private final Caps caps;
    private final double[] weights;
    private double reward;
    private double[] risks;

    PairExchange(double[] rewards, Covariance covariance, Caps caps, double[] start) {
        this.rewards = rewards;
        this.covariance = covariance;
        this.caps = caps;
        this.weights = start.clone();
        this.reward = Matrices.dot(rewards, weights);
        this.risks = covariance.times(weights);
    }

    /** The sharpened weights; they add up to what the first ones did. */
    double[] run() {
        double[] losses = losses();
        for (int step = 0; step < MAX_STEPS_PER_ASSET * weights.length; step++) {
            int from = dearest(losses);
            int to = cheapest(losses);
            if (from < 0 || to < 0 || losses[from] - losses[to] <= TOLERANCE) {
                break;
            }
            move(from, to);
            losses = losses();
        }
        return weights.clone();
    }

    /**
     * How much an asset's weight takes from the ratio to first order, as a fraction of it: covariance / variance −
     * reward / total reward.
     */
    double[] losses() {
        double variance = Matrices.dot(weights, risks);
        double[] losses = new double[weights.length];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = risks[i] / variance - rewards[i] / reward;
        }
        return losses;
    }

    /** The ratio (a + bt) / √(c + 2dt + et²) is best at t = (bc − ad) / (ae − bd), if anywhere. */
    private void move(int from, int to) {
        double b = rewards[to] - rewards[from];
        double c = Matrices.dot(weights, risks);
        double d = risks[to] - risks[from];
        double e = covariance.get(from, from) + covariance.get(to, to) - 2 * covariance.get(from, to);
        double curvature = reward * e - b * d;
        double most = Math.min(weights[from], caps.get(to) - weights[to]);
        double amount = curvature > 0 ? Math.min(most, (b * c - reward * d) / curvature) : most;
        weights[from] -= amount;
        weights[to] = Math.min(caps.get(to), weights[to] + amount);
        reward = Matrices.dot(rewards, weights);
        for (int i = 0; i < risks.length; i++) {
            risks[i] += amount * (covariance.get(i, to) - covariance.get(i, from));
        }
    }

    private int dearest(double[] losses) {
        int best = -1;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0 && (best < 0 || losses[i] > losses[best])) {
                best = i;
            }
        }
        return best;
    }

    private int cheapest(double[] losses) {
        int best = -1;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] < caps.get(i) && (best < 0 || losses[i] < losses[best])) {
                best = i;
            }
        }
        return best;
    }
}
