package org.evenkeel.cli.terminal;

import java.math.BigDecimal;
import java.util.Locale;

/** Amounts as people read them. */
public final class Money {
    private Money() {}

    /** Dollars, to the cent. */
    public static String usd(double value) {
        return String.format(Locale.ROOT, "%,.2f", value);
    }

    /** Dollars, to the cent. */
    public static String usd(BigDecimal value) {
        return usd(value.doubleValue());
    }

    /** An amount of a token, to six digits behind the point; a plain 0 for none. */
    public static String quantity(BigDecimal value) {
        return value.signum() == 0 ? "0" : String.format(Locale.ROOT, "%,.6f", value);
    }

    /** A price in dollars, with more digits where it is below 1. */
    public static String price(double value) {
        return String.format(Locale.ROOT, value >= 1 ? "%,.4f" : "%.8f", value);
    }

    /** A fraction as a percentage, to two digits behind the point. */
    public static String percent(double fraction) {
        return String.format(Locale.ROOT, "%,.2f %%", fraction * 100);
    }
}
