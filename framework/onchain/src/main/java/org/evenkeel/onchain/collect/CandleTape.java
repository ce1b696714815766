package org.evenkeel.onchain.collect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.evenkeel.market.CandleTail;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Interval;
import org.evenkeel.market.Reserves;
import org.evenkeel.market.TradingPair;

/** Makes candles of trades in their order; none where nothing was traded. */
final class CandleTape {
    private static final int COLUMNS = 7;

    private final TradingPair pair;
    private final Interval interval;
    private final Deque<Row> rows = new ArrayDeque<>();

    /** One candle, as far as it is known. */
    private static final class Row {
        private final long time;
        private final double[] values;

        Row(long time, double price) {
            this.time = time;
            this.values = new double[] {price, price, price, price, 0, Double.NaN, Double.NaN};
        }

        void add(double price, double volume) {
            values[1] = Math.max(values[1], price);
            values[2] = Math.min(values[2], price);
            values[3] = price;
            values[4] += volume;
        }
    }

    CandleTape(TradingPair pair, Interval interval) {
        this.pair = pair;
        this.interval = interval;
    }

    /** How many candles there are, the last perhaps not over. */
    int size() {
        return rows.size();
    }

    /**
     * A trade.
     *
     * @param open when its candle opens, never before that of the last
     * @param volume in USD; NaN where unknown
     */
    void trade(long open, double price, double volume) {
        Row last = rows.peekLast();
        if (last == null || last.time != open) {
            last = new Row(open, price);
            rows.addLast(last);
        }
        last.add(price, volume);
    }

    /** What the pool holds from now on; the last that is said of a candle counts. */
    void holds(long open, double base, double quote) {
        Row last = rows.peekLast();
        if (last != null && last.time == open) {
            last.values[5] = base;
            last.values[6] = quote;
        }
    }

    /** Takes the candles away that open before a time, as what the pair has from another time on. */
    CandleTail takeBefore(long time, long from) {
        List<Row> taken = new ArrayList<>();
        while (!rows.isEmpty() && rows.getFirst().time < time) {
            taken.add(rows.removeFirst());
        }
        long[] times = taken.stream().mapToLong(row -> row.time).toArray();
        double[][] columns = new double[COLUMNS][times.length];
        for (int row = 0; row < times.length; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                columns[column][row] = taken.get(row).values[column];
            }
        }
        Candles.Prices prices = new Candles.Prices(columns[0], columns[1], columns[2], columns[3], columns[4]);
        return new CandleTail(pair, from, new Candles(interval, times, prices), new Reserves(columns[5], columns[6]));
    }
}
