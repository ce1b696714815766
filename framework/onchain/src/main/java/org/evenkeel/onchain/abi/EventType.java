package org.evenkeel.onchain.abi;

import java.nio.charset.StandardCharsets;
import org.evenkeel.onchain.Bytes;
import org.web3j.crypto.Hash;

/**
 * A kind of event that contracts log.
 *
 * @param signature its name and types, as {@code Transfer(address,address,uint256)}
 * @param topic the Keccak-256 hash of the signature, which is a log's first topic
 */
public record EventType(String signature, Bytes topic) {
    /** By its signature, which has no spaces and no names. */
    public static EventType of(String signature) {
        return new EventType(signature, Bytes.of(Hash.sha3(signature.getBytes(StandardCharsets.US_ASCII))));
    }
}
