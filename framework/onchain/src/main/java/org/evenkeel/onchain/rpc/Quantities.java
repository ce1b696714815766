package org.evenkeel.onchain.rpc;

import java.math.BigInteger;
import java.util.regex.Pattern;
import org.evenkeel.onchain.Bytes;

/** The hexadecimal of JSON-RPC. */
final class Quantities {
    private static final Pattern NUMBER = Pattern.compile("0x[0-9a-fA-F]{1,64}");

    private Quantities() {}

    static BigInteger number(String text) throws RpcFailure {
        if (!NUMBER.matcher(text).matches()) {
            throw new RpcFailure(ChainFault.GARBAGE, "its answer has no number where one was expected");
        }
        return new BigInteger(text.substring(2), 16);
    }

    /** A number that fits a {@code long}, such as a height or a time. */
    static long small(String text) throws RpcFailure {
        BigInteger number = number(text);
        if (number.bitLength() >= Long.SIZE) {
            throw new RpcFailure(ChainFault.GARBAGE, "its answer has a number that is too large: " + number);
        }
        return number.longValue();
    }

    /** A height as nodes take it. */
    static String hex(long number) {
        return "0x" + Long.toHexString(number);
    }

    /** An amount as nodes take it. */
    static String hex(BigInteger number) {
        return "0x" + number.toString(16);
    }

    static Bytes bytes(String text) throws RpcFailure {
        try {
            return Bytes.ofHex(text);
        } catch (IllegalArgumentException malformed) {
            throw new RpcFailure(
                    ChainFault.GARBAGE, "its answer has no bytes in hex where such were expected", malformed);
        }
    }
}
