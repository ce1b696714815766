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

    static void text(String value, String what) {
        that(!value.isBlank(), "%s is empty: give it a name.", what);
    }
}
