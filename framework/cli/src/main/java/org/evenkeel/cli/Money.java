package org.evenkeel.cli;

import java.math.BigDecimal;
import java.util.Locale;

/** Amounts as people read them. */
final class Money {
    private Money() {}

    static String usd(double value) {
        return String.format(Locale.ROOT, "%,.2f", value);
    }

    static String usd(BigDecimal value) {
        return usd(value.doubleValue());
    }

    static String quantity(BigDecimal value) {
        return value.signum() == 0 ? "0" : String.format(Locale.ROOT, "%,.6f", value);
    }

    static String price(double value) {
        return String.format(Locale.ROOT, value >= 1 ? "%,.4f" : "%.8f", value);
    }

    static String percent(double fraction) {
        return String.format(Locale.ROOT, "%,.2f %%", fraction * 100);
    }
}
