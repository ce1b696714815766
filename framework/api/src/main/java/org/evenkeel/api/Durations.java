package org.evenkeel.api;

import java.time.Duration;
import java.util.regex.Pattern;
import org.evenkeel.market.Interval;

/** Lengths of time in settings: as an {@link Interval} is written, or 0 with a unit or without. */
final class Durations {
    private static final Pattern ZERO = Pattern.compile("0+(ms|s|m|h|d|w)?");

    private Durations() {}

    static Duration parse(String name, String text) {
        if (ZERO.matcher(text.strip()).matches()) {
            return Duration.ZERO;
        }
        try {
            return Interval.parse(text).duration();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    "Setting " + name + "=" + text
                            + " is no length of time: write 0, or a number and s, m, h, d or w, as in 30m.",
                    e);
        }
    }

    static String format(Duration duration) {
        return duration.isZero() ? "0" : new Interval(duration.toMillis()).toString();
    }
}
