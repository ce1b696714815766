package org.evenkeel.research;

import java.util.List;
import org.evenkeel.market.FeeMode;

/**
 * What a trade costs.
 *
 * @param fees one for all assets, or one for each
 * @param slippage how much worse than the row's price a trade is made, as a fraction: a buy at price · (1 + slippage), a
 *     sale at price · (1 − slippage)
 */
public record Costs(List<Fee> fees, double slippage) {
    /** Trades are free. */
    public static final Costs NONE = onTop(0);

    /**
     * A fee.
     *
     * @param rate as a fraction (0.001 is 0.1 %), 0 up to (not including) 1
     * @param mode whether it comes on top of the value or is taken out of what goes in
     */
    public record Fee(double rate, FeeMode mode) {
        /**
         * @throws IllegalArgumentException when the rate is out of range
         */
        public Fee {
            requireFraction("fee", rate);
        }
    }

    /**
     * @throws IllegalArgumentException when there is no fee, or the slippage is out of range
     */
    public Costs {
        fees = List.copyOf(fees);
        if (fees.isEmpty()) {
            throw new IllegalArgumentException("There is no fee: give one for all assets, 0 for none.");
        }
        requireFraction("slippage", slippage);
    }

    private static void requireFraction(String what, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(
                    "The " + what + " is " + value + ": give a fraction from 0 on and below 1.");
        }
    }

    /** A commission on top of a trade's value, as brokers charge it: all cash buys cash / (1 + rate). */
    public static Costs onTop(double rate) {
        return new Costs(List.of(new Fee(rate, FeeMode.ON_TOP)), 0);
    }

    /** A fee that is taken out of what goes in, as pools do it: all cash buys cash · (1 − rate). */
    public static Costs fromInput(double rate) {
        return new Costs(List.of(new Fee(rate, FeeMode.FROM_INPUT)), 0);
    }

    /** A fee for each asset, in the order of the table. */
    public static Costs each(List<Fee> fees) {
        return new Costs(fees, 0);
    }

    /** These fees with another slippage. */
    public Costs withSlippage(double fraction) {
        return new Costs(fees, fraction);
    }

    /** The fee of an asset. */
    public Fee fee(int asset) {
        return fees.size() == 1 ? fees.getFirst() : fees.get(asset);
    }

    void requireFor(int assets) {
        if (fees.size() != 1 && fees.size() != assets) {
            throw new IllegalArgumentException(
                    "There are " + fees.size() + " fees for " + assets + " assets: give one for all, or one for each.");
        }
    }
}
