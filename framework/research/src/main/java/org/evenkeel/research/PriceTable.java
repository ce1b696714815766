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
 * keeps its last price.
 *
 * @param assets their names
 * @param times when each row's closes are known and its orders made: rising, in epoch milliseconds
 * @param closes a column for each asset with a price for each time, above 0; NaN where an asset has none. The arrays are
 *     shared, not copied
 * @param ranges what prices did between two closes, where that is known
 */
public record PriceTable(List<String> assets, long[] times, double[][] closes, Optional<Ranges> ranges) {
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
     * @throws IllegalArgumentException when the columns do not fit the names and times, times do not rise, or a price is
     *     not above 0
     */
    public PriceTable {
        assets = List.copyOf(assets);
        for (int row = 1; row < times.length; row++) {
            if (times[row] <= times[row - 1]) {
                throw new IllegalArgumentException(
                        "Times must rise, but row " + row + " does not come after the one before.");
            }
        }
        PriceChecks checks = new PriceChecks(assets, times.length);
        checks.closes(closes);
        if (ranges.isPresent()) {
            checks.ranges(closes, ranges.get());
        }
    }

    /** Closes alone; see {@link #PriceTable(List, long[], double[][], Optional)}. */
    public PriceTable(List<String> assets, long[] times, double[][] closes) {
        this(assets, times, closes, Optional.empty());
    }

    /** How many times there are. */
    public int rows() {
        return times.length;
    }

    /** The first so many rows, as a copy. */
    public PriceTable first(int rows) {
        Optional<Ranges> part =
                ranges.map(r -> new Ranges(first(r.opens(), rows), first(r.highs(), rows), first(r.lows(), rows)));
        return new PriceTable(assets, Arrays.copyOf(times, rows), first(closes, rows), part);
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
