package org.evenkeel.state.model;

import java.math.BigDecimal;

/**
 * What a trade cost, each in money.
 *
 * @param fee the fees of every hop
 * @param impact what was lost because the trade itself moved the price
 * @param gas what the transaction cost, 0 or more
 */
public record Costs(BigDecimal fee, BigDecimal impact, BigDecimal gas) {
    /** Nothing. */
    public static final Costs NONE = new Costs(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /**
     * @throws IllegalArgumentException when the gas is negative, or an amount has too many digits to be booked
     */
    public Costs {
        Decimals.requireBookable(fee, "A fee");
        Decimals.requireBookable(impact, "A price impact");
        Decimals.requireBookable(gas, "Gas");
        if (gas.signum() < 0) {
            throw new IllegalArgumentException("Gas of " + gas.toPlainString() + ": a transaction never earns gas.");
        }
    }

    /** These and the others. */
    public Costs plus(Costs other) {
        return new Costs(fee.add(other.fee), impact.add(other.impact), gas.add(other.gas));
    }

    /** All three together. */
    public BigDecimal total() {
        return fee.add(impact).add(gas);
    }
}
