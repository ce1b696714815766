package org.evenkeel.market;

/**
 * A market between two tokens: a pool, or a listing on a venue.
 *
 * @param id the number under which data sets and state files know the pair
 * @param exchange the venue
 * @param base the token that is bought and sold
 * @param quote the token it is paid in
 * @param feeBps the fee of one trade in basis points, 0 up to (not including) 10,000
 * @param priceUnit what the candles are measured in
 */
public record TradingPair(long id, Exchange exchange, Token base, Token quote, double feeBps, PriceUnit priceUnit) {
    /**
     * @throws IllegalArgumentException when the tokens live on different chains or are the same, or the fee is out of
     *     range
     */
    public TradingPair {
        Checks.that(
                base.chain().equals(quote.chain()),
                "Pair %d joins %s on %s with %s on %s: both tokens must be on one chain.",
                id,
                base,
                base.chain(),
                quote,
                quote.chain());
        Checks.that(!base.equals(quote), "Pair %d trades %s against itself.", id, base);
        Checks.that(
                feeBps >= 0 && feeBps < 10_000,
                "The fee of pair %d is %s basis points: 0 to below 10,000 are possible.",
                id,
                feeBps);
    }

    /** The chain that both tokens live on. */
    public Chain chain() {
        return base.chain();
    }

    /**
     * The pair's short name, for example {@code WETH-USDC}: what to name plots by and to compare names with. Pairs of
     * two venues may share it; the pair itself is the key of a map.
     */
    public String symbol() {
        return base.symbol() + "-" + quote.symbol();
    }

    /** The fee as a fraction: 0.003 for 30 basis points. */
    public double fee() {
        return feeBps / 10_000;
    }

    @Override
    public boolean equals(Object other) {
        // Most comparisons are of a pair with itself.
        return this == other
                || (other instanceof TradingPair pair
                        && id == pair.id
                        && Double.compare(feeBps, pair.feeBps) == 0
                        && priceUnit == pair.priceUnit
                        && exchange.equals(pair.exchange)
                        && base.equals(pair.base)
                        && quote.equals(pair.quote));
    }

    @Override
    public int hashCode() {
        return Long.hashCode(id);
    }

    /**
     * The pair for messages, with its venue and chain: {@code WETH-USDC on uniswap-v2 (ethereum)}. To compare names
     * with or to name a plot by, take {@link #symbol}.
     */
    @Override
    public String toString() {
        return symbol() + " on " + exchange + (chain().equals(Chain.OFF_CHAIN) ? "" : " (" + chain() + ")");
    }
}
