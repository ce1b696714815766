package org.evenkeel.onchain.tx;

import java.math.BigInteger;
import java.util.Optional;
import org.evenkeel.onchain.abi.Call;

/**
 * A transaction that is wanted.
 *
 * @param id what the caller knows it by, such as a trade's number; the same id is the same transaction, for ever
 * @param call what it does
 * @param value of the native coin that goes with it, in wei
 * @param gas the most that it may use; without it, that is estimated
 * @param purpose whether the coin that is kept for exits may pay for it
 */
public record TxRequest(String id, Call call, BigInteger value, Optional<BigInteger> gas, Purpose purpose) {
    /** What a transaction is for. */
    public enum Purpose {
        /** Anything that can wait. */
        ORDINARY,
        /** Leaving a position: it may spend the native coin that is kept for that. */
        EXIT
    }

    /**
     * @throws IllegalArgumentException when there is no id, or an amount is negative
     */
    public TxRequest {
        if (id.isBlank()
                || value.signum() < 0
                || gas.filter(most -> most.signum() <= 0).isPresent()) {
            throw new IllegalArgumentException("A transaction has an id, a value of 0 or more and gas of more than 0,"
                    + " and \"" + id + "\" has " + value + " wei and gas " + gas + ".");
        }
    }

    /** A call without native coin, its gas estimated. */
    public static TxRequest of(String id, Call call) {
        return new TxRequest(id, call, BigInteger.ZERO, Optional.empty(), Purpose.ORDINARY);
    }

    /** With native coin. */
    public TxRequest withValue(BigInteger wei) {
        return new TxRequest(id, call, wei, gas, purpose);
    }

    /** With a limit of gas, and so without an estimate that could refuse it. */
    public TxRequest withGas(BigInteger most) {
        return new TxRequest(id, call, value, Optional.of(most), purpose);
    }

    /** To leave a position. */
    public TxRequest asExit() {
        return new TxRequest(id, call, value, gas, Purpose.EXIT);
    }
}
