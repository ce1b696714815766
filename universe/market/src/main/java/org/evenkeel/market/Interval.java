package org.evenkeel.market;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The length of a candle or of a cycle. Its grid starts at the epoch, except that whole weeks start on Monday 00:00
 * UTC.
 *
 * @param millis the length in milliseconds, more than 0
 */
public record Interval(long millis) implements Comparable<Interval> {
    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long WEEK = 7 * DAY;
    /** 1970-01-05, the first Monday. */
    private static final long FIRST_MONDAY = 4 * DAY;

    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})(ms|s|m|h|d|w)");

    /** One hour. */
    public static final Interval HOURLY = hours(1);
    /** One day. */
    public static final Interval DAILY = days(1);
    /** Seven days, from Monday to Monday. */
    public static final Interval WEEKLY = days(7);

    /**
     * @throws IllegalArgumentException when the length is not positive
     */
    public Interval {
        Checks.that(millis > 0, "An interval of %d ms is none: it must be longer than 0.", millis);
    }

    /** An interval of so many minutes. */
    public static Interval minutes(int count) {
        return new Interval(count * MINUTE);
    }

    /** An interval of so many hours. */
    public static Interval hours(int count) {
        return new Interval(count * HOUR);
    }

    /** An interval of so many days. */
    public static Interval days(int count) {
        return new Interval(count * DAY);
    }

    /**
     * Reads {@code 15m}, {@code 1h}, {@code 7d}, {@code 2w}; also {@code s} and {@code ms}.
     *
     * @throws IllegalArgumentException when the text is no such interval
     */
    public static Interval parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        Checks.that(
                matcher.matches(), "'%s' is no interval: write a number and s, m, h, d or w, as in 1h or 7d.", text);
        long unit = switch (matcher.group(2)) {
            case "ms" -> 1;
            case "s" -> SECOND;
            case "m" -> MINUTE;
            case "h" -> HOUR;
            case "d" -> DAY;
            default -> WEEK;
        };
        return new Interval(Long.parseLong(matcher.group(1)) * unit);
    }

    /** The start of the grid cell that holds the time, in epoch milliseconds. */
    public long floor(long epochMillis) {
        long origin = millis % WEEK == 0 ? FIRST_MONDAY : 0;
        return Math.floorDiv(epochMillis - origin, millis) * millis + origin;
    }

    /** The first grid line at or after the time, in epoch milliseconds. */
    public long ceil(long epochMillis) {
        long floor = floor(epochMillis);
        return floor == epochMillis ? floor : floor + millis;
    }

    /** The first grid line at or after the instant. */
    public Instant ceil(Instant instant) {
        long millis = instant.toEpochMilli();
        boolean whole = instant.equals(Instant.ofEpochMilli(millis));
        return Instant.ofEpochMilli(ceil(whole ? millis : millis + 1));
    }

    /** The length as a duration. */
    public Duration duration() {
        return Duration.ofMillis(millis);
    }

    @Override
    public int compareTo(Interval other) {
        return Long.compare(millis, other.millis);
    }

    /** The text that {@link #parse} reads, in the largest unit that fits: {@code 7d}, {@code 1h}. */
    @Override
    public String toString() {
        if (millis % DAY == 0) {
            return millis / DAY + "d";
        }
        if (millis % HOUR == 0) {
            return millis / HOUR + "h";
        }
        if (millis % MINUTE == 0) {
            return millis / MINUTE + "m";
        }
        return millis % SECOND == 0 ? millis / SECOND + "s" : millis + "ms";
    }
}
