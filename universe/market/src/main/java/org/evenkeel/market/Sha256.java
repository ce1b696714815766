package org.evenkeel.market;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 over texts and columns. Equal numbers count as equal: every NaN is one NaN, and −0 is 0. */
final class Sha256 {
    private static final int CHUNK = 1024;

    private final MessageDigest digest;
    private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256, which every Java must have.", e);
        }
    }

    /** Adds a text and its length, so that two texts never add up to the same as two others. */
    Sha256 text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return longs(bytes.length).bytes(bytes);
    }

    Sha256 bytes(byte[] bytes) {
        digest.update(bytes);
        return this;
    }

    Sha256 longs(long... values) {
        for (int from = 0; from < values.length; from += CHUNK) {
            int count = Math.min(CHUNK, values.length - from);
            buffer.clear().asLongBuffer().put(values, from, count);
            digest.update(buffer.array(), 0, count * Long.BYTES);
        }
        return this;
    }

    Sha256 doubles(double... values) {
        long[] bits = new long[Math.min(CHUNK, values.length)];
        for (int from = 0; from < values.length; from += CHUNK) {
            int count = Math.min(CHUNK, values.length - from);
            for (int i = 0; i < count; i++) {
                bits[i] = Double.doubleToLongBits(values[from + i] + 0.0);
            }
            buffer.clear().asLongBuffer().put(bits, 0, count);
            digest.update(buffer.array(), 0, count * Long.BYTES);
        }
        return this;
    }

    byte[] finish() {
        return digest.digest();
    }

    /** The digest as {@code sha256:…}. */
    String finishAsText() {
        return "sha256:" + HexFormat.of().formatHex(finish());
    }
}
