package org.evenkeel.onchain.safe;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.Function;

/** A role of a Roles modifier. How it is named tells the modifier's version. */
public sealed interface Role {
    /** The function by which members of a role have something done. */
    Function function();

    /** How the contract has it. */
    BigInteger word();

    /** Of the second version: 32 bytes, as a rule a text and zeros. */
    record Key(Bytes bytes) implements Role {
        private static final int BYTES = 32;

        /** A text needs a zero at its end. */
        private static final int MOST_TEXT = BYTES - 1;

        private static final Function FUNCTION =
                Function.of("execTransactionWithRole(address,uint256,bytes,uint8,bytes32,bool)");
        private static final Pattern TEXT = Pattern.compile("([ -~]{1," + MOST_TEXT + "})\0+");

        /**
         * @throws IllegalArgumentException when there are not 32 bytes, or all of them zeros
         */
        public Key {
            if (bytes.size() != BYTES || new BigInteger(1, bytes.toArray()).signum() == 0) {
                throw new IllegalArgumentException(
                        bytes + " is no key of a role: one has 32 bytes, and not all of them zeros.");
            }
        }

        @Override
        public Function function() {
            return FUNCTION;
        }

        @Override
        public BigInteger word() {
            return new BigInteger(1, bytes.toArray());
        }

        @Override
        public String toString() {
            Matcher text = TEXT.matcher(new String(bytes.toArray(), StandardCharsets.ISO_8859_1));
            return text.matches() ? text.group(1) : bytes.hex();
        }
    }

    /** Of the first version. */
    record Number(int number) implements Role {
        private static final int MOST = 0xffff;
        private static final Function FUNCTION =
                Function.of("execTransactionWithRole(address,uint256,bytes,uint8,uint16,bool)");

        /**
         * @throws IllegalArgumentException when it needs more than 16 bits
         */
        public Number {
            if (number < 0 || number > MOST) {
                throw new IllegalArgumentException(number + " is no role: one has a number from 0 to " + MOST + ".");
            }
        }

        @Override
        public Function function() {
            return FUNCTION;
        }

        @Override
        public BigInteger word() {
            return BigInteger.valueOf(number);
        }

        @Override
        public String toString() {
            return Integer.toString(number);
        }
    }

    /**
     * As a person writes it: a number for the first version, a key for the second, as a text or in hex.
     *
     * @throws IllegalArgumentException when it is neither
     */
    static Role of(String text) {
        if (text.matches("[0-9]{1,5}")) {
            return new Number(Integer.parseInt(text));
        }
        if (text.matches("0x[0-9a-fA-F]{64}")) {
            return new Key(Bytes.ofHex(text));
        }
        boolean isText = text.matches("[ -~]{1," + Key.MOST_TEXT + "}") && !text.matches("0x.*|[0-9]+");
        if (!isText) {
            throw new IllegalArgumentException("\"" + text + "\" is no role: the first version of the modifier has"
                    + " numbers up to " + Number.MOST + ", the second keys, which are texts of up to " + Key.MOST_TEXT
                    + " plain characters, or 0x and 64 hexadecimal digits.");
        }
        return new Key(Bytes.of(Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), Key.BYTES)));
    }
}
