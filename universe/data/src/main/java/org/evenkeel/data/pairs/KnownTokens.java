package org.evenkeel.data.pairs;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Token;

/** What is common knowledge of chains and tokens, so that a pairs file need not say it. */
public final class KnownTokens {
    private static final long BSC = 56;
    private static final int OFF_CHAIN_DECIMALS = 8;
    private static final Map<String, Long> CHAIN_IDS = Map.of(
            "ethereum", 1L,
            "optimism", 10L,
            "bsc", BSC,
            "gnosis", 100L,
            "polygon", 137L,
            "fantom", 250L,
            "base", 8453L,
            "arbitrum", 42161L,
            "avalanche", 43114L);

    private KnownTokens() {}

    /** The EIP-155 id of a well-known chain. */
    public static OptionalLong findChainId(String chain) {
        Long id = CHAIN_IDS.get(chain.toLowerCase(Locale.ROOT));
        return id == null ? OptionalLong.empty() : OptionalLong.of(id);
    }

    /**
     * A token of which only the symbol is known: its address is the symbol, its decimals are the usual ones (18; 6 for
     * USDC and USDT except on BSC; 8 for WBTC and for everything off chain).
     */
    public static Token token(Chain chain, String symbol) {
        return new Token(chain, symbol, symbol, decimals(chain, symbol));
    }

    static int decimals(Chain chain, String symbol) {
        if (chain.equals(Chain.OFF_CHAIN)) {
            return OFF_CHAIN_DECIMALS;
        }
        return switch (symbol.toUpperCase(Locale.ROOT)) {
            case "USDC", "USDT", "USDC.E", "USDT.E" -> chain.id() == BSC ? 18 : 6;
            case "WBTC", "WBTC.E" -> 8;
            default -> 18;
        };
    }
}
