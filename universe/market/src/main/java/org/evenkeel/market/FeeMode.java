package org.evenkeel.market;

/** How a venue takes its fee f from a trade of value V at mid price p. */
public enum FeeMode {
    /** A pool takes the fee from what goes in: spending V buys V·(1−f)/p, selling q brings q·(1−f)·p. */
    FROM_INPUT {
        @Override
        public double buyFactor(double fee) {
            return 1 - fee;
        }
    },
    /** A commission comes on top of the value: spending V buys V/(1+f)/p, selling q brings q·p·(1−f). */
    ON_TOP {
        @Override
        public double buyFactor(double fee) {
            return 1 / (1 + fee);
        }
    };

    /**
     * The share of the money spent that reaches the asset.
     *
     * @param fee the fee as a fraction, 0.003 for 30 basis points
     */
    public abstract double buyFactor(double fee);

    /**
     * The share of the asset's value at mid price that a sale brings.
     *
     * @param fee the fee as a fraction
     */
    public double sellFactor(double fee) {
        return 1 - fee;
    }
}
