package org.evenkeel.market;

import java.util.Locale;
import java.util.Set;

/**
 * The tokens that stand for a US dollar, by symbol. Listed are those that have kept their peg: a token that lost it, as
 * UST did in May 2022, must be priced by its own pair.
 */
public final class UsdPegs {
    private static final Set<String> SYMBOLS = Set.of(
            "USD", "USDC", "USDC.E", "USDBC", "AXLUSDC", "USDT", "USDT.E", "BUSD", "DAI", "DAI.E", "XDAI", "TUSD",
            "USDP", "GUSD", "FRAX", "LUSD", "SUSD", "USDD", "FDUSD", "PYUSD", "CRVUSD", "GHO", "USDE", "USDS", "WXDAI");

    private UsdPegs() {}

    /** Whether the token's label is that of a dollar. */
    public static boolean isPegged(Token token) {
        return SYMBOLS.contains(token.symbol().toUpperCase(Locale.ROOT));
    }
}
