package org.evenkeel.state.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes as 64 hexadecimal digits. */
final class Sha256 {
    /** What stands where there is no hash yet. */
    static final String NONE = "0".repeat(64);

    private final MessageDigest digest;

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256, which every Java must have.", e);
        }
    }

    Sha256 add(byte[] bytes, int from, int length) {
        digest.update(bytes, from, length);
        return this;
    }

    Sha256 add(byte[] bytes) {
        return add(bytes, 0, bytes.length);
    }

    /** The hash of what was added since the last one. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
