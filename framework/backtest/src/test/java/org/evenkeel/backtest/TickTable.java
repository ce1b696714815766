package org.evenkeel.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.evenkeel.market.Candle;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketView;
import org.evenkeel.market.TradingPair;
import org.evenkeel.research.PriceTable;
import org.jspecify.annotations.Nullable;

/** Which rows a table of prices has that stands for the ticks of a run. */
enum TickTable {
    /** Ticks at which some candle of the cycle's length closes; a pair has a price where its own does. */
    CANDLES {
        @Override
        Optional<Candle> candle(MarketView view, TradingPair pair, Interval cycle, Duration tolerance) {
            return view.findCandle(pair, cycle)
                    .filter(candle -> candle.closeTime().equals(view.asOf()));
        }
    },
    /** Every tick; a pair has a price where it can be traded, be it on that of an earlier candle. */
    TICKS {
        @Override
        Optional<Candle> candle(MarketView view, TradingPair pair, Interval cycle, Duration tolerance) {
            return view.isFresh(pair, tolerance)
                    ? view.candles(pair, cycle, 1).stream().findFirst()
                    : Optional.empty();
        }
    };

    /** A table, and the pairs that its columns are of. */
    record Prices(PriceTable prices, List<TradingPair> pairs) {}

    /** What a pair's prices did up to a tick; empty where it has none to trade on. */
    abstract Optional<Candle> candle(MarketView view, TradingPair pair, Interval cycle, Duration tolerance);

    Prices of(Backtest backtest) {
        List<TradingPair> pairs = backtest.history().universe().pairs();
        List<Instant> ticks = new ArrayList<>();
        List<@Nullable Candle[]> rows = new ArrayList<>();
        List<@Nullable Candle[]> marks = new ArrayList<>();
        Backtest.Period period = backtest.dataPeriod();
        Instant end = period.to().plusMillis(1);
        Optional<Instant> tick = backtest.settings().schedule().first(period.from(), end);
        while (tick.isPresent()) {
            @Nullable Candle[] row = row(backtest, pairs, tick.get());
            if (this == TICKS || Arrays.stream(row).anyMatch(candle -> candle != null)) {
                ticks.add(tick.get());
                rows.add(row);
                marks.add(marks(backtest, pairs, tick.get()));
            }
            tick = backtest.settings().schedule().next(tick.get(), end);
        }
        PriceTable table = table(pairs, ticks, rows);
        Optional<double[][]> known = Optional.of(columns(pairs, marks, Candle::close));
        return new Prices(
                new PriceTable(table.assets(), table.times(), table.closes(), table.ranges(), 0, known), pairs);
    }

    /** The last candles, however old. */
    private static @Nullable Candle[] marks(Backtest backtest, List<TradingPair> pairs, Instant tick) {
        MarketView view = backtest.history().asOf(tick);
        return pairs.stream()
                .map(pair -> view
                        .candles(pair, backtest.history().of(pair).candles().interval(), 1)
                        .stream()
                        .findFirst()
                        .orElse(null))
                .toArray(Candle[]::new);
    }

    private @Nullable Candle[] row(Backtest backtest, List<TradingPair> pairs, Instant tick) {
        MarketView view = backtest.history().asOf(tick);
        Interval cycle = backtest.settings().schedule().cycle();
        Duration tolerance = backtest.settings()
                .fills()
                .toleranceFor(backtest.history().of(pairs.getFirst()).candles().interval());
        return pairs.stream()
                .map(pair -> candle(view, pair, cycle, tolerance).orElse(null))
                .toArray(Candle[]::new);
    }

    private static PriceTable table(List<TradingPair> pairs, List<Instant> ticks, List<@Nullable Candle[]> rows) {
        PriceTable.Ranges ranges = new PriceTable.Ranges(
                columns(pairs, rows, Candle::open),
                columns(pairs, rows, Candle::high),
                columns(pairs, rows, Candle::low));
        return new PriceTable(
                pairs.stream().map(TradingPair::symbol).toList(),
                ticks.stream().mapToLong(Instant::toEpochMilli).toArray(),
                columns(pairs, rows, Candle::close),
                Optional.of(ranges),
                0);
    }

    private static double[][] columns(
            List<TradingPair> pairs, List<@Nullable Candle[]> rows, ToDoubleFunction<Candle> price) {
        double[][] columns = new double[pairs.size()][rows.size()];
        for (int asset = 0; asset < columns.length; asset++) {
            for (int row = 0; row < rows.size(); row++) {
                Candle candle = rows.get(row)[asset];
                columns[asset][row] = candle == null ? Double.NaN : price.applyAsDouble(candle);
            }
        }
        return columns;
    }
}
