package org.evenkeel.onchain.sign;

import java.math.BigInteger;

/**
 * What a transaction pays for a unit of gas, in wei (EIP-1559).
 *
 * @param max the most, the base fee included
 * @param tip for the block's builder, within it
 */
public record Fees(BigInteger max, BigInteger tip) {
    /**
     * @throws IllegalArgumentException when the tip is negative or more than the most
     */
    public Fees {
        if (tip.signum() < 0 || max.compareTo(tip) < 0) {
            throw new IllegalArgumentException("A tip of " + tip + " wei is not within " + max + " wei.");
        }
    }
}
