package org.evenkeel.onchain.rpc;

import java.util.List;

/**
 * What contracts wrote, by blocks. Unlike the reads of a cycle these are of heights, and so of the chain as it is now: who
 * keeps what comes of them remembers the hash of a block, and asks whether it is still the one of its height.
 */
public interface ChainLogs {
    /**
     * All logs of a filter in some blocks.
     *
     * @param from the first block's height
     * @param to the last block's height
     * @throws ChainException {@link ChainFault#TOO_LARGE} when that is more than a node gives at once, {@link
     *     ChainFault#STALE} when no node has the last of the blocks
     */
    LogRange read(LogFilter filter, long from, long to);

    /**
     * The blocks of these heights, in their order, in as few requests as may be.
     *
     * @throws ChainException also when no node has one of them
     */
    List<BlockRef> blocks(List<Long> heights);

    /** The block of a height; see {@link #blocks}. */
    default BlockRef block(long height) {
        return blocks(List.of(height)).getFirst();
    }
}
