package org.evenkeel.onchain.abi;

import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;

/**
 * A function of a contract with its arguments.
 *
 * @param to the contract
 * @param function its signature, for messages
 * @param input the selector and the arguments
 */
public record Call(Address to, String function, Bytes input) {
    @Override
    public String toString() {
        return function + " of " + to;
    }
}
