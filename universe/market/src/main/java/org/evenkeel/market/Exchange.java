package org.evenkeel.market;

/**
 * A venue: a DEX deployment, an exchange, or a simulated one.
 *
 * @param name the name used in data sets and reports, for example {@code uniswap-v2}
 * @param feeMode how it takes its fee
 */
public record Exchange(String name, FeeMode feeMode) {
    /** The venue of instruments that name none: a commission on top, as brokers charge it. */
    public static final Exchange SIMULATED = new Exchange("simulated", FeeMode.ON_TOP);

    /**
     * @throws IllegalArgumentException when the name is blank
     */
    public Exchange {
        name = Checks.label(name, "An exchange's name");
    }

    @Override
    public String toString() {
        return name;
    }
}
