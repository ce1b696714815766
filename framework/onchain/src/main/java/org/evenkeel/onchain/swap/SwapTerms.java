package org.evenkeel.onchain.swap;

import java.math.BigInteger;
import java.time.Instant;
import org.evenkeel.onchain.Address;

/**
 * On what terms a route is to be swapped.
 *
 * @param wallet that pays, and is paid
 * @param minOut the least that may come of all parts together, in base units
 * @param deadline after which the router refuses, in whole seconds
 * @param feeOnTransfer whether tokens may take a part of what is moved
 */
public record SwapTerms(Address wallet, BigInteger minOut, Instant deadline, boolean feeOnTransfer) {
    /**
     * @throws IllegalArgumentException when anything at all would be accepted
     */
    public SwapTerms {
        if (minOut.signum() <= 0) {
            throw new IllegalArgumentException("A swap that accepts " + minOut
                    + " accepts anything: say the least that may come, from a fresh quote.");
        }
    }
}
