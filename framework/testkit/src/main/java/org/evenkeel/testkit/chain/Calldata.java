package org.evenkeel.testkit.chain;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The Solidity ABI for what these tests say: numbers, booleans, contracts and addresses ({@code "0x…"} of 20 bytes) take a
 * word each; texts and {@code byte[]} are dynamic; a {@link List} is an array, an {@code Object[]} a tuple.
 */
final class Calldata {
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    private Calldata() {}

    /** The arguments in hex, without a selector. */
    static String encode(Object... arguments) {
        StringBuilder head = new StringBuilder();
        StringBuilder tail = new StringBuilder();
        int headBytes = Arrays.stream(arguments)
                .mapToInt(argument ->
                        isDynamic(argument) ? 32 : encodeOne(argument).length() / 2)
                .sum();
        for (Object argument : arguments) {
            if (isDynamic(argument)) {
                head.append(word(BigInteger.valueOf(headBytes + tail.length() / 2)));
                tail.append(encodeOne(argument));
            } else {
                head.append(encodeOne(argument));
            }
        }
        return head.append(tail).toString();
    }

    private static boolean isDynamic(Object argument) {
        return switch (argument) {
            case String text -> !isAddress(text);
            case byte[] bytes -> true;
            case List<?> list -> true;
            case Object[] tuple -> Arrays.stream(tuple).anyMatch(Calldata::isDynamic);
            default -> false;
        };
    }

    private static String encodeOne(Object argument) {
        return switch (argument) {
            case String text ->
                isAddress(text)
                        ? word(new BigInteger(text.substring(2), 16))
                        : bytes(text.getBytes(StandardCharsets.UTF_8));
            case byte[] bytes -> bytes(bytes);
            case List<?> list -> word(BigInteger.valueOf(list.size())) + encode(list.toArray());
            case Object[] tuple -> encode(tuple);
            case TestContract contract -> encodeOne(contract.address());
            case Boolean flag -> word(flag ? BigInteger.ONE : BigInteger.ZERO);
            case BigInteger number -> word(number);
            case Number number -> word(BigInteger.valueOf(number.longValue()));
            default -> throw new IllegalArgumentException("No ABI type for " + argument.getClass() + ".");
        };
    }

    private static boolean isAddress(String text) {
        return text.matches("0x[0-9a-fA-F]{40}");
    }

    private static String bytes(byte[] bytes) {
        int padding = -bytes.length & 31;
        return word(BigInteger.valueOf(bytes.length)) + HexFormat.of().formatHex(bytes) + "00".repeat(padding);
    }

    private static String word(BigInteger number) {
        String hex = number.mod(MODULUS).toString(16);
        return "0".repeat(64 - hex.length()) + hex;
    }
}
