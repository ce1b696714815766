package org.evenkeel.onchain.abi;

import java.nio.charset.StandardCharsets;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.web3j.crypto.Hash;

/**
 * A function of a contract.
 *
 * @param signature its name and types, as {@code transfer(address,uint256)}
 * @param selector the first four bytes of the signature's Keccak-256 hash
 */
public record Function(String signature, Bytes selector) {
    private static final int SELECTOR_BYTES = 4;

    /** By its signature, which has no spaces and no names of arguments. */
    public static Function of(String signature) {
        byte[] hash = Hash.sha3(signature.getBytes(StandardCharsets.US_ASCII));
        return new Function(signature, Bytes.of(hash).part(0, SELECTOR_BYTES));
    }

    /** A call without arguments. */
    public Call on(Address contract) {
        return on(contract, new AbiWriter());
    }

    /** A call with these arguments. */
    public Call on(Address contract, AbiWriter arguments) {
        return new Call(contract, signature, selector.then(arguments.bytes()));
    }
}
