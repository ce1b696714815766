package org.evenkeel.optimizer;

import java.util.Arrays;
import org.evenkeel.optimizer.OptimizerException.Reason;

/**
 * The long-only portfolio in which every asset contributes the same to the risk: weight × covariance with the
 * portfolio. Where an asset is held back by its cap it contributes less, and those under their caps the same as each
 * other.
 *
 * <p>Source: T. Griveau-Billion, J.-C. Richard, T. Roncalli, "A fast algorithm for computing high-dimensional risk
 * parity portfolios" (2013): the minimum of the convex ½x′Cx − λ Σ ln xᵢ, coordinate by coordinate, each step a
 * quadratic equation. Here x is weight × volatility and C the correlation. With caps, after J.-C. Richard, T. Roncalli,
 * "Constrained risk budgeting portfolios" (2019): each coordinate is cut to its cap, and λ is searched for such that
 * the weights add up to 1.
 */
public final class RiskParity {
    /** How far two contributions may lie apart, as a fraction of themselves. */
    private static final double TOLERANCE = 1e-10;

    private static final int MAX_ROUNDS = 10_000;
    private static final int MAX_HALVINGS = 200;

    private final double[][] correlation;
    private final double[] caps;
    private final double[] risks;

    private RiskParity(Correlation correlation, double[] caps) {
        this.correlation = correlation.matrix();
        this.caps = caps;
        this.risks = new double[caps.length];
        Arrays.fill(risks, 1);
    }

    /** As {@link #weights(Covariance, Caps)}, without caps. */
    public static double[] weights(Covariance covariance) {
        return weights(covariance, Caps.none(covariance.size()));
    }

    /**
     * The weights of equal risk contributions. The covariance may be singular, as long as no holding of the assets is
     * without risk.
     *
     * @param covariance of the assets
     * @param caps the most that each weight may be
     * @throws OptimizerException when an asset does not move, the caps are not as many as the assets, or the
     *     contributions did not become equal, as with assets that cancel each other out
     */
    public static double[] weights(Covariance covariance, Caps caps) {
        caps.requireSize(covariance.size());
        Correlation correlation = Correlation.of(covariance);
        double[] free = new double[caps.size()];
        Arrays.fill(free, Double.POSITIVE_INFINITY);
        RiskParity uncapped = new RiskParity(correlation, free);
        uncapped.balance(1);
        double[] weights = WaterFilling.weights(correlation.weights(uncapped.risks), free);
        if (caps.allow(weights)) {
            return weights;
        }
        return caps.areTight() ? caps.toArray() : capped(correlation, caps);
    }

    /** Searches λ between one at which the weights add up to less than 1 and one at which they do not. */
    private static double[] capped(Correlation correlation, Caps caps) {
        double[] inverse = correlation.inverseVolatilities();
        double[] most = new double[inverse.length];
        for (int i = 0; i < most.length; i++) {
            most[i] = caps.get(i) / inverse[i];
        }
        RiskParity parity = new RiskParity(correlation, most);
        double low = 1;
        while (parity.total(low, inverse) > 1) {
            low /= 4;
        }
        double high = low;
        for (int i = 0; i < MAX_HALVINGS && parity.total(high, inverse) < 1; i++) {
            high *= 4;
        }
        for (int i = 0; i < MAX_HALVINGS && high / low - 1 > TOLERANCE; i++) {
            double middle = Math.sqrt(low * high);
            if (parity.total(middle, inverse) < 1) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return WaterFilling.weights(correlation.weights(parity.risks), caps.toArray());
    }

    /** What the weights of a λ add up to. */
    private double total(double lambda, double[] inverse) {
        balance(lambda);
        return Matrices.dot(risks, inverse);
    }

    private void balance(double lambda) {
        for (int round = 0; round < MAX_ROUNDS; round++) {
            for (int i = 0; i < risks.length; i++) {
                double others = Matrices.dot(correlation[i], risks) - risks[i];
                risks[i] = Math.min(caps[i], positiveRoot(others, lambda));
            }
            if (unbalance(lambda) <= TOLERANCE) {
                return;
            }
        }
        throw new OptimizerException(
                Reason.NOT_CONVERGED,
                "The risk contributions did not become equal in " + MAX_ROUNDS + " rounds (they differ by "
                        + unbalance(lambda)
                        + " of themselves): some of the assets cancel each other out almost wholly. "
                        + "Leave one of them out, or shrink (ledoitWolf).");
    }

    /** The x > 0 with x² + others · x = λ. */
    private static double positiveRoot(double others, double lambda) {
        double root = Math.sqrt(others * others + 4 * lambda);
        return others > 0 ? 2 * lambda / (others + root) : (root - others) / 2;
    }

    /** How far the contributions of the uncapped are from λ, as a fraction of it. */
    private double unbalance(double lambda) {
        double worst = 0;
        for (int i = 0; i < risks.length; i++) {
            if (risks[i] < caps[i]) {
                double contribution = risks[i] * Matrices.dot(correlation[i], risks);
                worst = Math.max(worst, Math.abs(contribution / lambda - 1));
            }
        }
        return worst;
    }
}
