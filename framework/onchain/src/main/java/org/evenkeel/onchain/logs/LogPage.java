package org.evenkeel.onchain.logs;

import java.util.List;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.LogEntry;

/**
 * The logs of the blocks that were read.
 *
 * @param logs in the order of the chain
 * @param ends of each request its last block, in order; what was read is of the chain as long as all of them are
 */
public record LogPage(List<LogEntry> logs, List<BlockRef> ends) {
    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException when nothing was read
     */
    public LogPage {
        logs = List.copyOf(logs);
        ends = List.copyOf(ends);
        if (ends.isEmpty()) {
            throw new IllegalArgumentException("A page of logs is of one block or more.");
        }
    }

    /** The last of the blocks that were read. */
    public BlockRef end() {
        return ends.getLast();
    }
}
