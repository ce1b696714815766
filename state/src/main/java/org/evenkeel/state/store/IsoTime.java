package org.evenkeel.state.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Instants as {@code 2022-06-15T08:00:00Z}, with as many decimals of a second as there are. The same text that
 * {@link Instant#toString} gives for the years 0 to 9999, without its formatter, which takes its time to load.
 */
final class IsoTime {
    private static final int SECONDS_OF_DAY = 86_400;
    private static final int WHOLE = "0000-00-00T00:00:00".length();

    private IsoTime() {}

    static String format(Instant instant) {
        long second = instant.getEpochSecond();
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(second, SECONDS_OF_DAY));
        if (date.getYear() < 0 || date.getYear() > 9999) {
            throw new IllegalArgumentException("The year " + date.getYear() + " cannot be kept: 0 to 9999 can.");
        }
        int ofDay = Math.floorMod(second, SECONDS_OF_DAY);
        StringBuilder text = new StringBuilder(30).append(date).append('T');
        two(text, ofDay / 3600).append(':');
        two(text, ofDay / 60 % 60).append(':');
        two(text, ofDay % 60);
        fraction(text, instant.getNano());
        return text.append('Z').toString();
    }

    private static StringBuilder two(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    private static void fraction(StringBuilder text, int nanos) {
        if (nanos != 0) {
            int digits = nanos % 1_000_000 == 0 ? 3 : nanos % 1000 == 0 ? 6 : 9;
            text.append('.').append(Integer.toString(1_000_000_000 + nanos), 1, 1 + digits);
        }
    }

    /**
     * @throws IllegalArgumentException when the text is none that {@link #format} writes
     */
    static Instant parse(String text) {
        int length = text.length();
        try {
            if (length > WHOLE && length <= WHOLE + 11 && text.charAt(length - 1) == 'Z') {
                LocalDate date = LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
                long ofDay = digits(text, 11, 13) * 3600L + digits(text, 14, 16) * 60L + digits(text, 17, 19);
                int nanos = length == WHOLE + 1 ? 0 : nanos(text.substring(WHOLE + 1, length - 1));
                Instant instant = Instant.ofEpochSecond(date.toEpochDay() * SECONDS_OF_DAY + ofDay, nanos);
                if (format(instant).equals(text)) {
                    return instant;
                }
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(message(text), e);
        }
        throw new IllegalArgumentException(message(text));
    }

    private static String message(String text) {
        return "'" + text + "' is no time such as 2022-06-15T08:00:00Z.";
    }

    private static int nanos(String fraction) {
        int nanos = digits(fraction, 0, fraction.length());
        for (int missing = 9 - fraction.length(); missing > 0; missing--) {
            nanos *= 10;
        }
        return nanos;
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + (text.charAt(i) - '0');
        }
        return number;
    }
}
