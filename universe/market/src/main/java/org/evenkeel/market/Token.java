package org.evenkeel.market;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An asset on a chain. Its identity is chain and address; the symbol is only a label, which anyone can give to any
 * token.
 *
 * @param chain where it lives
 * @param address the contract address, an EVM address in lower case; for an asset without one, its symbol
 * @param symbol the label shown to people
 * @param decimals how many decimals its quantities have, 0 (whole contracts) to 36
 */
public record Token(Chain chain, String address, String symbol, int decimals) {
    /** The most decimals a quantity may have. */
    public static final int MAX_DECIMALS = 36;

    private static final Pattern EVM_ADDRESS = Pattern.compile("0[xX][0-9a-fA-F]{40}");

    /**
     * @throws IllegalArgumentException when a text is blank or the decimals are out of range
     */
    public Token {
        address = oneSpelling(Checks.label(address, "A token's address"));
        symbol = Checks.label(symbol, "A token's symbol");
        Checks.that(
                decimals >= 0 && decimals <= MAX_DECIMALS,
                "Token %s on %s has %d decimals: 0 to %d are possible.",
                symbol,
                chain,
                decimals,
                MAX_DECIMALS);
    }

    /** An EVM address means the same in any case (EIP-55 uses the case as a checksum): kept in lower case. */
    private static String oneSpelling(String address) {
        return EVM_ADDRESS.matcher(address).matches() ? address.toLowerCase(Locale.ROOT) : address;
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
