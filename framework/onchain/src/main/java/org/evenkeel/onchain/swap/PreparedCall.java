package org.evenkeel.onchain.swap;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.Call;

/**
 * A transaction to be signed.
 *
 * @param target the contract that is called
 * @param data the function and its arguments
 * @param value of the native coin that goes along, in wei
 * @param deadline after which the contract itself refuses, where it knows one
 * @param gasEstimate gas that is likely to be enough, by what such calls take; a node's estimate goes before it
 */
public record PreparedCall(Address target, Bytes data, BigInteger value, Optional<Instant> deadline, long gasEstimate) {
    /**
     * @throws IllegalArgumentException when the value is negative or no gas is estimated
     */
    public PreparedCall {
        if (value.signum() < 0 || gasEstimate <= 0) {
            throw new IllegalArgumentException("A call of " + target + " with " + value + " wei and " + gasEstimate
                    + " gas: give no less than 0 wei and more than 0 gas.");
        }
    }

    /** Without value and deadline. */
    static PreparedCall of(Call call, long gasEstimate) {
        return new PreparedCall(call.to(), call.input(), BigInteger.ZERO, Optional.empty(), gasEstimate);
    }

    PreparedCall until(Instant changed) {
        return new PreparedCall(target, data, value, Optional.of(changed), gasEstimate);
    }
}
