package org.evenkeel.market;

import java.time.Instant;
import java.util.Optional;

/** What {@link Candles} are held to before they are made. */
record CandleChecks(Interval interval, long[] times, Candles.Prices prices, Candles.Depth depth) {
    /**
     * @throws IllegalArgumentException at the first fault, which the message tells with its row
     */
    void run() {
        checkLengths();
        checkRows();
    }

    private void checkLengths() {
        int rows = times.length;
        boolean same = prices.opens().length == rows
                && prices.highs().length == rows
                && prices.lows().length == rows
                && prices.closes().length == rows
                && prices.volumes().length == rows
                && (depth.source() == LiquiditySource.NONE || depth.usd().length == rows);
        Checks.that(same, "The columns of %d candles differ in length: every column needs a value a candle.", rows);
    }

    /** Looks through column by column, which a process that has just started does fastest; then names the row. */
    private void checkRows() {
        boolean sound = ascends()
                && arePrices(prices.opens())
                && arePrices(prices.highs())
                && arePrices(prices.lows())
                && arePrices(prices.closes())
                && areAmounts(prices.volumes())
                && areAmounts(depth.usd());
        for (int row = 0; !sound && row < times.length; row++) {
            Optional<String> fault = findFault(row);
            if (fault.isPresent()) {
                throw new IllegalArgumentException(
                        "Candle " + row + " at " + Instant.ofEpochMilli(times[row]) + " " + fault.get() + ".");
            }
        }
    }

    private boolean ascends() {
        for (int row = 1; row < times.length; row++) {
            if (times[row] - times[row - 1] < interval.millis()) {
                return false;
            }
        }
        return true;
    }

    static boolean arePrices(double... values) {
        for (double value : values) {
            if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
                return false;
            }
        }
        return true;
    }

    /** Whether each is an amount, or NaN for one that is unknown. */
    private static boolean areAmounts(double... values) {
        for (double value : values) {
            if (value < 0 || value == Double.POSITIVE_INFINITY) {
                return false;
            }
        }
        return true;
    }

    /** Whether no open or close lies outside of its low and high. */
    static boolean areBounds(Candles.Prices prices) {
        for (int row = 0; row < prices.lows().length; row++) {
            double open = prices.opens()[row];
            double close = prices.closes()[row];
            if (Math.min(open, close) < prices.lows()[row] || Math.max(open, close) > prices.highs()[row]) {
                return false;
            }
        }
        return true;
    }

    private Optional<String> findFault(int row) {
        if (row > 0 && times[row] - times[row - 1] < interval.millis()) {
            return Optional.of("follows the candle of " + Instant.ofEpochMilli(times[row - 1]) + ": candles of "
                    + interval + " must be in time order, each once, and may not overlap");
        }
        double[] ofRow = {prices.opens()[row], prices.highs()[row], prices.lows()[row], prices.closes()[row]};
        if (!arePrices(ofRow)) {
            return Optional.of("has a price that is not a positive number (" + ofRow[0] + ", " + ofRow[1] + ", "
                    + ofRow[2] + ", " + ofRow[3] + "): mend or leave out the row");
        }
        if (!areAmounts(prices.volumes()[row])) {
            return Optional.of(
                    "has a volume of " + prices.volumes()[row] + ": give 0 or more, or NaN where it is unknown");
        }
        double known = depth.source() == LiquiditySource.NONE ? Double.NaN : depth.usd()[row];
        return areAmounts(known)
                ? Optional.empty()
                : Optional.of("has a depth of " + known + ": give 0 or more, or NaN where it is unknown");
    }
}
