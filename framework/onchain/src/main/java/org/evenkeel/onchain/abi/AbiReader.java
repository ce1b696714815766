package org.evenkeel.onchain.abi;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;

/**
 * Reads an answer, one value after the other. Anybody can deploy a contract that answers anything: what does not fit is
 * refused, and no length is believed that the answer itself has not.
 */
public final class AbiReader {
    private static final int WORD = AbiWriter.WORD;
    private static final int ADDRESS_BITS = 160;

    private final Bytes answer;
    private final int start;
    private int at;

    private AbiReader(Bytes answer, int start) {
        this.answer = answer;
        this.start = start;
        this.at = start;
    }

    /** From its beginning. */
    public static AbiReader of(Bytes answer) {
        return new AbiReader(answer, 0);
    }

    /**
     * A number that is not negative.
     *
     * @throws AbiException when the answer ends before
     */
    public BigInteger uint() {
        return new BigInteger(1, word());
    }

    /** A number of either sign, whatever its type's bits. */
    public BigInteger integer() {
        return new BigInteger(word());
    }

    /**
     * A number that fits an {@code int}, of either sign.
     *
     * @throws AbiException when it does not
     */
    public int smallInteger() {
        BigInteger value = integer();
        if (value.bitLength() >= Integer.SIZE) {
            throw new AbiException("The answer has " + value + " where a small number was expected: " + shown());
        }
        return value.intValue();
    }

    /**
     * An address.
     *
     * @throws AbiException when the word is none
     */
    public Address address() {
        BigInteger value = uint();
        if (value.bitLength() > ADDRESS_BITS) {
            throw new AbiException("The answer has " + value + " where an address was expected: " + shown());
        }
        String digits = value.toString(16);
        return new Address("0x" + "0".repeat(ADDRESS_BITS / 4 - digits.length()) + digits);
    }

    /**
     * True or false.
     *
     * @throws AbiException when the word is neither
     */
    public boolean bool() {
        BigInteger value = uint();
        if (value.bitLength() > 1) {
            throw new AbiException("The answer has " + value + " where 0 or 1 was expected: " + shown());
        }
        return value.signum() != 0;
    }

    /** Bytes of any number. */
    public Bytes bytes() {
        AbiReader content = tuple();
        int size = content.size(1);
        return answer.part(content.at, size);
    }

    /** A text in UTF-8. */
    public String text() {
        return new String(bytes().toArray(), StandardCharsets.UTF_8);
    }

    /** A struct with something in it whose size is not fixed. */
    public AbiReader tuple() {
        BigInteger offset = uint();
        if (offset.compareTo(BigInteger.valueOf((long) answer.size() - start)) > 0) {
            throw new AbiException("The answer points beyond its end: " + shown());
        }
        return new AbiReader(answer, start + offset.intValueExact());
    }

    /** An array of structs with something in them whose size is not fixed. */
    public List<AbiReader> tuples() {
        AbiReader content = tuple();
        int size = content.size(WORD);
        AbiReader elements = new AbiReader(answer, content.at);
        List<AbiReader> tuples = new ArrayList<>(size);
        for (int element = 0; element < size; element++) {
            tuples.add(elements.tuple());
        }
        return tuples;
    }

    /** An array of addresses. */
    public List<Address> addresses() {
        AbiReader content = tuple();
        int size = content.size(WORD);
        List<Address> addresses = new ArrayList<>(size);
        for (int element = 0; element < size; element++) {
            addresses.add(content.address());
        }
        return addresses;
    }

    /** An array of numbers that are not negative. */
    public List<BigInteger> uints() {
        AbiReader content = tuple();
        int size = content.size(WORD);
        List<BigInteger> numbers = new ArrayList<>(size);
        for (int element = 0; element < size; element++) {
            numbers.add(content.uint());
        }
        return numbers;
    }

    /** An array whose elements are bytes of any number. */
    public List<Bytes> byteStrings() {
        AbiReader content = tuple();
        int size = content.size(WORD);
        AbiReader elements = new AbiReader(answer, content.at);
        List<Bytes> strings = new ArrayList<>(size);
        for (int element = 0; element < size; element++) {
            strings.add(elements.bytes());
        }
        return strings;
    }

    /** How many elements of so many bytes follow. */
    private int size(int bytesEach) {
        BigInteger size = uint();
        if (size.compareTo(BigInteger.valueOf((answer.size() - at) / bytesEach)) > 0) {
            throw new AbiException(
                    "The answer says that " + size + " elements follow, and has no room for them: " + shown());
        }
        return size.intValueExact();
    }

    private byte[] word() {
        if (answer.size() - at < WORD) {
            throw new AbiException(
                    answer.size() == 0
                            ? "The answer is empty: at that block there is no contract at that address, or it lacks the function."
                            : "The answer ends too early: " + shown());
        }
        byte[] word = answer.part(at, WORD).toArray();
        at += WORD;
        return word;
    }

    /** Its beginning, for messages. */
    private String shown() {
        int most = 4 * WORD;
        return answer.size() <= most ? answer.hex() : answer.part(0, most).hex() + "… (" + answer.size() + " bytes)";
    }
}
