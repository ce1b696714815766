package org.evenkeel.state;

import java.util.List;
import org.evenkeel.state.model.RunInfo;

/**
 * Everything that a ledger is, at one moment, as a value. Two ledgers are equal when their snapshots are.
 *
 * @param sequence how many events had been folded
 * @param info what it is the ledger of
 * @param books the books, in the order they were opened in
 */
public record LedgerSnapshot(long sequence, RunInfo info, List<BookSnapshot> books) {
    /**
     * @throws IllegalArgumentException when no event was folded
     */
    public LedgerSnapshot {
        if (sequence < 1) {
            throw new IllegalArgumentException("A ledger of " + sequence + " events is none: it begins with one.");
        }
        books = List.copyOf(books);
    }
}
