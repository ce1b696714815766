package org.evenkeel.onchain.bridge;

/** What became of a transfer's departure. */
sealed interface Departure {
    /** The money is not with the bridge, or that is not final. */
    record Staying(TransferReport report) implements Departure {}

    /** The money is with the bridge, and that is final. */
    record Left(Deposit deposit) implements Departure {}
}
