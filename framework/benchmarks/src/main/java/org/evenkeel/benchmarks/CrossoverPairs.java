package org.evenkeel.benchmarks;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.evenkeel.research.Costs;
import org.evenkeel.research.CrossoverSweep;
import org.evenkeel.research.PriceTable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Crossovers of every pair of windows, from closes to the return and Sharpe ratio of each asset, on all cores. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class CrossoverPairs {
    /** Seven assets over five years of days. */
    @State(Scope.Benchmark)
    public static class Days {
        private final PriceTable prices = prices(7, 1_260);
        private final int[] few = IntStream.iterate(10, window -> window < 50, window -> window + 2)
                .toArray();
        private final int[] many = IntStream.range(10, 211).toArray();

        /** Counts the pairs. */
        public Days() {
            Trial.require(few.length * (few.length - 1) / 2 == 190, few.length + " windows");
            Trial.require(many.length * (many.length - 1) / 2 == 20_100, many.length + " windows");
        }
    }

    /** Ten assets over two and a quarter years of hours. */
    @State(Scope.Benchmark)
    public static class Hours {
        private final PriceTable prices = prices(10, MadeUpMarket.HOURS);
        private final int[] fasts = IntStream.range(5, 24).toArray();
        private final int[] slows = IntStream.iterate(30, window -> window < 230, window -> window + 10)
                .toArray();

        /** Counts the pairs. */
        public Hours() {
            Trial.require(fasts.length * slows.length == 380, fasts.length + " by " + slows.length);
        }
    }

    private static PriceTable prices(int assets, int rows) {
        SplittableRandom random = new SplittableRandom(7);
        double[][] closes = new double[assets][rows];
        for (double[] column : closes) {
            double price = 100;
            for (int row = 0; row < rows; row++) {
                price *= Math.exp(0.02 * random.nextGaussian());
                column[row] = price;
            }
        }
        return new PriceTable(
                IntStream.range(0, assets).mapToObj(asset -> "A" + asset).toList(),
                IntStream.range(0, rows).mapToLong(row -> 86_400_000L * row).toArray(),
                closes);
    }

    /** 190 pairs on seven assets. */
    @Benchmark
    public double pairs190(Days state) {
        return bestSharpe(state.prices, state.few, state.few);
    }

    /** 20,100 pairs on seven assets. */
    @Benchmark
    public double pairs20100(Days state) {
        return bestSharpe(state.prices, state.many, state.many);
    }

    /** 380 pairs on ten assets by the hour. */
    @Benchmark
    public double pairs380Hourly(Hours state) {
        return bestSharpe(state.prices, state.fasts, state.slows);
    }

    private static double bestSharpe(PriceTable prices, int[] fasts, int[] slows) {
        double[] best = {Double.NEGATIVE_INFINITY};
        new CrossoverSweep(prices, Costs.onTop(0.001), 252)
                .run(fasts, slows, result -> best[0] = Math.max(best[0], result.meanSharpe()));
        return best[0];
    }
}
