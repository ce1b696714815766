package org.evenkeel.market;

import java.util.Locale;

/** The checks that this package's values make of themselves. */
final class Checks {
    private Checks() {}

    static void that(boolean holds, String message, Object... arguments) {
        if (!holds) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, message, arguments));
        }
    }

    /**
     * A name as people may be shown it. Anyone can name a token, so characters that are not seen but change how text is
     * read (control, zero width, right to left) are taken out.
     *
     * @throws IllegalArgumentException when nothing is left
     */
    static String label(String value, String what) {
        String shown = value.codePoints()
                .filter(Visible::isVisible)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        that(!shown.isEmpty(), "%s is empty: give it a name.", what);
        return shown;
    }
}
