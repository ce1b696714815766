package org.evenkeel.metrics;

/**
 * What the ledger knows about trades, in USD. The columns are not copied; two records are equal only where they hold
 * the very same columns.
 *
 * @param realisedProfits the profit of each closed trade or position, net of its costs; negative for a loss
 * @param volume the value of everything bought and sold, ≥ 0
 * @param costs what all of it cost
 * @param exposures the share of equity that was invested, at evenly spread moments; empty where it was not recorded
 */
public record TradeStatistics(double[] realisedProfits, double volume, TradeCosts costs, double[] exposures) {

    public TradeStatistics {
        requireFinite("realised profit", realisedProfits);
        requireFinite("exposure", exposures);
        requireAmount("volume", volume);
    }

    private static void requireFinite(String what, double[] column) {
        for (int i = 0; i < column.length; i++) {
            if (!Double.isFinite(column[i])) {
                throw new IllegalArgumentException(
                        "The " + what + " at position " + i + " is " + column[i] + "; it must be a finite number");
            }
        }
    }

    static void requireAmount(String what, double amount) {
        if (!(amount >= 0) || Double.isInfinite(amount)) {
            throw new IllegalArgumentException("The " + what + " must be finite and not negative, but is " + amount);
        }
    }
}
