package org.evenkeel.research;

import java.util.function.IntUnaryOperator;

/** The check that columns of orders fit the prices. */
final class Tables {
    private Tables() {}

    static void require(String what, int columns, IntUnaryOperator length, PriceTable prices) {
        int assets = prices.assets().size();
        if (columns != assets) {
            throw new IllegalArgumentException(
                    "There are " + columns + " columns of " + what + " for " + assets + " assets: give one for each.");
        }
        for (int asset = 0; asset < assets; asset++) {
            if (length.applyAsInt(asset) != prices.rows()) {
                throw new IllegalArgumentException(prices.assets().get(asset) + " has " + length.applyAsInt(asset)
                        + " rows of " + what + ", but the prices have " + prices.rows() + ": give one for each.");
            }
        }
    }
}
