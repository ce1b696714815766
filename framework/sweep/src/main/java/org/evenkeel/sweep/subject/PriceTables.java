package org.evenkeel.sweep.subject;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.market.TradingPair;
import org.evenkeel.research.PriceTable;

/** From a history of candles to a table of prices, with a row for each close of any pair. */
final class PriceTables {
    private final List<TradingPair> pairs;
    private final List<Candles> candles;
    private final long step;

    private PriceTables(MarketHistory history, Interval interval) {
        pairs = history.universe().pairs();
        candles = pairs.stream().map(pair -> history.of(pair).candles(interval)).toList();
        step = interval.millis();
    }

    /**
     * The closes of a universe, each at the time from which it is known.
     *
     * @param interval of the candles whose closes make rows
     * @param period rows are known at or after its start and before its end; earlier ones are kept before them
     */
    static PriceTable of(MarketHistory history, Interval interval, Backtest.Period period) {
        return new PriceTables(history, interval).table(period);
    }

    private PriceTable table(Backtest.Period period) {
        long end = period.to().toEpochMilli();
        long[] times = candles.stream()
                .flatMapToLong(one -> Arrays.stream(one.times()))
                .map(open -> open + step)
                .filter(close -> close <= end)
                .distinct()
                .sorted()
                .toArray();
        PriceTable.Ranges ranges = new PriceTable.Ranges(
                columns(times, one -> one.prices().opens()),
                columns(times, one -> one.prices().highs()),
                columns(times, one -> one.prices().lows()));
        return new PriceTable(names(), times, columns(times, one -> one.prices().closes()), Optional.of(ranges));
    }

    private double[][] columns(long[] times, Function<Candles, double[]> price) {
        double[][] columns = new double[candles.size()][times.length];
        for (int asset = 0; asset < columns.length; asset++) {
            Arrays.fill(columns[asset], Double.NaN);
            double[] prices = price.apply(candles.get(asset));
            int row = 0;
            for (int candle = 0; candle < prices.length && row < times.length; candle++) {
                long close = candles.get(asset).time(candle) + step;
                while (row < times.length && times[row] < close) {
                    row++;
                }
                if (row < times.length && times[row] == close) {
                    columns[asset][row] = prices[candle];
                }
            }
        }
        return columns;
    }

    /** The base tokens where they tell the pairs apart, else the pairs. */
    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (Function<TradingPair, String> naming : List.<Function<TradingPair, String>>of(
                pair -> pair.base().symbol(), TradingPair::symbol, TradingPair::toString)) {
            names = pairs.stream().map(naming).toList();
            if (names.stream().distinct().count() == names.size()) {
                break;
            }
        }
        return names;
    }
}
