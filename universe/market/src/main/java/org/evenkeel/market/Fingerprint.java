package org.evenkeel.market;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A fingerprint of texts and columns: SHA-256 over the texts and over 128 bits mixed from each column. It tells data
 * apart, and is no defence against somebody who forges it. The columns are mixed, not hashed, because a process that
 * has just started would spend more time on SHA-256 of them than on its whole backtest.
 *
 * <p>Equal numbers count as equal: every NaN is one NaN, and −0 is 0.
 */
final class Fingerprint {
    // Odd, so that multiplying by them loses nothing; without pattern: the fractions of the golden ratio and of √3.
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long ROOT_OF_THREE = 0xBB67AE8584CAA73BL;

    private final MessageDigest sha;

    Fingerprint() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256, which every Java must have.", e);
        }
    }

    /** Adds a text and its length, so that two texts never add up to the same as two others. */
    Fingerprint text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return number(bytes.length).bytes(bytes);
    }

    Fingerprint number(long value) {
        return bytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    Fingerprint bytes(byte[] bytes) {
        sha.update(bytes);
        return this;
    }

    Fingerprint column(long[] values) {
        long one = GOLDEN;
        long two = ROOT_OF_THREE;
        for (long value : values) {
            one = mixOne(one, value);
            two = mixTwo(two, value);
        }
        return number(values.length).number(one).number(two);
    }

    Fingerprint column(double[] values) {
        long one = GOLDEN;
        long two = ROOT_OF_THREE;
        for (double value : values) {
            long bits = Double.doubleToLongBits(value + 0.0);
            one = mixOne(one, bits);
            two = mixTwo(two, bits);
        }
        return number(values.length).number(one).number(two);
    }

    /** Loses nothing of either: one changed value changes all that follows it. */
    private static long mixOne(long mixed, long value) {
        return Long.rotateLeft((mixed ^ value) * GOLDEN, 31);
    }

    private static long mixTwo(long mixed, long value) {
        return Long.rotateLeft((mixed + value) * ROOT_OF_THREE, 27);
    }

    byte[] finish() {
        return sha.digest();
    }

    /** The fingerprint as {@code sha256:…}. */
    String finishAsText() {
        return "sha256:" + HexFormat.of().formatHex(finish());
    }
}
