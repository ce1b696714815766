package org.evenkeel.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Portfolio;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One backtest with its data in memory: 19,700 hourly candles a pair, 117 weekly decisions, triggers on hourly candles,
 * and every event kept.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 10, time = 1)
@Fork(3)
public class OneBacktest {
    /** A strategy that is given no names trades all pairs of the data. */
    private static final Map<String, String> ALL_PAIRS = Map.of("pairs", "");

    /** The ten pairs of the sample market and about 700 trades. */
    @State(Scope.Benchmark)
    public static class TenPairs {
        private final Trial.Market market = Sample.market();

        /** Makes the market and tries it. */
        public TenPairs() {
            Portfolio book = Trial.run(market, ALL_PAIRS, event -> {});
            Trial.require(book.cycles().size() == Sample.WEEKS, book.cycles().size() + " cycles");
            long trades = Trial.trades(book);
            Trial.require(trades >= 650 && trades <= 750, trades + " trades of ten pairs instead of about 700");
            boolean impact = book.trades().stream()
                    .flatMap(trade -> trade.filled().stream())
                    .allMatch(filled -> filled.fill().costs().impact().signum() > 0);
            Trial.require(impact, "trades without price impact");
        }
    }

    /** A hundred made-up pairs. */
    @State(Scope.Benchmark)
    public static class HundredPairs {
        private final Trial.Market market = MadeUpMarket.of(100);

        /** Makes the market and tries it. */
        public HundredPairs() {
            Portfolio book = Trial.run(market, ALL_PAIRS, event -> {});
            int pairs = book.cycles().getLast().inputs().priceCount();
            Trial.require(pairs == 100, pairs + " pairs");
            long trades = Trial.trades(book);
            Trial.require(trades >= 650, trades + " trades of a hundred pairs");
        }
    }

    /** From parameters to the last event, ten pairs. */
    @Benchmark
    public List<Event> tenPairs(TenPairs state) {
        List<Event> events = new ArrayList<>();
        Trial.run(state.market, ALL_PAIRS, events::add);
        return events;
    }

    /** From parameters to the last event, a hundred pairs. */
    @Benchmark
    public List<Event> hundredPairs(HundredPairs state) {
        List<Event> events = new ArrayList<>();
        Trial.run(state.market, ALL_PAIRS, events::add);
        return events;
    }
}
