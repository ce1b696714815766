package org.evenkeel.onchain;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** Bytes that do not change: what is sent to a contract, and what comes back. */
public final class Bytes {
    /** None. */
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /** A copy. */
    public static Bytes of(byte[] content) {
        return new Bytes(content.clone());
    }

    /**
     * Of {@code 0x} and an even number of digits.
     *
     * @throws IllegalArgumentException when the text is none such
     */
    public static Bytes ofHex(String hex) {
        if (!hex.startsWith("0x") && !hex.startsWith("0X")) {
            throw new IllegalArgumentException("Bytes in hex begin with 0x.");
        }
        return new Bytes(HexFormat.of().parseHex(hex, 2, hex.length()));
    }

    /** {@code 0x} and two digits a byte, in lower case. */
    public String hex() {
        return "0x" + HexFormat.of().formatHex(content);
    }

    /** How many. */
    public int size() {
        return content.length;
    }

    /** A copy. */
    public byte[] toArray() {
        return content.clone();
    }

    /**
     * A part.
     *
     * @throws IndexOutOfBoundsException when there is not as much
     */
    public Bytes part(int from, int size) {
        Objects.checkFromIndexSize(from, size, content.length);
        return new Bytes(Arrays.copyOfRange(content, from, from + size));
    }

    /** These and then the others. */
    public Bytes then(Bytes next) {
        return joined(List.of(this, next));
    }

    /** One after the other. */
    public static Bytes joined(List<Bytes> parts) {
        byte[] all = new byte[parts.stream().mapToInt(Bytes::size).sum()];
        int at = 0;
        for (Bytes part : parts) {
            System.arraycopy(part.content, 0, all, at, part.size());
            at += part.size();
        }
        return new Bytes(all);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return hex();
    }
}
