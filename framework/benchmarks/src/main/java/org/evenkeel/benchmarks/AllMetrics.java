package org.evenkeel.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Interval;
import org.evenkeel.market.TradingPair;
import org.evenkeel.metrics.EquityCurve;
import org.evenkeel.metrics.Figure;
import org.evenkeel.metrics.Metric;
import org.evenkeel.metrics.Metrics;
import org.evenkeel.metrics.MetricsInput;
import org.evenkeel.metrics.PerformanceReport;
import org.evenkeel.metrics.TradeCosts;
import org.evenkeel.metrics.TradeStatistics;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Every figure of 19,700 hourly returns, held against a benchmark and with 700 trades. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(3)
public class AllMetrics {
    /** A curve, its benchmark and its trades. */
    @State(Scope.Benchmark)
    public static class Curves {
        private final MetricsInput input;

        /** Makes them. */
        public Curves() {
            List<TradingPair> pairs = MadeUpPairs.of(10);
            List<Candles> candles = MadeUpMarket.candles(pairs);
            EquityCurve curve = curve(candles.get(0));
            TradeStatistics trades =
                    new TradeStatistics(profits(candles.get(1)), 1e6, new TradeCosts(1e3, 0, 1e2, 0), new double[0]);
            input = MetricsInput.of(curve).withTrades(trades).withBenchmark(curve(candles.get(2)));
            Trial.require(curve.returns().length == MadeUpMarket.HOURS, curve.returns().length + " returns");
            long undefined = Metrics.of(input).figures().stream()
                    .filter(named -> !(named.figure() instanceof Figure.Value))
                    .count();
            Trial.require(undefined < Metric.values().length / 10, undefined + " figures that are undefined");
        }

        /** The first open and every close. */
        private static EquityCurve curve(Candles candles) {
            long[] times = new long[candles.size() + 1];
            double[] equity = new double[times.length];
            times[0] = candles.time(0);
            equity[0] = candles.open(0);
            for (int row = 0; row < candles.size(); row++) {
                times[row + 1] = candles.time(row) + Interval.HOURLY.millis();
                equity[row + 1] = candles.close(row);
            }
            return EquityCurve.of(times, equity);
        }

        private static double[] profits(Candles candles) {
            double[] profits = new double[700];
            for (int trade = 0; trade < profits.length; trade++) {
                profits[trade] = candles.close(trade * 24) - candles.open(trade * 24);
            }
            return profits;
        }
    }

    /** All of them. */
    @Benchmark
    public PerformanceReport all(Curves curves) {
        return Metrics.of(curves.input);
    }
}
