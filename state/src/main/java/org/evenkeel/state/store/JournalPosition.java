package org.evenkeel.state.store;

/**
 * How far a journal has come.
 *
 * @param sequence how many events it holds
 * @param bytes how long it is up to the end of the last of them
 * @param hash the hash of the last line
 */
record JournalPosition(long sequence, long bytes, String hash) {
    /** The beginning of every journal. */
    static final JournalPosition START = new JournalPosition(0, 0, Sha256.NONE);
}
