package org.evenkeel.state.store;

/**
 * Texts as JSON strings. Beyond what JSON asks for, characters that would hide or reorder text on a screen are escaped,
 * because token names are made by strangers; so are halves of surrogate pairs, which UTF-8 cannot hold.
 */
final class Escapes {
    /** The longest text that is written, in characters; longer ones are refused when read. */
    static final int MAX_TEXT = 1 << 24;
    /** The longest name of a field that is written, in characters. */
    static final int MAX_NAME = 1 << 12;

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private Escapes() {}

    static void appendName(StringBuilder out, String name) {
        requireLength(name, MAX_NAME, "name");
        append(out, name);
    }

    static void appendText(StringBuilder out, String text) {
        requireLength(text, MAX_TEXT, "text");
        append(out, text);
    }

    /** The text with a question mark for every character that would have to be escaped. */
    static String printable(String text) {
        StringBuilder shown = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (mustEscape(text, i)) {
                shown.setCharAt(i, '?');
            }
        }
        return shown.toString();
    }

    private static void requireLength(String text, int most, String what) {
        if (text.length() > most) {
            throw new IllegalArgumentException("The " + what + " beginning with '" + text.substring(0, 40) + "' has "
                    + text.length() + " characters: the state keeps at most " + most + ".");
        }
    }

    private static void append(StringBuilder out, String text) {
        out.append('"');
        int copied = 0;
        for (int i = 0; i < text.length(); i++) {
            if (mustEscape(text, i)) {
                out.append(text, copied, i);
                appendEscaped(out, text.charAt(i));
                copied = i + 1;
            }
        }
        out.append(text, copied, text.length()).append('"');
    }

    private static boolean mustEscape(String text, int index) {
        char c = text.charAt(index);
        if (c < 0x7f) {
            return c < 0x20 || c == '"' || c == '\\';
        }
        if (Character.isSurrogate(c)) {
            return !isPaired(text, index);
        }
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static boolean isPaired(String text, int index) {
        return Character.isHighSurrogate(text.charAt(index))
                ? index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1))
                : index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
    }

    private static void appendEscaped(StringBuilder out, char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\t' -> out.append("\\t");
            case '\r' -> out.append("\\r");
            default ->
                out.append("\\u")
                        .append(HEX[c >> 12])
                        .append(HEX[c >> 8 & 15])
                        .append(HEX[c >> 4 & 15])
                        .append(HEX[c & 15]);
        }
    }
}
