package org.evenkeel.onchain.rpc;

import java.util.List;

/**
 * The logs of some blocks in a row.
 *
 * @param logs in the order of the chain
 * @param end the last of the blocks, as the node has it that gave the logs
 */
public record LogRange(List<LogEntry> logs, BlockRef end) {
    /** Copies the list. */
    public LogRange {
        logs = List.copyOf(logs);
    }
}
