package org.evenkeel.benchmarks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.evenkeel.state.model.Portfolio;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A thousand parameter sets of WeeklyMomentum on the sample market, by two threads over one data set. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(3)
public class ParameterSweep {
    private static final int THREADS = 2;

    /** What is kept of a run. */
    record Row(Map<String, String> set, double finalEquity, long trades) {}

    /** The data, the parameter sets and the threads. */
    @State(Scope.Benchmark)
    public static class Sweep {
        private final Trial.Market market = Sample.market();
        private final List<Map<String, String>> sets = sets();
        private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

        /** Makes the market and tries the ends of the grid. */
        public Sweep() {
            Trial.require(new HashSet<>(sets).size() == 1_000, sets.size() + " parameter sets");
            Row first = row(market, sets.getFirst());
            Row last = row(market, sets.getLast());
            Trial.require(first.finalEquity() != last.finalEquity(), "parameters that change nothing");
            Trial.require(first.trades() > 200 && last.trades() > 200, "parameters that hardly trade");
        }

        List<Map<String, String>> first(int count) {
            return sets.subList(0, count);
        }

        /** Ends the threads. */
        @TearDown
        public void end() {
            threads.shutdown();
        }

        private static List<Map<String, String>> sets() {
            List<Map<String, String>> sets = new ArrayList<>();
            for (String topCount : List.of("2", "3", "4", "5", "6")) {
                for (String threshold : List.of("0", "0.01", "0.02", "0.025", "0.03", "0.04", "0.05", "0.06")) {
                    for (String stopLoss : List.of("0.6", "0.66", "0.75", "0.85", "0.9")) {
                        for (String takeProfit : List.of("1.03", "1.05", "1.08", "1.12", "1.2")) {
                            sets.add(Map.of(
                                    "topCount", topCount,
                                    "threshold", threshold,
                                    "stopLoss", stopLoss,
                                    "takeProfit", takeProfit));
                        }
                    }
                }
            }
            return sets;
        }
    }

    private static Row row(Trial.Market market, Map<String, String> set) {
        Portfolio book = Trial.run(market, set, event -> {});
        double[] equity = book.equityCurve().equity();
        return new Row(set, equity[equity.length - 1], Trial.trades(book));
    }

    /** All thousand. */
    @Benchmark
    public List<Row> thousandSets(Sweep sweep) throws InterruptedException, ExecutionException {
        return rows(sweep, sweep.sets);
    }

    static List<Row> rows(Sweep sweep, List<Map<String, String>> sets) throws InterruptedException, ExecutionException {
        List<Future<Row>> running = new ArrayList<>();
        for (Map<String, String> set : sets) {
            running.add(sweep.threads.submit(() -> row(sweep.market, set)));
        }
        List<Row> rows = new ArrayList<>();
        for (Future<Row> row : running) {
            rows.add(row.get());
        }
        return rows;
    }
}
