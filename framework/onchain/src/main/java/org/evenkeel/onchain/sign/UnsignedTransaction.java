package org.evenkeel.onchain.sign;

import java.math.BigInteger;
import org.evenkeel.onchain.abi.Call;

/**
 * A transaction before it is signed (EIP-1559).
 *
 * @param chainId the EIP-155 id
 * @param nonce its place among the wallet's
 * @param call what it does
 * @param value of the native coin that goes with it, in wei
 * @param gas the most that it may use
 * @param fees the most that it pays for each unit
 */
public record UnsignedTransaction(long chainId, long nonce, Call call, BigInteger value, BigInteger gas, Fees fees) {
    /**
     * @throws IllegalArgumentException when a number is negative, or the chain or the gas none
     */
    public UnsignedTransaction {
        if (chainId <= 0 || nonce < 0 || value.signum() < 0 || gas.signum() <= 0) {
            throw new IllegalArgumentException("There is no transaction on chain " + chainId + " with the nonce "
                    + nonce + ", " + value + " wei and " + gas + " gas.");
        }
    }

    /** The most wei that it can take from the wallet. */
    public BigInteger mostWei() {
        return value.add(gas.multiply(fees.max()));
    }
}
