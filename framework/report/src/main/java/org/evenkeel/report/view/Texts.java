package org.evenkeel.report.view;

import org.evenkeel.market.Visible;

/**
 * Texts as people may be shown them. Anyone can name a token, and a strategy may print what it read somewhere:
 * characters that are not seen but change how a text is read (control, zero width, right to left) are taken out, piled
 * up accents are cut, and so is what is too long to be a name. Escaping for HTML and JSON comes on top of that, not
 * instead.
 */
public final class Texts {
    private static final int LONGEST_LABEL = 48;
    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST_MARKS = 2;

    private Texts() {}

    /** A name: of a pair, a venue, a parameter. */
    public static String label(String text) {
        return shortened(shown(text), LONGEST_LABEL);
    }

    /** A sentence or two. */
    public static String text(String text) {
        return shortened(shown(text), LONGEST_TEXT);
    }

    private static String shown(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        int marks = 0;
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            at += Character.charCount(codePoint);
            marks = isMark(codePoint) ? marks + 1 : 0;
            if (Character.isWhitespace(codePoint)) {
                shown.append(' ');
            } else if (Visible.isVisible(codePoint) && marks <= MOST_MARKS) {
                shown.appendCodePoint(codePoint);
            }
        }
        return shown.toString().strip();
    }

    private static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    private static String shortened(String text, int longest) {
        if (text.codePointCount(0, text.length()) <= longest) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
