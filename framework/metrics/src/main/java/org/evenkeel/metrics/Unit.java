package org.evenkeel.metrics;

import java.util.Locale;

/** What a figure is counted in. */
public enum Unit {
    /** A fraction: 0.12 is shown as 12 %. */
    PERCENT("%,.2f %%", 100),
    /** A bare number. */
    RATIO("%,.2f", 1),
    /** Days of 24 hours. */
    DAYS("%,.1f days", 1),
    /** US dollars, or whatever money the curve is in. */
    USD("%,.2f USD", 1),
    /** How many there are, a whole number or a rate. */
    COUNT("%,.2f", 1);

    private final String pattern;
    private final double scale;

    Unit(String pattern, double scale) {
        this.pattern = pattern;
        this.scale = scale;
    }

    /** The value for a reader, as in {@code 12.34 %}, the same in every locale; whole counts without decimals. */
    public String format(double value) {
        boolean whole = this == COUNT && value == Math.rint(value);
        // Adding zero turns a negative zero into a plain one.
        return String.format(Locale.ROOT, whole ? "%,.0f" : pattern, value * scale + 0.0);
    }
}
