package org.evenkeel.research;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Prices of several assets at the same times.
 *
 * <p>An asset may begin late, end early and have gaps: it has no price there, and cannot be traded; what is held of it
 * keeps its last price, or is valued at the row's mark.
 *
 * @param assets their names
 * @param times when each row's closes are known and its orders made: rising, in epoch milliseconds
 * @param closes a column for each asset with a price for each time, above 0; NaN where an asset has none. The arrays
 *     are shared, not copied
 * @param ranges what prices did between two closes, where that is known
 * @param start the first row in which orders are made; what comes before it is there for averages and the like to be
 *     known from the start
 * @param marks what is held of an asset is valued at in rows without a close, as where the last price is too old to trade
 *     at but newer than the row before: a column for each asset, NaN in rows where the last price counts; empty where
 *     it always does
 */
public record PriceTable(
        List<String> assets,
        long[] times,
        double[][] closes,
        Optional<Ranges> ranges,
        int start,
        Optional<double[][]> marks) {
    /**
     * What prices did from the close of the row before to that of a row; a column for each asset with a price where its
     * close has one.
     *
     * @param opens first prices
     * @param highs highest prices
     * @param lows lowest prices
     */
    public record Ranges(double[][] opens, double[][] highs, double[][] lows) {}

    /**
     * @throws IllegalArgumentException when the columns do not fit the names and times, times do not rise, a price is
     *     not above 0, or the start is not a row
     */
    public PriceTable {
        assets = List.copyOf(assets);
        for (int row = 1; row < times.length; row++) {
            if (times[row] <= times[row - 1]) {
                throw new IllegalArgumentException(
                        "Times must rise, but row " + row + " does not come after the one before.");
            }
        }
        if (start < 0 || start > times.length) {
            throw new IllegalArgumentException("Orders cannot start in row " + start + " of " + times.length + ".");
        }
        PriceChecks checks = new PriceChecks(assets, times.length);
        checks.closes(closes);
        if (ranges.isPresent()) {
            checks.ranges(closes, ranges.get());
        }
        if (marks.isPresent()) {
            checks.marks(marks.get());
        }
    }

    /** Without marks: what is held of an asset keeps its last price where it has none. */
    public PriceTable(List<String> assets, long[] times, double[][] closes, Optional<Ranges> ranges, int start) {
        this(assets, times, closes, ranges, start, Optional.empty());
    }

    /** Closes alone, with orders from the first row on. */
    public PriceTable(List<String> assets, long[] times, double[][] closes) {
        this(assets, times, closes, Optional.empty(), 0);
    }

    /** These prices, with orders from the first row at or after a time on. */
    public PriceTable startingAt(long epochMillis) {
        int found = Arrays.binarySearch(times, epochMillis);
        return new PriceTable(assets, times, closes, ranges, found < 0 ? -found - 1 : found, marks);
    }

    /** How many times there are. */
    public int rows() {
        return times.length;
    }

    /** The first so many rows, as a copy. */
    public PriceTable first(int rows) {
        Optional<Ranges> part =
                ranges.map(r -> new Ranges(first(r.opens(), rows), first(r.highs(), rows), first(r.lows(), rows)));
        Optional<double[][]> ofThese = marks.map(columns -> first(columns, rows));
        int begins = Math.min(start, rows);
        return new PriceTable(assets, Arrays.copyOf(times, rows), first(closes, rows), part, begins, ofThese);
    }

    private static double[][] first(double[][] columns, int rows) {
        return Arrays.stream(columns).map(column -> Arrays.copyOf(column, rows)).toArray(double[][]::new);
    }

    /**
     * A column worked out of an asset's closes without its gaps, as from its own candles.
     *
     * @param formula gives a column as long as the one it is given
     * @return the column with NaN in the rows where the asset has no price
     */
    public double[] column(int asset, UnaryOperator<double[]> formula) {
        int[] own = ownRows(asset);
        double[] known = formula.apply(ownCloses(asset, own));
        if (own.length == rows()) {
            return known;
        }
        double[] column = new double[rows()];
        Arrays.fill(column, Double.NaN);
        for (int i = 0; i < own.length; i++) {
            column[own[i]] = known[i];
        }
        return column;
    }

    /**
     * Signals worked out of an asset's closes without its gaps.
     *
     * @param formula gives as many words as it is given closes
     * @return false in the rows where the asset has no price
     */
    public boolean[] signals(int asset, Function<double[], boolean[]> formula) {
        int[] own = ownRows(asset);
        boolean[] known = formula.apply(ownCloses(asset, own));
        if (own.length == rows()) {
            return known;
        }
        boolean[] signals = new boolean[rows()];
        for (int i = 0; i < own.length; i++) {
            signals[own[i]] = known[i];
        }
        return signals;
    }

    /**
     * What a unit of an asset is worth in a row.
     *
     * @param last what it was worth in the row before
     */
    double worth(int asset, int row, double last) {
        double close = closes[asset][row];
        double known = Double.isNaN(close) && marks.isPresent() ? marks.get()[asset][row] : close;
        return Double.isNaN(known) ? last : known;
    }

    /** Whether some asset has a price in a row. */
    public boolean isTradable(int row) {
        return Arrays.stream(closes).anyMatch(column -> !Double.isNaN(column[row]));
    }

    /** For each row, how many assets have had a price by then. */
    public int[] begun() {
        int[] begun = new int[rows()];
        for (int asset = 0; asset < closes.length; asset++) {
            for (int row = firstRow(asset); row < begun.length; row++) {
                begun[row]++;
            }
        }
        return begun;
    }

    /** The row of an asset's first price or mark; the number of rows where it has none. */
    int firstRow(int asset) {
        int row = 0;
        while (row < rows() && Double.isNaN(worth(asset, row, Double.NaN))) {
            row++;
        }
        return row;
    }

    double[] ownCloses(int asset, int[] own) {
        double[] close = closes[asset];
        return own.length == close.length
                ? close
                : Arrays.stream(own).mapToDouble(row -> close[row]).toArray();
    }

    /** The rows in which an asset has a price. */
    int[] ownRows(int asset) {
        int[] own = new int[rows()];
        int count = 0;
        for (int row = 0; row < own.length; row++) {
            own[count] = row;
            count += Double.isNaN(closes[asset][row]) ? 0 : 1;
        }
        return Arrays.copyOf(own, count);
    }
}
