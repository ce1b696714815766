package org.evenkeel.onchain.config;

import org.evenkeel.onchain.Address;

/**
 * The coin that gas is paid with.
 *
 * @param symbol its label, for example {@code ETH}
 * @param wrapped the token that stands for it in pools
 */
public record NativeCoin(String symbol, Address wrapped) {
    /** How many decimals it has on every chain of the EVM. */
    public static final int DECIMALS = 18;

    /**
     * @throws IllegalArgumentException when the symbol is blank
     */
    public NativeCoin {
        if (symbol.isBlank()) {
            throw new IllegalArgumentException("A native coin has a symbol, as ETH.");
        }
    }
}
