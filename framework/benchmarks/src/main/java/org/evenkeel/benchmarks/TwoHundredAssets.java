package org.evenkeel.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.evenkeel.optimizer.Covariance;
import org.evenkeel.optimizer.Limits;
import org.evenkeel.optimizer.MeanVariance;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The minimum variance and the best Sharpe ratio of 200 assets, from their returns. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class TwoHundredAssets {
    private static final int ASSETS = 200;

    /** Returns with a common factor. */
    @State(Scope.Benchmark)
    public static class Market {
        /** How many rows; of fewer than there are assets the covariance is singular. */
        @Param({"252", "150"})
        public int rows = 252;

        /** The least that a weight may be; below 0, all assets are held. */
        @Param({"0", "-0.05"})
        public double lower;

        private final double[][] all = returns(252);

        private double[][] returns() {
            return Arrays.copyOf(all, rows);
        }

        private static double[][] returns(int rows) {
            SplittableRandom random = new SplittableRandom(7);
            double[] volatilities = random.doubles(ASSETS, 0.01, 0.04).toArray();
            double[][] returns = new double[rows][ASSETS];
            for (double[] row : returns) {
                double market = 0.01 * random.nextGaussian();
                for (int i = 0; i < ASSETS; i++) {
                    row[i] = 0.0005 + market + volatilities[i] * random.nextGaussian();
                }
            }
            return returns;
        }

        private MeanVariance portfolios() {
            double[] expected = new double[ASSETS];
            for (int i = 0; i < ASSETS; i++) {
                expected[i] = 0.0001 * (i % 7 + 1);
            }
            Limits limits = Limits.between(Limits.longOnly(ASSETS).assets(), lower, 0.1);
            return MeanVariance.of(expected, Covariance.sample(returns()), limits);
        }
    }

    /** The least variance. */
    @Benchmark
    public double[] minimumVariance(Market market) {
        return market.portfolios().minimumVariance();
    }

    /** The best ratio: a search along the frontier. */
    @Benchmark
    public double[] maximumSharpe(Market market) {
        return market.portfolios().maximumSharpe(0);
    }
}
