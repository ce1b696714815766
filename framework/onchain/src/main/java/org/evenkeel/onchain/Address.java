package org.evenkeel.onchain;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Twenty bytes that name an account or a contract. Ordered as numbers are, which is the order of the tokens of a pool.
 *
 * @param hex {@code 0x} and forty digits, in lower case
 */
public record Address(String hex) implements Comparable<Address> {
    private static final Pattern SHAPE = Pattern.compile("0x[0-9a-f]{40}");

    /** What a factory answers for a pool that does not exist. */
    public static final Address ZERO = new Address("0x" + "0".repeat(40));

    /**
     * Takes upper and lower case alike.
     *
     * @throws IllegalArgumentException when the text is no address
     */
    public Address {
        hex = hex.toLowerCase(Locale.ROOT);
        if (!SHAPE.matcher(hex).matches()) {
            throw new IllegalArgumentException(
                    "\"" + hex + "\" is no address: an address is 0x and forty hexadecimal digits.");
        }
    }

    @Override
    public int compareTo(Address other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
