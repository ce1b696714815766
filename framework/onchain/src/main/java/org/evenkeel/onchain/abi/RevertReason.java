package org.evenkeel.onchain.abi;

import java.math.BigInteger;
import org.evenkeel.market.Visible;
import org.evenkeel.onchain.Bytes;

/** Why a contract refused, as far as it said so. */
public sealed interface RevertReason {
    /** In words, as by {@code require(…, "words")}. Characters that are not seen are taken out. */
    record Message(String text) implements RevertReason {
        @Override
        public String toString() {
            return '"' + text + '"';
        }
    }

    /** A fault that the compiler guards against, such as an overflow. */
    record Panic(int code) implements RevertReason {
        @Override
        public String toString() {
            return "panic 0x" + Integer.toHexString(code) + " (" + meaning(code) + ")";
        }
    }

    /** An error of the contract's own, known by its selector. */
    record Custom(Bytes selector, Bytes arguments) implements RevertReason {
        @Override
        public String toString() {
            return "error " + selector + (arguments.size() == 0 ? "" : " with " + cut(arguments.toString()));
        }
    }

    /** An error of a contract's own that is known here, in words of ours. */
    record Known(String words) implements RevertReason {
        @Override
        public String toString() {
            return words;
        }
    }

    /** Nothing was said. */
    record Silent() implements RevertReason {
        @Override
        public String toString() {
            return "no reason given";
        }
    }

    /** How much of what a contract said is shown, in characters: it is shown to people, and kept. */
    int MOST_SHOWN = 200;

    private static String cut(String text) {
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
    }

    /** Reads what came back with a revert. */
    static RevertReason of(Bytes data) {
        if (data.size() < 4) {
            return new Silent();
        }
        Bytes selector = data.part(0, 4);
        Bytes arguments = data.part(4, data.size() - 4);
        try {
            return switch (selector.hex()) {
                case "0x08c379a0" -> new Message(visible(AbiReader.of(arguments).text()));
                case "0x4e487b71" -> new Panic(code(AbiReader.of(arguments).uint()));
                default -> new Custom(selector, arguments);
            };
        } catch (AbiException malformed) {
            return new Custom(selector, arguments);
        }
    }

    private static int code(BigInteger code) {
        return code.bitLength() < Integer.SIZE ? code.intValue() : Integer.MAX_VALUE;
    }

    /** A contract may say anything, and what it says is shown to people: neither long nor hidden. */
    private static String visible(String text) {
        return text.codePoints()
                .filter(Visible::isVisible)
                .limit(MOST_SHOWN)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** From the Solidity documentation, "Panic via assert and Error via require". */
    private static String meaning(int code) {
        return switch (code) {
            case 0x01 -> "an assertion failed";
            case 0x11 -> "arithmetic overflow";
            case 0x12 -> "division by zero";
            case 0x21 -> "no such enum value";
            case 0x22 -> "badly encoded storage";
            case 0x31 -> "pop of an empty array";
            case 0x32 -> "index out of bounds";
            case 0x41 -> "too much memory";
            case 0x51 -> "call of an empty function";
            default -> "unknown";
        };
    }
}
