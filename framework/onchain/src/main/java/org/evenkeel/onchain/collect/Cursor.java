package org.evenkeel.onchain.collect;

import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.rpc.BlockRef;

/**
 * How far a pool was collected.
 *
 * @param block the height of the last block whose logs are in its candles
 * @param hash what that block was known by
 * @param time in epoch milliseconds: all candles that open before are kept; this block is of before, the next one is not
 */
record Cursor(long block, Bytes hash, long time) {
    static Cursor at(BlockRef block, long time) {
        return new Cursor(block.number(), block.hash(), time);
    }

    boolean isOf(BlockRef other) {
        return other.number() == block && other.hash().equals(hash);
    }
}
