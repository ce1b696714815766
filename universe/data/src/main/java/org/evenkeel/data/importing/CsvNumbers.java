package org.evenkeel.data.importing;

import java.util.Locale;
import java.util.Set;

/** Reads numbers as they stand in CSV cells. */
final class CsvNumbers {
    private static final Set<String> BLANKS = Set.of("", "nan", "null", "none", "na", "n/a", "-");
    private static final int MOST_CHARS = 60;

    private CsvNumbers() {}

    /** Whether a cell says that there is no value. */
    static boolean isBlank(String cell) {
        return BLANKS.contains(cell.strip().toLowerCase(Locale.ROOT));
    }

    static boolean isNumber(String cell) {
        return !Double.isNaN(parse(cell, cell.indexOf('.') < 0));
    }

    /**
     * The number in a cell; NaN where there is none.
     *
     * @param decimalComma whether a comma stands for the decimal point, instead of between thousands
     */
    static double parse(String cell, boolean decimalComma) {
        String plain = cell.strip();
        if (plain.isEmpty() || plain.length() > MOST_CHARS || !startsLikeNumber(plain)) {
            return Double.NaN;
        }
        String dotted = plain.indexOf(',') < 0 ? plain : plain.replace(",", decimalComma ? "." : "");
        try {
            return Double.parseDouble(dotted);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Keeps out "NaN", "Infinity" and hexadecimal, which Java would read, and a trailing d or f. */
    private static boolean startsLikeNumber(String text) {
        char last = text.charAt(text.length() - 1);
        char first = text.charAt(0);
        boolean begins = (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.';
        return begins && ((last >= '0' && last <= '9') || last == '.') && text.indexOf('x') < 0;
    }
}
