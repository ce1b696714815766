package org.evenkeel.optimizer;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;
import org.evenkeel.optimizer.OptimizerException.Reason;

/** The most that each asset's weight may be. Immutable; always wide enough for weights that add up to 1. */
public final class Caps {
    /** Caps that add up to this little less than 1 are taken to be meant as 1: 0.1 ten times is not 1 in doubles. */
    private static final double ROUNDING = 1e-12;

    private final double[] caps;
    private final double sum;

    private Caps(double[] caps) {
        this.caps = caps;
        this.sum = Arrays.stream(caps).sum();
        if (!Arrays.stream(caps).allMatch(cap -> cap >= 0 && cap <= 1)) {
            throw new OptimizerException(
                    Reason.BAD_INPUT, "The caps " + Arrays.toString(caps) + " are no caps: give each 0 to 1.");
        }
        if (sum < 1 - ROUNDING) {
            throw new OptimizerException(
                    Reason.INFEASIBLE_CAPS,
                    String.format(
                            Locale.ROOT,
                            "The caps of the %d assets add up to %.6g, but their weights must add up to 1: raise the"
                                    + " caps or take in more assets.",
                            caps.length,
                            sum));
        }
    }

    /** Each of so many assets may have any weight. */
    public static Caps none(int assets) {
        return each(assets, 1);
    }

    /**
     * Each of so many assets has the same cap.
     *
     * @throws OptimizerException when the cap is not in [0, 1], or the caps add up to less than 1
     */
    public static Caps each(int assets, double cap) {
        double[] caps = new double[assets];
        Arrays.fill(caps, cap);
        return new Caps(caps);
    }

    /**
     * Each asset has a cap of its own.
     *
     * @throws OptimizerException when a cap is not in [0, 1], or the caps add up to less than 1
     */
    public static Caps of(double... caps) {
        return new Caps(caps.clone());
    }

    /** How many assets there are. */
    public int size() {
        return caps.length;
    }

    /** The most that an asset's weight may be. */
    public double get(int asset) {
        return caps[asset];
    }

    /** The least that values weighed add up to: all that the caps allow goes to the smallest values. */
    double leastSum(double[] values) {
        int[] order = IntStream.range(0, size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double left = 1;
        double total = 0;
        for (int asset : order) {
            double weight = Math.min(left, caps[asset]);
            total += weight * values[asset];
            left -= weight;
        }
        return total;
    }

    /** Whether the caps leave no choice: every weight is its cap. */
    boolean areTight() {
        return sum <= 1 + ROUNDING;
    }

    /** Whether the weights obey the caps. */
    boolean allow(double[] weights) {
        for (int i = 0; i < caps.length; i++) {
            if (weights[i] > caps[i]) {
                return false;
            }
        }
        return true;
    }

    double[] toArray() {
        return caps.clone();
    }

    void requireSize(int assets) {
        if (caps.length != assets) {
            throw new OptimizerException(
                    Reason.BAD_INPUT, "There are " + caps.length + " caps for " + assets + " assets: give each one.");
        }
    }
}
