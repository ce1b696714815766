package org.evenkeel.data.columns;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Reads times as people and exchanges write them: numbers since the epoch, ISO dates, with or without time and zone.
 */
public final class TimeTexts {
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-M-d[ H:mm[:ss]]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("[ ][XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    private TimeTexts() {}

    /**
     * The time in epoch milliseconds; empty where the text is none.
     *
     * <p>Understood: {@code 2021-06-01}, {@code 2021-06-01 00:00}, {@code 2021-06-01T00:00:00.000Z},
     * {@code 2021-06-01 00:00:00+02:00}, {@code 2021-06-01 00:00:00 UTC}, {@code 2021/06/01}, and whole or decimal
     * numbers of seconds, milliseconds, microseconds or nanoseconds, judged by size. A time without a zone is UTC.
     * Dates with the day or month first are not understood, because nothing tells which of the two it is.
     */
    public static OptionalLong findMillis(String text) {
        String plain = text.strip();
        if (plain.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            if (isNumber(plain)) {
                return OptionalLong.of(number(plain));
            }
            long usual = UsualDates.millis(plain);
            return OptionalLong.of(usual == UsualDates.NONE ? date(plain) : usual);
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            boolean inside = c == '.' || (i > 0 && (c == 'e' || c == 'E' || c == '+'));
            if (!digit && !inside && !(c == '-' && i == 0)) {
                return false;
            }
        }
        return true;
    }

    private static long number(String text) {
        // Eight digits are a day such as 20210601: as seconds it would lie in 1970.
        if (text.length() == 8 && text.chars().allMatch(Character::isDigit)) {
            return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .toEpochMilli();
        }
        boolean whole = text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
        if (whole) {
            long value = Long.parseLong(text);
            return TimeUnits.judge(Math.abs(value)).toMillis(value);
        }
        double value = Double.parseDouble(text);
        TimeUnits unit = TimeUnits.judge((long) Math.abs(value));
        return unit == TimeUnits.SECONDS ? Math.round(value * 1000) : unit.toMillis(Math.round(value));
    }

    private static long date(String text) {
        String plain =
                text.replace(" UTC", "Z").replace('/', '-').replace('T', ' ').replace('z', 'Z');
        TemporalAccessor parsed = parse(plain);
        if (parsed instanceof OffsetDateTime zoned) {
            return zoned.toInstant().toEpochMilli();
        }
        if (parsed instanceof LocalDateTime local) {
            return local.toInstant(ZoneOffset.UTC).toEpochMilli();
        }
        return LocalDate.from(parsed).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    private static TemporalAccessor parse(String text) {
        TemporalAccessor parsed = DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        if (parsed instanceof LocalDate && text.indexOf(':') >= 0) {
            throw new DateTimeParseException("A time without its date", text, 0);
        }
        return parsed;
    }
}
