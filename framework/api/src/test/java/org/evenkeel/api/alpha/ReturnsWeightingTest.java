package org.evenkeel.api.alpha;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.evenkeel.api.testing.SeededTest;
import org.evenkeel.api.testing.TestMarket;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketView;
import org.evenkeel.optimizer.Covariance;
import org.evenkeel.optimizer.HierarchicalRiskParity;
import org.evenkeel.optimizer.Limits;
import org.evenkeel.optimizer.MaximumSharpe;
import org.evenkeel.optimizer.MinimumCvar;
import org.evenkeel.optimizer.MinimumVariance;
import org.evenkeel.optimizer.Returns;
import org.evenkeel.optimizer.RiskParity;
import org.junit.jupiter.api.Test;

class ReturnsWeightingTest {
    private static final int LOOKBACK = 20;

    /** {@code [pair][candle]}, each more volatile than the one before, all drifting alike. */
    private static double[][] walks(RandomGenerator random, int pairs, int candles, double drift) {
        double[][] closes = new double[pairs][candles];
        double[] common = random.doubles(candles, -1, 1).toArray();
        for (int i = 0; i < pairs; i++) {
            double price = 100;
            for (int row = 0; row < candles; row++) {
                price *= 1 + drift + 0.004 * (i + 1) * (0.5 * common[row] + random.nextDouble(-1, 1));
                closes[i][row] = price;
            }
        }
        return closes;
    }

    private static RankedSignals ranked(MarketView view, TestMarket market) {
        double[] signals = new double[market.size()];
        Arrays.fill(signals, 1);
        return new RankedSignals(view.universe().pairs(), signals, view);
    }

    private static double[] weigh(Weighting weighting, TestMarket market) {
        return weighting.weigh(ranked(market.view(), market));
    }

    /** Rows of the last closes, {@code [time][pair]}. */
    private static double[][] lastPrices(double[][] closes, int end) {
        double[][] prices = new double[LOOKBACK + 1][closes.length];
        for (int row = 0; row <= LOOKBACK; row++) {
            for (int i = 0; i < closes.length; i++) {
                prices[row][i] = closes[i][end - 1 - LOOKBACK + row];
            }
        }
        return prices;
    }

    @SeededTest
    void the_weights_are_the_optimizers_of_the_last_closes_before_the_decision(long seed) {
        double[][] closes = walks(new SplittableRandom(seed), 4, 60, 0.002);
        TestMarket market = TestMarket.ofCloses(Interval.DAILY, closes);
        for (int end : new int[] {LOOKBACK + 1, 40, 60}) {
            RankedSignals ranked = ranked(market.viewAfter(end), market);
            double[][] returns = Returns.simple(lastPrices(closes, end));
            Covariance covariance = Covariance.ledoitWolf(returns);

            assertArrayEquals(
                    RiskParity.weights(covariance),
                    Weighting.riskParity(Interval.DAILY, LOOKBACK).weigh(ranked));
            assertArrayEquals(
                    MinimumVariance.weights(covariance),
                    Weighting.minimumVariance(Interval.DAILY, LOOKBACK).weigh(ranked));
            assertArrayEquals(
                    HierarchicalRiskParity.weights(covariance),
                    Weighting.hierarchicalRiskParity(Interval.DAILY, LOOKBACK).weigh(ranked));
            assertArrayEquals(
                    MinimumCvar.weights(returns, 0.2, Limits.longOnly(4)),
                    Weighting.minimumCvar(Interval.DAILY, LOOKBACK, 0.2).weigh(ranked));
            double[] means = Returns.means(returns);
            if (Arrays.stream(means).max().orElseThrow() > 0) {
                assertArrayEquals(
                        MaximumSharpe.weights(means, covariance),
                        Weighting.maximumSharpe(Interval.DAILY, LOOKBACK).weigh(ranked));
            }
        }
    }

    @SeededTest
    void nothing_after_the_decision_is_seen(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] closes = walks(random, 3, 50, 0);
        double[][] scrambled = new double[3][];
        for (int i = 0; i < 3; i++) {
            scrambled[i] = closes[i].clone();
            for (int row = 40; row < 50; row++) {
                scrambled[i][row] *= 0.1 + random.nextDouble();
            }
        }
        TestMarket one = TestMarket.ofCloses(Interval.DAILY, closes);
        TestMarket other = TestMarket.ofCloses(Interval.DAILY, scrambled);
        Weighting weighting = Weighting.minimumVariance(Interval.DAILY, LOOKBACK);

        assertArrayEquals(
                weighting.weigh(ranked(one.viewAfter(40), one)), weighting.weigh(ranked(other.viewAfter(40), other)));
    }

    @Test
    void candles_that_a_pair_did_not_trade_in_count_with_the_close_before() {
        double[][] gaps = walks(new SplittableRandom(3), 3, 40, 0);
        double[][] filled = new double[3][];
        for (int i = 0; i < 3; i++) {
            for (int row = 18 + i; row < 40; row += 3 + i) {
                gaps[i][row] = Double.NaN;
            }
            filled[i] = gaps[i].clone();
            for (int row = 1; row < 40; row++) {
                filled[i][row] = Double.isNaN(gaps[i][row]) ? filled[i][row - 1] : gaps[i][row];
            }
        }
        Weighting weighting = Weighting.riskParity(Interval.DAILY, LOOKBACK);

        assertArrayEquals(
                weigh(weighting, TestMarket.ofCloses(Interval.DAILY, filled)),
                weigh(weighting, TestMarket.ofCloses(Interval.DAILY, gaps)));
    }

    @Test
    void coarser_candles_are_made_of_the_finer_ones() {
        double[][] hourly = walks(new SplittableRandom(4), 3, 24 * 30, 0);
        double[][] daily = new double[3][30];
        for (int i = 0; i < 3; i++) {
            for (int day = 0; day < 30; day++) {
                daily[i][day] = hourly[i][24 * day + 23];
            }
        }
        Weighting weighting = Weighting.riskParity(Interval.DAILY, LOOKBACK);

        assertArrayEquals(
                weigh(weighting, TestMarket.ofCloses(Interval.DAILY, daily)),
                weigh(weighting, TestMarket.ofCloses(Interval.HOURLY, hourly)));
    }

    /** Three pairs, of which the last is spoilt from a candle to another. */
    private static TestMarket spoilt(int from, int to, double value) {
        double[][] closes = walks(new SplittableRandom(5), 3, 40, 0.002);
        Arrays.fill(closes[2], from, to, value);
        return TestMarket.ofCloses(Interval.DAILY, closes);
    }

    private static void assertLeavesOutTheLast(TestMarket market) {
        Weighting[] weightings = {
            Weighting.riskParity(Interval.DAILY, LOOKBACK),
            Weighting.minimumVariance(Interval.DAILY, LOOKBACK),
            Weighting.maximumSharpe(Interval.DAILY, LOOKBACK),
            Weighting.hierarchicalRiskParity(Interval.DAILY, LOOKBACK),
            Weighting.minimumCvar(Interval.DAILY, LOOKBACK, 0.1)
        };
        for (Weighting weighting : weightings) {
            double[] weights = weigh(weighting, market);
            assertEquals(0, weights[2]);
            assertEquals(1, weights[0] + weights[1], 1e-12);
        }
        assertTrue(weigh(weightings[0], market)[1] > 0);
    }

    @Test
    void a_pair_younger_than_the_lookback_gets_nothing() {
        assertLeavesOutTheLast(spoilt(0, 20, Double.NaN));
        assertTrue(weigh(Weighting.riskParity(Interval.DAILY, LOOKBACK), spoilt(0, 19, Double.NaN))[2] > 0);
    }

    @Test
    void a_pair_that_hardly_trades_gets_nothing() {
        assertLeavesOutTheLast(spoilt(20, 31, Double.NaN));
        assertTrue(weigh(Weighting.riskParity(Interval.DAILY, LOOKBACK), spoilt(20, 30, Double.NaN))[2] > 0);
    }

    @Test
    void a_pair_that_does_not_move_is_no_safe_haven() {
        assertLeavesOutTheLast(spoilt(19, 40, 100));
    }

    @Test
    void where_no_pair_can_be_measured_all_get_the_same() {
        TestMarket young = TestMarket.ofCloses(Interval.DAILY, walks(new SplittableRandom(6), 3, LOOKBACK, 0));

        assertArrayEquals(new double[] {1, 1, 1}, weigh(Weighting.minimumVariance(Interval.DAILY, LOOKBACK), young));
    }

    @Test
    void without_any_gain_the_best_ratio_is_the_least_variance() {
        TestMarket falling = TestMarket.ofCloses(Interval.DAILY, walks(new SplittableRandom(7), 4, 40, -0.05));

        assertArrayEquals(
                weigh(Weighting.minimumVariance(Interval.DAILY, LOOKBACK), falling),
                weigh(Weighting.maximumSharpe(Interval.DAILY, LOOKBACK), falling));
    }

    @Test
    void a_lookback_of_two_candles_is_refused() {
        IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> Weighting.riskParity(Interval.DAILY, 2));
        assertTrue(String.valueOf(thrown.getMessage()).contains("3 or more"), thrown.getMessage());
    }

    @Test
    void a_tail_of_all_candles_or_none_is_refused() {
        for (double tail : new double[] {0, 1, Double.NaN}) {
            IllegalArgumentException thrown = assertThrows(
                    IllegalArgumentException.class, () -> Weighting.minimumCvar(Interval.DAILY, LOOKBACK, tail));
            assertTrue(String.valueOf(thrown.getMessage()).contains("tail of " + tail), thrown.getMessage());
        }
    }

    @SeededTest
    void the_shortest_lookback_gives_weights_to_more_pairs_than_candles(long seed) {
        TestMarket market = TestMarket.ofCloses(Interval.DAILY, walks(new SplittableRandom(seed), 6, 4, 0));
        Weighting[] weightings = {
            Weighting.riskParity(Interval.DAILY, 3),
            Weighting.minimumVariance(Interval.DAILY, 3),
            Weighting.maximumSharpe(Interval.DAILY, 3),
            Weighting.hierarchicalRiskParity(Interval.DAILY, 3),
            Weighting.minimumCvar(Interval.DAILY, 3, 0.05)
        };
        for (Weighting weighting : weightings) {
            assertEquals(1, Arrays.stream(weigh(weighting, market)).sum(), 1e-12);
        }
    }

    @Test
    void candles_finer_than_there_are_are_refused() {
        TestMarket market = TestMarket.ofCloses(Interval.DAILY, walks(new SplittableRandom(8), 2, 40, 0));

        assertThrows(
                IllegalArgumentException.class, () -> weigh(Weighting.riskParity(Interval.HOURLY, LOOKBACK), market));
    }
}
