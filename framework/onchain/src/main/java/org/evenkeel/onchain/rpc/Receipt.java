package org.evenkeel.onchain.rpc;

import java.math.BigInteger;
import org.evenkeel.onchain.Bytes;

/**
 * What became of a transaction that is in a block. A reorganisation may take the block away again.
 *
 * @param hash the transaction's
 * @param blockNumber the height of its block
 * @param blockHash what its block is known by
 * @param succeeded false where it reverted: then only its gas was paid
 * @param gasUsed in units of gas
 * @param gasPrice what was paid for each, in wei
 */
public record Receipt(
        Bytes hash, long blockNumber, Bytes blockHash, boolean succeeded, BigInteger gasUsed, BigInteger gasPrice) {
    /** What its gas cost, in wei. */
    public BigInteger gasCost() {
        return gasUsed.multiply(gasPrice);
    }
}
