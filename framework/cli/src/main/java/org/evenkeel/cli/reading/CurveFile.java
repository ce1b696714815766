package org.evenkeel.cli.reading;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.LongStream;
import org.evenkeel.cli.terminal.CsvTable;
import org.evenkeel.cli.terminal.Dates;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.market.DataException;
import org.evenkeel.metrics.EquityCurve;
import org.evenkeel.metrics.arrays.Periods;
import org.jspecify.annotations.Nullable;

/**
 * A curve from a column of a CSV.
 *
 * @param file where it is from
 * @param column the name of the column
 * @param rows how many rows the file has
 * @param curve the rows that have a value
 */
record CurveFile(Path file, String column, int rows, EquityCurve curve) {
    /**
     * Reads a curve.
     *
     * @param name the column, where there are several
     * @param option how the user names it
     * @throws DataException when the file is no table, or the column has no value
     * @throws UsageException when the column is not there, or has to be named
     */
    static CurveFile read(Path file, @Nullable String name, String option) {
        CsvTable table = CsvTable.read(file);
        if (name == null && table.names().size() > 1) {
            throw new UsageException(file + " has several columns of values, " + String.join(", ", table.names())
                    + ": choose one with " + option + ".");
        }
        CsvTable one = table.only(name == null ? table.names().getFirst() : name);
        double[] values = Arrays.stream(one.values()).mapToDouble(row -> row[0]).toArray();
        return new CurveFile(file, one.names().getFirst(), table.times().length, EquityCurve.of(one.times(), values));
    }

    /** The curve of a run. */
    static CurveFile of(Path run, EquityCurve curve) {
        return new CurveFile(run, "equity", curve.size(), curve);
    }

    /** How many rows are left out, for they have no value. */
    int leftOut() {
        return rows - curve.size();
    }

    /** Why rows are left out. */
    String why() {
        return "they have no value under " + column;
    }

    /** What is to be said of the rows that are left out. */
    Optional<String> note() {
        return leftOut() == 0
                ? Optional.empty()
                : Optional.of(leftOut() + " of " + rows + " rows of " + file + " are left out, for " + why() + ".");
    }

    /** Why it tells nothing of a year; empty where it is long enough. */
    Optional<String> noYear() {
        long[] times = curve.times();
        return Periods.noYear(file.toString(), times[times.length - 1] - times[0]);
    }

    /** How many times both curves have. */
    int common(CurveFile other) {
        return (int) LongStream.of(curve.times())
                .filter(time -> Arrays.binarySearch(other.curve.times(), time) >= 0)
                .count();
    }

    /**
     * Makes sure that another curve can be held against this one.
     *
     * @throws DataException when they have no time in common, with the times of both
     */
    void requireCommon(CurveFile other) {
        if (common(other) == 0) {
            throw new DataException(file + " and " + other.file + " have no date in common: the one goes from "
                    + range()
                    + ", the other from " + other.range() + ". Give a benchmark of the same dates, written alike"
                    + " (2021-06-01 is midnight, not the close of that day).");
        }
    }

    private String range() {
        return Dates.words(from()) + " to " + Dates.words(to());
    }

    /** The first time. */
    Instant from() {
        return Instant.ofEpochMilli(curve.times()[0]);
    }

    /** The last time. */
    Instant to() {
        return Instant.ofEpochMilli(curve.times()[curve.size() - 1]);
    }
}
