package org.evenkeel.api;

import java.util.regex.Pattern;

/** Numbers as people write them. */
final class Numbers {
    /** Java also reads 7d, 0x1p3 and NaN as numbers, none of which anybody means here. */
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private Numbers() {}

    /**
     * A finite number.
     *
     * @throws NumberFormatException when the text is none
     */
    static double decimal(String text) {
        String number = text.strip();
        double value = DECIMAL.matcher(number).matches() ? Double.parseDouble(number) : Double.NaN;
        if (!Double.isFinite(value)) {
            throw new NumberFormatException(text);
        }
        return value;
    }
}
