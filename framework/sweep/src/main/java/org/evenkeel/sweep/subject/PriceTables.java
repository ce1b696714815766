package org.evenkeel.sweep.subject;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.evenkeel.api.Schedule;
import org.evenkeel.api.Settings;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.market.Candle;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.market.MarketView;
import org.evenkeel.market.TradingPair;
import org.evenkeel.research.PriceTable;
import org.evenkeel.research.Vectorised;
import org.jspecify.annotations.Nullable;

/** From a history of candles to a table of prices with the rows that a vectorised rule wants. */
final class PriceTables {
    private final MarketHistory history;
    private final Settings settings;
    private final Backtest.Period period;
    private final List<TradingPair> pairs;
    private final Interval cycle;

    /** A price that a candle gives a row. */
    private interface PriceInRow {
        double of(int row, Candle candle);
    }

    private PriceTables(MarketHistory history, Settings settings, Backtest.Period period) {
        this.history = history;
        this.settings = settings;
        this.period = period;
        pairs = history.universe().pairs();
        cycle = settings.schedule().cycle();
    }

    /**
     * The prices of a universe.
     *
     * @param history the candles of its pairs
     * @param settings how a strategy is run on them
     * @param rows what makes a row
     * @param period orders are made from its start to its end; closes before it are kept for averages and the like. Of
     *     closes, the one at its very end is included; after the last tick comes a row of the end itself, to be valued
     *     by and not to be traded at
     */
    static PriceTable of(MarketHistory history, Settings settings, Vectorised.Rows rows, Backtest.Period period) {
        PriceTables tables = new PriceTables(history, settings, period);
        return switch (rows) {
            case CLOSES -> tables.closes();
            case TICKS -> tables.ticks();
        };
    }

    private PriceTable closes() {
        List<Candles> candles =
                pairs.stream().map(pair -> history.of(pair).candles(cycle)).toList();
        long end = period.to().toEpochMilli();
        long[] times = candles.stream()
                .flatMapToLong(one -> Arrays.stream(one.times()))
                .map(open -> open + cycle.millis())
                .filter(close -> close <= end)
                .distinct()
                .sorted()
                .toArray();
        PriceTable.Ranges ranges = new PriceTable.Ranges(
                columns(candles, times, Candles.Prices::opens),
                columns(candles, times, Candles.Prices::highs),
                columns(candles, times, Candles.Prices::lows));
        double[][] closes = columns(candles, times, Candles.Prices::closes);
        return seenAtFirstTick(times)
                .map(row -> new PriceTable(names(), stamped(times, row), closes, Optional.of(ranges), row))
                .orElseGet(() -> new PriceTable(names(), times, closes, Optional.of(ranges), 0)
                        .startingAt(period.from().toEpochMilli()));
    }

    /** The row that the first decision sees, and may trade at: of a Sunday, Friday's; none where it is too old. */
    private Optional<Integer> seenAtFirstTick(long[] times) {
        Instant tick = firstTick();
        MarketView view = history.asOf(tick);
        int after = Arrays.binarySearch(times, tick.toEpochMilli() + 1);
        int row = (after < 0 ? -after - 1 : after) - 1;
        boolean fresh = row >= 0 && pairs.stream().anyMatch(pair -> view.isFresh(pair, tolerance(pair)));
        return fresh ? Optional.of(row) : Optional.empty();
    }

    /** The times with that of the first decision for its row: what comes of it begins then. */
    private long[] stamped(long[] times, int row) {
        long[] stamped = times.clone();
        stamped[row] = firstTick().toEpochMilli();
        return stamped;
    }

    private Instant firstTick() {
        return settings.schedule().first(period.from(), period.to()).orElse(period.from());
    }

    private Duration tolerance(TradingPair pair) {
        return settings.fills().toleranceFor(finest(pair));
    }

    private Interval finest(TradingPair pair) {
        return history.of(pair).candles().interval();
    }

    private double[][] columns(List<Candles> candles, long[] times, Function<Candles.Prices, double[]> price) {
        double[][] columns = new double[candles.size()][times.length];
        for (int asset = 0; asset < columns.length; asset++) {
            Arrays.fill(columns[asset], Double.NaN);
            double[] prices = price.apply(candles.get(asset).prices());
            int row = 0;
            for (int candle = 0; candle < prices.length; candle++) {
                long close = candles.get(asset).time(candle) + cycle.millis();
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

    private PriceTable ticks() {
        Schedule schedule = settings.schedule();
        Instant end = period.to();
        List<Instant> ticks = new ArrayList<>();
        List<@Nullable Candle[]> rows = new ArrayList<>();
        List<@Nullable Candle[]> known = new ArrayList<>();
        for (Optional<Instant> tick = schedule.first(period.from(), end);
                tick.isPresent();
                tick = schedule.next(tick.get(), end)) {
            ticks.add(tick.get());
            rows.add(tradable(tick.get()));
            known.add(last(tick.get(), this::finest, pair -> true));
        }
        ticks.add(end);
        rows.add(last(end, this::finest, pair -> true));
        known.add(rows.getLast());
        PriceTable.Ranges ranges = new PriceTable.Ranges(
                column(rows, since(ticks, Candle::open)),
                column(rows, since(ticks, Candle::high)),
                column(rows, since(ticks, Candle::low)));
        long[] times = ticks.stream().mapToLong(Instant::toEpochMilli).toArray();
        double[][] marks = column(known, (row, candle) -> candle.close());
        double[][] closes = column(rows, (row, candle) -> candle.close());
        return new PriceTable(names(), times, closes, Optional.of(ranges), 0, Optional.of(marks));
    }

    /** The last candle of each pair that is fresh enough to trade on. */
    private @Nullable Candle[] tradable(Instant tick) {
        MarketView view = history.asOf(tick);
        return last(tick, pair -> cycle, pair -> view.isFresh(pair, tolerance(pair)));
    }

    /** The last candle, of some length, of some of the pairs. */
    private @Nullable Candle[] last(Instant time, Function<TradingPair, Interval> length, Predicate<TradingPair> of) {
        MarketView view = history.asOf(time);
        @Nullable Candle[] row = new @Nullable Candle[pairs.size()];
        for (int asset = 0; asset < row.length; asset++) {
            TradingPair pair = pairs.get(asset);
            List<Candle> last = of.test(pair) ? view.candles(pair, length.apply(pair), 1) : List.of();
            row[asset] = last.isEmpty() ? null : last.getFirst();
        }
        return row;
    }

    /** What prices did since the tick before: a candle that was known by then did it all earlier. */
    private static PriceInRow since(List<Instant> ticks, ToDoubleFunction<Candle> price) {
        return (row, candle) -> {
            boolean old = row > 0 && !candle.closeTime().isAfter(ticks.get(row - 1));
            return old ? candle.close() : price.applyAsDouble(candle);
        };
    }

    private double[][] column(List<@Nullable Candle[]> rows, PriceInRow price) {
        double[][] columns = new double[pairs.size()][rows.size()];
        for (int asset = 0; asset < columns.length; asset++) {
            for (int row = 0; row < rows.size(); row++) {
                Candle candle = rows.get(row)[asset];
                columns[asset][row] = candle == null ? Double.NaN : price.of(row, candle);
            }
        }
        return columns;
    }

    /** The base tokens where they tell the pairs apart, else the pairs. */
    private List<String> names() {
        List<String> names = List.of();
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
