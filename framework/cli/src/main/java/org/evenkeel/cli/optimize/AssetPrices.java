package org.evenkeel.cli.optimize;

import java.io.PrintStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.evenkeel.cli.terminal.CsvTable;
import org.evenkeel.cli.terminal.Dates;
import org.evenkeel.cli.terminal.Words;
import org.evenkeel.market.DataException;
import org.evenkeel.metrics.arrays.Periods;

/**
 * The prices that a portfolio is made from.
 *
 * @param names of the assets
 * @param times of the rows, in milliseconds since the epoch
 * @param table {@code [row][asset]}, above 0; NaN where there is none
 */
record AssetPrices(List<String> names, long[] times, double[][] table) {
    private static final int LEAST_ROWS = 3;

    /**
     * Some columns of a file.
     *
     * @param common whether only rows are kept in which all have a price; what is left out is told
     * @throws DataException when a price is not above 0, or too few rows are left
     */
    static AssetPrices of(CsvTable csv, List<String> names, boolean common, PrintStream notes) {
        int[] columns = names.stream().mapToInt(csv::column).toArray();
        double[][] all = Arrays.stream(csv.values())
                .map(row ->
                        IntStream.of(columns).mapToDouble(column -> row[column]).toArray())
                .toArray(double[][]::new);
        AssetPrices prices = new AssetPrices(names, csv.times(), all);
        prices.requirePositive();
        int[] kept = IntStream.range(0, all.length)
                .filter(row -> common
                        ? Arrays.stream(all[row]).noneMatch(Double::isNaN)
                        : !Arrays.stream(all[row]).allMatch(Double::isNaN))
                .toArray();
        if (all.length < LEAST_ROWS) {
            throw new DataException(csv.file() + " has " + all.length + (all.length == 1 ? " row" : " rows")
                    + " of prices, of which no portfolio is made: it takes " + LEAST_ROWS + " or more, and some hundred"
                    + " to tell anything.");
        }
        if (kept.length < LEAST_ROWS) {
            throw new DataException("Only " + kept.length + " of " + all.length + " rows of " + csv.file()
                    + " have a price of every asset" + prices.youngest() + ": leave assets out (--assets A,B), or judge"
                    + " each by the rows that it has (--rows each).");
        }
        AssetPrices some = new AssetPrices(
                names,
                IntStream.of(kept).mapToLong(row -> csv.times()[row]).toArray(),
                IntStream.of(kept).mapToObj(row -> all[row]).toArray(double[][]::new));
        if (common && kept.length < all.length) {
            notes.println("Note: " + (all.length - kept.length) + " of " + all.length
                    + " rows are left out, in which not every asset has a price" + prices.youngest() + ". The rest: "
                    + some.first() + " to " + some.last() + ".");
        }
        return some;
    }

    private void requirePositive() {
        for (int row = 0; row < table.length; row++) {
            for (int i = 0; i < names.size(); i++) {
                if (table[row][i] <= 0) {
                    throw new DataException("The price of " + names.get(i) + " on " + date(times[row]) + " is "
                            + Words.number(table[row][i])
                            + ": prices are above 0. Mend it, or leave the asset out (--assets).");
                }
            }
        }
    }

    /** Which asset begins last, if it begins after the first row. */
    private String youngest() {
        int[] begins = IntStream.range(0, names.size())
                .map(i -> IntStream.range(0, table.length)
                        .filter(row -> !Double.isNaN(table[row][i]))
                        .findFirst()
                        .orElse(table.length))
                .toArray();
        int asset = IntStream.range(0, begins.length)
                .boxed()
                .max(Comparator.comparingInt(i -> begins[i]))
                .orElseThrow();
        if (begins[asset] == 0) {
            return "";
        }
        return " (" + names.get(asset)
                + (begins[asset] == table.length ? " has none" : " begins on " + date(times[begins[asset]])) + ")";
    }

    /** Simple returns from row to row, NaN where a price is missing. */
    double[][] returns() {
        double[][] returns = new double[table.length - 1][names.size()];
        for (int row = 1; row < table.length; row++) {
            for (int i = 0; i < names.size(); i++) {
                returns[row - 1][i] = table[row][i] / table[row - 1][i] - 1;
            }
        }
        return returns;
    }

    /** The first so many assets alone. */
    AssetPrices first(int assets) {
        return new AssetPrices(
                names.subList(0, assets),
                times,
                Arrays.stream(table).map(row -> Arrays.copyOf(row, assets)).toArray(double[][]::new));
    }

    /** The returns of the last asset. */
    double[] lastReturns() {
        return Arrays.stream(returns())
                .mapToDouble(row -> row[names.size() - 1])
                .toArray();
    }

    boolean hasGaps() {
        return Arrays.stream(table).anyMatch(row -> Arrays.stream(row).anyMatch(Double::isNaN));
    }

    double periodsPerYear() {
        return Periods.perYear(times);
    }

    /** The last price of each asset. */
    double[] latest() {
        return IntStream.range(0, names.size())
                .mapToDouble(i -> Arrays.stream(table)
                        .mapToDouble(row -> row[i])
                        .filter(price -> !Double.isNaN(price))
                        .reduce(Double.NaN, (before, price) -> price))
                .toArray();
    }

    String first() {
        return date(times[0]);
    }

    String last() {
        return date(times[times.length - 1]);
    }

    private static String date(long time) {
        return Dates.words(Instant.ofEpochMilli(time));
    }
}
