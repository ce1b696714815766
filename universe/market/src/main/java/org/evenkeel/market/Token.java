package org.evenkeel.market;

/**
 * An asset on a chain. Its identity is chain and address; the symbol is only a label, which anyone can give to any token.
 *
 * @param chain where it lives
 * @param address the contract address; for an asset without one, its symbol
 * @param symbol the label shown to people
 * @param decimals how many decimals its quantities have, 0 (whole contracts) to 36
 */
public record Token(Chain chain, String address, String symbol, int decimals) {
    /** The most decimals a quantity may have. */
    public static final int MAX_DECIMALS = 36;

    /**
     * @throws IllegalArgumentException when a text is blank or the decimals are out of range
     */
    public Token {
        Checks.text(address, "A token's address");
        Checks.text(symbol, "A token's symbol");
        Checks.that(
                decimals >= 0 && decimals <= MAX_DECIMALS,
                "Token %s on %s has %d decimals: 0 to %d are possible.",
                symbol,
                chain,
                decimals,
                MAX_DECIMALS);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Token token && address.equals(token.address) && chain.equals(token.chain));
    }

    @Override
    public int hashCode() {
        return address.hashCode() * 31 + chain.hashCode();
    }

    @Override
    public String toString() {
        return symbol;
    }
}
