package org.evenkeel.onchain.tx;

import java.time.Instant;

/**
 * A line of a journal.
 *
 * @param at when it was written, by this machine's clock: for a person who reads it, and nothing follows from it
 */
record TxEntry(Instant at, TxEvent event) {}
