package org.evenkeel.market;

/**
 * How many tokens a pool held at each candle's close; a pool of concentrated liquidity: how many a pool of constant product
 * would hold that trades as it does at that price.
 *
 * @param base base tokens, 0 or more, NaN where unknown
 * @param quote quote tokens, the same
 */
public record Reserves(double[] base, double[] quote) {
    /** Nothing is known. */
    public static final Reserves NONE = new Reserves(new double[0], new double[0]);

    /**
     * @throws IllegalArgumentException when the columns differ in length
     */
    public Reserves {
        Checks.that(
                base.length == quote.length,
                "There are reserves of %d candles in base tokens and of %d in quote tokens: each needs both.",
                base.length,
                quote.length);
    }

    /** How many candles they are of. */
    public int size() {
        return base.length;
    }
}
