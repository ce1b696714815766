package org.evenkeel.onchain.abi;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;

/**
 * Writes arguments, one after the other. What has a fixed size stands in its place; of what has not (bytes, arrays, tuples
 * with such in them) only the offset does, and the content follows all places.
 */
public final class AbiWriter {
    /** The bytes of a word. */
    static final int WORD = 32;

    private static final int WORD_BITS = 8 * WORD;

    private final List<Part> parts = new ArrayList<>();

    /** A word in its place, or content that follows. */
    private record Part(Bytes content, boolean follows) {}

    /**
     * A number that is not negative.
     *
     * @throws IllegalArgumentException when it is, or needs more than 256 bits
     */
    public AbiWriter uint(BigInteger value) {
        if (value.signum() < 0 || value.bitLength() > WORD_BITS) {
            throw new IllegalArgumentException(value + " is no unsigned number of 256 bits.");
        }
        return word(value);
    }

    /** A number that is not negative. */
    public AbiWriter uint(long value) {
        return uint(BigInteger.valueOf(value));
    }

    /** A number of either sign. */
    public AbiWriter integer(long value) {
        return word(BigInteger.valueOf(value));
    }

    /** An address. */
    public AbiWriter address(Address value) {
        return word(new BigInteger(value.hex().substring(2), 16));
    }

    /** True or false. */
    public AbiWriter bool(boolean value) {
        return uint(value ? 1 : 0);
    }

    /** Bytes of any number. */
    public AbiWriter bytes(Bytes value) {
        Bytes padding = Bytes.of(new byte[-value.size() & (WORD - 1)]);
        return follows(toWord(BigInteger.valueOf(value.size())).then(value).then(padding));
    }

    /** What belongs together: a struct. */
    public AbiWriter tuple(AbiWriter members) {
        if (members.parts.stream().anyMatch(Part::follows)) {
            return follows(members.bytes());
        }
        parts.addAll(members.parts);
        return this;
    }

    /** Any number of the same. */
    public AbiWriter array(Collection<AbiWriter> elements) {
        AbiWriter all = new AbiWriter();
        elements.forEach(all::tuple);
        return follows(toWord(BigInteger.valueOf(elements.size())).then(all.bytes()));
    }

    /** Any number of bytes, any number of times. Unlike a struct such an element has no places of its own. */
    public AbiWriter bytesArray(Collection<Bytes> elements) {
        AbiWriter all = new AbiWriter();
        elements.forEach(all::bytes);
        return follows(toWord(BigInteger.valueOf(elements.size())).then(all.bytes()));
    }

    private AbiWriter word(BigInteger value) {
        parts.add(new Part(toWord(value), false));
        return this;
    }

    private AbiWriter follows(Bytes content) {
        parts.add(new Part(content, true));
        return this;
    }

    /** All of it. */
    public Bytes bytes() {
        List<Bytes> places = new ArrayList<>();
        List<Bytes> contents = new ArrayList<>();
        long end = (long) WORD * parts.size();
        for (Part part : parts) {
            places.add(part.follows ? toWord(BigInteger.valueOf(end)) : part.content);
            if (part.follows) {
                contents.add(part.content);
                end += part.content.size();
            }
        }
        places.addAll(contents);
        return Bytes.joined(places);
    }

    private static Bytes toWord(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] word = new byte[WORD];
        if (value.signum() < 0) {
            Arrays.fill(word, (byte) -1);
        }
        int used = Math.min(bytes.length, WORD); // A number of 256 bits has a leading byte for its sign besides.
        System.arraycopy(bytes, bytes.length - used, word, WORD - used, used);
        return Bytes.of(word);
    }
}
