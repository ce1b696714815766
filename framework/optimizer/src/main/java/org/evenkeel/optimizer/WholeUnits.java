package org.evenkeel.optimizer;

import java.util.Arrays;
import org.evenkeel.optimizer.OptimizerException.Reason;

/**
 * What an amount of money buys of a portfolio where assets come in whole units.
 *
 * @param units how many of each asset
 * @param left the money that is left over
 * @param error what of the amount is not where it should be: the sum of what each asset's value is off by, and what is
 *     left over
 */
public record WholeUnits(long[] units, double left, double error) {
    /** Whole units of an asset are bought up to this many: beyond, a unit is but a grain. */
    private static final double MOST_UNITS = 1e12;

    /**
     * First as many units as each asset's share buys; then, as long as money is left for one, a unit of the asset that
     * lacks most of its share. Quick, and nearly the best.
     *
     * @param weights 0 or more each; they add up to 1 or less, what they leave being meant as cash
     * @param prices of a unit, above 0
     * @param amount the money there is, above 0
     * @throws OptimizerException when a number is no good, or a weight is below 0
     */
    public static WholeUnits greedy(double[] weights, double[] prices, double amount) {
        requirePurchase(weights, prices, amount);
        double[] wanted = wanted(weights, amount);
        long[] units = floors(wanted, prices);
        double left = left(wanted, units, prices);
        int next = lacksMost(units, wanted, prices, left);
        while (next >= 0) {
            units[next]++;
            left -= prices[next];
            next = lacksMost(units, wanted, prices, left);
        }
        return of(units, wanted, prices, amount);
    }

    /**
     * The units of the least error, by an integer programme; of several such sets, one that the greedy way finds if it
     * does.
     *
     * @param weights 0 or more each; they add up to 1 or less, what they leave being meant as cash
     * @param prices of a unit, above 0
     * @param amount the money there is, above 0
     * @throws OptimizerException when a number is no good, or a weight is below 0
     */
    public static WholeUnits exact(double[] weights, double[] prices, double amount) {
        WholeUnits greedy = greedy(weights, prices, amount);
        double[] wanted = wanted(weights, amount);
        long[] best = UnitsProgram.units(wanted, prices);
        WholeUnits exact = of(best, wanted, prices, amount);
        return exact.error < greedy.error ? exact : greedy;
    }

    private static void requirePurchase(double[] weights, double[] prices, double amount) {
        if (weights.length != prices.length) {
            throw new OptimizerException(
                    Reason.BAD_INPUT,
                    "There are " + weights.length + " weights for " + prices.length + " prices: give each asset both.");
        }
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] < 0) {
                throw new OptimizerException(
                        Reason.BAD_INPUT,
                        "The weight of asset " + i + ", " + weights[i]
                                + ", is a debt, which is not bought in whole units:"
                                + " make a portfolio of weights of 0 or more.");
            }
            if (!(weights[i] >= 0 && prices[i] > 0) || !(weights[i] * amount / prices[i] <= MOST_UNITS)) {
                throw new OptimizerException(
                        Reason.BAD_INPUT,
                        "A weight of " + weights[i] + " at a price of " + prices[i] + " (asset " + i + ") buys nothing"
                                + " that can be counted: weights are 0 or more, prices above 0, and of one asset no more"
                                + " than " + (long) MOST_UNITS + " units are bought.");
            }
            sum += weights[i];
        }
        if (!(amount > 0 && amount < Double.POSITIVE_INFINITY) || sum > 1 + 1e-9) {
            throw new OptimizerException(
                    Reason.BAD_INPUT,
                    "An amount of " + amount + " cannot be spent on weights that add up to " + sum
                            + ": give an amount above 0, and weights of 1 in all or less.");
        }
    }

    private static double[] wanted(double[] weights, double amount) {
        return Arrays.stream(weights).map(weight -> weight * amount).toArray();
    }

    static long[] floors(double[] wanted, double[] prices) {
        long[] units = new long[wanted.length];
        for (int i = 0; i < units.length; i++) {
            units[i] = (long) Math.floor(wanted[i] / prices[i]);
        }
        return units;
    }

    private static double left(double[] wanted, long[] units, double[] prices) {
        double left = 0;
        for (int i = 0; i < units.length; i++) {
            left += wanted[i] - units[i] * prices[i];
        }
        return left;
    }

    /** The asset that lacks most of its share and of which a unit can be paid; −1 where there is none. */
    private static int lacksMost(long[] units, double[] wanted, double[] prices, double left) {
        int most = -1;
        double lack = 0;
        for (int i = 0; i < units.length; i++) {
            double missing = wanted[i] - units[i] * prices[i];
            if (missing > lack && prices[i] <= left) {
                lack = missing;
                most = i;
            }
        }
        return most;
    }

    private static WholeUnits of(long[] units, double[] wanted, double[] prices, double amount) {
        double left = left(wanted, units, prices);
        double error = Math.abs(left);
        for (int i = 0; i < units.length; i++) {
            error += Math.abs(wanted[i] - units[i] * prices[i]);
        }
        return new WholeUnits(units, amount - Arrays.stream(wanted).sum() + left, error);
    }
}
