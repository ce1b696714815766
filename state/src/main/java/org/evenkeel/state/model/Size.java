package org.evenkeel.state.model;

import java.math.BigDecimal;

/**
 * How much a trade is for. A buy is sized in money, a sale in the asset, so that neither depends on the price it gets.
 */
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
            value = positive(value, "A buy");
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
            quantity = positive(quantity, "A sale");
        }
    }

    /** Sell whatever is held when the trade is executed. */
    record SellAll() implements Size {}

    /** The amount as it is once it has been written out and read again: 1E+3 becomes 1000. */
    private static BigDecimal positive(BigDecimal amount, String what) {
        Decimals.requireBookable(amount, what);
        BigDecimal plain = amount.scale() < 0 ? amount.setScale(0) : amount;
        Decimals.requireBookable(plain, what);
        if (plain.signum() <= 0) {
            throw new IllegalArgumentException(what + " of " + plain.toPlainString() + ": it must be more than 0.");
        }
        return plain;
    }
}
