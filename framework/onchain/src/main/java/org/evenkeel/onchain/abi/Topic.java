package org.evenkeel.onchain.abi;

import java.nio.charset.StandardCharsets;
import org.evenkeel.onchain.Bytes;
import org.web3j.crypto.Hash;

/**
 * What the logs of an event begin with.
 *
 * @param signature the event's name and types, as {@code Transfer(address,address,uint256)}
 * @param hash the signature's Keccak-256 hash
 */
public record Topic(String signature, Bytes hash) {
    /** By the event's signature, which has no spaces, no names of arguments and does not say what is indexed. */
    public static Topic of(String signature) {
        return new Topic(signature, Bytes.of(Hash.sha3(signature.getBytes(StandardCharsets.US_ASCII))));
    }
}
