package org.evenkeel.state.model;

import java.math.BigDecimal;

/** How much a trade is for. A buy is sized in money, a sale in the asset, so that neither depends on the price it gets. */
public sealed interface Size {
    /**
     * Spend so much of the reserve, fees included.
     *
     * @param value more than 0
     */
    record Spend(BigDecimal value) implements Size {
        /**
         * @throws IllegalArgumentException when the value is not positive, or has too many digits to be booked
         */
        public Spend {
            requirePositive(value, "A buy");
        }
    }

    /**
     * Sell so much of the asset.
     *
     * @param quantity more than 0
     */
    record Sell(BigDecimal quantity) implements Size {
        /**
         * @throws IllegalArgumentException when the quantity is not positive, or has too many digits to be booked
         */
        public Sell {
            requirePositive(quantity, "A sale");
        }
    }

    /** Sell whatever is held when the trade is executed. */
    record SellAll() implements Size {}

    private static void requirePositive(BigDecimal amount, String what) {
        Decimals.requireBookable(amount, what);
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException(what + " of " + amount.toPlainString() + ": it must be more than 0.");
        }
    }
}
