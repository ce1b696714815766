package org.evenkeel.onchain.rpc;

import java.util.List;

/**
 * A receipt with all that was logged by the transaction.
 *
 * @param receipt what became of the transaction
 * @param logs in the order in which they were made; none where it reverted
 */
public record LoggedReceipt(Receipt receipt, List<LogEntry> logs) {
    /** Copies what it is given. */
    public LoggedReceipt {
        logs = List.copyOf(logs);
    }
}
