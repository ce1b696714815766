package org.evenkeel.sweep.subject;

import java.util.Arrays;
import java.util.List;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.market.Candles;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.research.PriceTable;

/**
 * The times at which some pair of a market has a candle. Candles of different pairs that begin within the same interval,
 * as where one venue opens later than another, are in one row, and on a shuffled market begin when the row does.
 */
final class MarketRows {
    private final long first;
    private final long interval;
    /** The number of each row's interval, counted from the first candle of all. */
    private final long[] cells;

    private MarketRows(long first, long interval, long[] cells) {
        this.first = first;
        this.interval = interval;
        this.cells = cells;
    }

    static MarketRows of(MarketHistory market) {
        List<Candles> columns = market.universe().pairs().stream()
                .map(pair -> market.of(pair).candles())
                .filter(candles -> candles.size() > 0)
                .toList();
        long first =
                columns.stream().mapToLong(candles -> candles.time(0)).min().orElse(0);
        long interval = columns.stream()
                .mapToLong(candles -> candles.interval().millis())
                .min()
                .orElse(1);
        long[] cells = columns.stream()
                .flatMapToLong(candles -> Arrays.stream(candles.times()))
                .map(time -> (time - first) / interval)
                .sorted()
                .toArray();
        return new MarketRows(first, interval, unique(cells));
    }

    private static long[] unique(long[] sorted) {
        int count = 0;
        for (long value : sorted) {
            if (count == 0 || sorted[count - 1] != value) {
                sorted[count++] = value;
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    int count() {
        return cells.length;
    }

    /** The row of each candle. */
    int[] of(Candles candles) {
        int[] rows = new int[candles.size()];
        int row = 0;
        for (int candle = 0; candle < rows.length; candle++) {
            long cell = (candles.time(candle) - first) / interval;
            while (cells[row] < cell) {
                row++;
            }
            rows[candle] = row;
        }
        return rows;
    }

    /** When rows begin, in epoch milliseconds. */
    long[] times(int[] rows) {
        return Arrays.stream(rows).mapToLong(this::time).toArray();
    }

    private long time(int row) {
        return first + cells[row] * interval;
    }

    /** The rows that begin and end within a period. */
    RowOrders.Stretch within(Backtest.Period period) {
        int from = firstAtOrAfter(period.from().toEpochMilli());
        return new RowOrders.Stretch(
                from, Math.max(from, firstAtOrAfter(period.to().toEpochMilli() - interval + 1)));
    }

    private int firstAtOrAfter(long time) {
        int row = 0;
        while (row < cells.length && time(row) < time) {
            row++;
        }
        return row;
    }

    /** Whether the rows of a table are the first of these, each known once it is over. */
    boolean begin(PriceTable table) {
        long[] known = table.times();
        if (known.length > cells.length) {
            return false;
        }
        for (int row = 0; row < known.length; row++) {
            // The one that the first decision sees has its time.
            if (row != table.start() && known[row] != time(row) + interval) {
                return false;
            }
        }
        return true;
    }
}
