package org.evenkeel.market;

/** Which characters are seen. Others can hide or reorder what people read, and anyone can name a token. */
public final class Visible {
    private Visible() {}

    /** Whether a character is drawn, or takes room as a space does: none that controls, formats, or has no meaning. */
    public static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
