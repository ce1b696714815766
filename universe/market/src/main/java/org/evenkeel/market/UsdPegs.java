package org.evenkeel.market;

import java.util.Locale;
import java.util.Set;

/** The tokens that stand for a US dollar, by symbol. */
public final class UsdPegs {
    private static final Set<String> SYMBOLS = Set.of(
            "USD", "USDC", "USDC.E", "USDBC", "AXLUSDC", "USDT", "USDT.E", "BUSD", "DAI", "DAI.E", "XDAI", "TUSD",
            "USDP", "GUSD", "FRAX", "LUSD", "SUSD", "USDD", "FDUSD", "PYUSD", "CRVUSD", "GHO", "USDE", "UST");

    private UsdPegs() {}

    /** Whether the token's label is that of a dollar. */
    public static boolean isPegged(Token token) {
        return SYMBOLS.contains(token.symbol().toUpperCase(Locale.ROOT));
    }
}
