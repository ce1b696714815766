package org.evenkeel.metrics.arrays;

import java.util.Arrays;
import java.util.Optional;

/** What the timestamps of a curve say about its periods. Times are milliseconds since the epoch, UTC, rising. */
public final class Periods {

    /** The length of a day. */
    public static final double DAY_MILLIS = 86_400_000;

    /** The length of a Julian year of 365.25 days, to which every figure is annualised. */
    public static final double YEAR_MILLIS = 365.25 * DAY_MILLIS;

    /**
     * The shortest time of which figures of a year are told: 30 days. The house's one rule, wherever such a figure is
     * shown. Below it the exponent of compounding is twelve and more, and a year's growth tells of a few days' luck alone:
     * 1 % in two days is 517 % a year. Means and spreads are no better: that they are scaled by a change of units does not
     * help who reads a volatility of 900 % off three hours. Those who report to investors compound nothing under a whole
     * year (GIPS); a tool of research is used on a month or a quarter, where the figure is rough but not absurd.
     */
    public static final double SHORTEST_TOLD_MILLIS = 30 * DAY_MILLIS;

    private Periods() {}

    /** Whether the points span the {@link #SHORTEST_TOLD_MILLIS} of which figures of a year are told. */
    public static boolean tellAYear(long[] times) {
        return tellAYear(years(times) * YEAR_MILLIS);
    }

    private static boolean tellAYear(double millis) {
        return millis >= SHORTEST_TOLD_MILLIS * (1 - 1e-12);
    }

    /**
     * Why no figure of a year is told of a time, as a sentence; empty where it is long enough.
     *
     * @param what what is that long, as "the run"
     * @param millis how long it is
     */
    public static Optional<String> noYear(String what, long millis) {
        return tellAYear(millis)
                ? Optional.empty()
                : Optional.of("No figure of a year is given: " + what + " is " + length(millis)
                        + " long, and they are given from 30 days on.");
    }

    /** A length in the largest unit of which it has two, as people say it. */
    private static String length(long millis) {
        double hours = millis / 3_600_000.0;
        if (hours >= 48) {
            return number(hours / 24, "day");
        }
        if (hours >= 2) {
            return number(hours, "hour");
        }
        return millis >= 120_000 ? number(hours * 60, "minute") : number(hours * 3600, "second");
    }

    /** To one digit behind the point, and never more than it is: 29.99 days are not 30. */
    private static String number(double value, String unit) {
        double cut = Math.floor(value * 10 + 1e-9) / 10;
        String number = cut == Math.rint(cut) ? Long.toString(Math.round(cut)) : Double.toString(cut);
        return number + " " + unit + (cut == 1 ? "" : "s");
    }

    /** The time between the first point and the last in years of 365.25 days; zero of fewer than two points. */
    public static double years(long[] times) {
        return times.length < 2 ? 0 : (times[times.length - 1] - times[0]) / YEAR_MILLIS;
    }

    /**
     * The points between which all periods are full ones.
     *
     * @param first the position of the first
     * @param last the position of the last; the same where there is one point or none
     */
    public record Span(int first, int last) {
        /** How many full periods there are. */
        public int count() {
            return last - first;
        }

        /** The values at the points, of a column with one for each point of the curve. A new array. */
        public double[] points(double[] column) {
            return Arrays.copyOfRange(column, first, last + 1);
        }

        /** The returns of the full periods, of a column of returns, one fewer than the points. A new array. */
        public double[] returns(double[] column) {
            return Arrays.copyOfRange(column, first, last);
        }
    }

    /**
     * The full periods. A first or last period shorter than half the median is a stub, cut by the start or the end of
     * the run: its return is not one of a period, so figures of spread leave it out. Of fewer than three periods nobody
     * can say which is the odd one, and all are taken as full.
     */
    public static Span full(long[] times) {
        int first = 0;
        int last = Math.max(0, times.length - 1);
        if (last < 3) {
            return new Span(first, last);
        }
        double stub = medianSpacing(times) / 2;
        if (times[last] - times[last - 1] < stub) {
            last--;
        }
        if (last >= 3 && times[1] - times[0] < stub) {
            first++;
        }
        return new Span(first, last);
    }

    /**
     * Periods per year: the number of {@link #full} periods over the years that they span.
     *
     * <p>That is 365.25 for days, about 252 for business days (their weekends and holidays are in the span), 52.18 for
     * weeks, 8766 for hours. The mean and not the median spacing: where a gap merges many periods into one, the year
     * has fewer, and the variance of a year stays what it was.
     *
     * @return NaN of fewer than two points
     */
    public static double perYear(long[] times) {
        Span full = full(times);
        return full.count() == 0 ? Double.NaN : full.count() * YEAR_MILLIS / (times[full.last()] - times[full.first()]);
    }

    /** The middle one of the spacings between neighbours, in milliseconds; of an even number the upper one. */
    static double medianSpacing(long[] times) {
        long[] spacings = new long[times.length - 1];
        for (int i = 0; i < spacings.length; i++) {
            spacings[i] = times[i + 1] - times[i];
        }
        long most = majority(spacings);
        if (most >= 0) {
            return most;
        }
        Arrays.sort(spacings);
        return spacings[spacings.length / 2];
    }

    /**
     * The spacing that more than half of all have, which so is the median, without sorting them: nearly every curve has
     * one. By the vote of Boyer and Moore (1981).
     *
     * @return -1 where there is none
     */
    private static long majority(long[] spacings) {
        long candidate = -1;
        int votes = 0;
        for (long spacing : spacings) {
            if (votes == 0) {
                candidate = spacing;
            }
            votes += spacing == candidate ? 1 : -1;
        }
        int count = 0;
        for (long spacing : spacings) {
            count += spacing == candidate ? 1 : 0;
        }
        return count > spacings.length / 2 ? candidate : -1;
    }

    /**
     * The points that close a UTC day, and the first point. A point at 00:00 closes the day before it.
     *
     * @return rising positions in {@code times}; as many as there are points where none is finer than a day
     */
    public static int[] closesOfDays(long[] times) {
        int[] closes = new int[times.length];
        int count = 0;
        for (int i = 0; i < times.length; i++) {
            boolean lastOfDay = i + 1 == times.length || day(times[i]) != day(times[i + 1]);
            if (i == 0 || lastOfDay) {
                closes[count++] = i;
            }
        }
        return Arrays.copyOf(closes, count);
    }

    private static long day(long time) {
        return Math.floorDiv(time - 1, (long) DAY_MILLIS);
    }
}
