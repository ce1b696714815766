package org.evenkeel.report.page;

import java.math.BigDecimal;
import java.math.MathContext;

/** A number in as few characters as its worth: a chart shows no more than a few digits of it. */
final class ShortNumber {
    private static final int MOST_DECIMALS = 18;
    private static final double[] POWERS = new double[MOST_DECIMALS + 1];

    static {
        for (int power = 0; power < POWERS.length; power++) {
            POWERS[power] = Double.parseDouble("1e" + power);
        }
    }

    private ShortNumber() {}

    /**
     * The number rounded to significant digits, as JSON.
     *
     * @param value a finite number
     * @param digits how many, 1 to 15
     */
    static String of(double value, int digits) {
        if (value == 0) {
            return "0";
        }
        int magnitude = (int) Math.floor(Math.log10(Math.abs(value)));
        int decimals = Math.max(0, digits - 1 - magnitude);
        if (decimals > MOST_DECIMALS || magnitude > MOST_DECIMALS - 2) {
            return BigDecimal.valueOf(value)
                    .round(new MathContext(digits))
                    .stripTrailingZeros()
                    .toString();
        }
        BigDecimal rounded = BigDecimal.valueOf(Math.round(value * POWERS[decimals]), decimals)
                .stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.toPlainString() : rounded.toString();
    }
}
