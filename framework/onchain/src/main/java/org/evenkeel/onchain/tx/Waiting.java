package org.evenkeel.onchain.tx;

/** Lets time pass between two looks at a chain. */
@FunctionalInterface
public interface Waiting {
    /**
     * Waits a while.
     *
     * @param soFar what is known
     * @return false when nothing more is to be waited for
     */
    boolean again(TxOutcome soFar);
}
