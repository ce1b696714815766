package org.evenkeel.onchain.rpc;

import java.time.Instant;
import java.util.Map;
import org.evenkeel.onchain.Bytes;

/**
 * One block, whatever becomes of its number.
 *
 * @param number its height
 * @param hash what it is known by
 * @param time that it states
 */
public record BlockRef(long number, Bytes hash, Instant time) {
    private static final int HASH_BYTES = 32;

    /**
     * @throws IllegalArgumentException when the height is negative or the hash is none
     */
    public BlockRef {
        if (number < 0 || hash.size() != HASH_BYTES) {
            throw new IllegalArgumentException(
                    "There is no block " + number + " with the hash " + hash + ": a hash has 32 bytes.");
        }
    }

    /** By its hash (EIP-1898), and only while the block is part of the chain. */
    Map<String, Object> pin() {
        return Map.of("blockHash", hash.hex(), "requireCanonical", true);
    }

    @Override
    public String toString() {
        return number + " (" + hash.hex().substring(0, 10) + "…)";
    }
}
