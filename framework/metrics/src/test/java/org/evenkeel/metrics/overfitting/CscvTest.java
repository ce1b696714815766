package org.evenkeel.metrics.overfitting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.evenkeel.metrics.Curves;
import org.evenkeel.metrics.Figure;
import org.evenkeel.metrics.Naive;
import org.evenkeel.metrics.UndefinedReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CscvTest {

    @ParameterizedTest(name = "{0} blocks")
    @ValueSource(ints = {2, 4, 8, 16})
    void every_half_of_the_blocks_is_chosen_once_and_its_complement_stands_opposite(int blocks) {
        int[] masks = BlockMask.all(blocks);
        Set<Integer> distinct = new HashSet<>();
        for (int i = 0; i < masks.length; i++) {
            assertEquals(blocks / 2, Integer.bitCount(masks[i]));
            assertEquals((1 << blocks) - 1, masks[i] | masks[masks.length - 1 - i]);
            distinct.add(masks[i]);
        }
        assertEquals(BlockMask.halves(blocks), distinct.size());
    }

    @Test
    void sixteen_blocks_have_12870_halves() {
        assertEquals(12_870, BlockMask.halves(16));
        assertEquals(184_756, BlockMask.halves(20));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void it_agrees_with_the_papers_procedure_followed_word_by_word(long seed) {
        int blocks = 6;
        double[][] trials = noise(seed, 9, 97);
        OverfittingEstimate estimate = Cscv.of(trials, blocks);
        List<Double> logits = new ArrayList<>();
        for (int mask = 0; mask < 1 << blocks; mask++) {
            if (Integer.bitCount(mask) == blocks / 2) {
                logits.add(logit(trials, blocks, mask));
            }
        }
        double[] expected = logits.stream().mapToDouble(x -> x).toArray();
        assertArrayEquals(expected, estimate.splits().logits(), 1e-12);
        int[] masks = BlockMask.all(blocks);
        for (int i = 0; i < masks.length; i++) {
            int mask = masks[i];
            double best = Arrays.stream(trials)
                    .mapToDouble(r -> sharpe(r, blocks, mask))
                    .max()
                    .orElseThrow();
            assertEquals(best, estimate.splits().inSample()[i], 1e-10);
            int opposite = masks.length - 1 - i;
            double there = estimate.splits().outOfSample()[opposite];
            assertTrue(Arrays.stream(trials).anyMatch(r -> Math.abs(sharpe(r, blocks, mask) - there) < 1e-10));
        }
        double overfitted = Arrays.stream(expected).filter(x -> x <= 0).count();
        assertEquals(Figure.value(overfitted / expected.length), estimate.probability());
    }

    private static double logit(double[][] trials, int blocks, int mask) {
        double[] in =
                Arrays.stream(trials).mapToDouble(r -> sharpe(r, blocks, mask)).toArray();
        double[] out =
                Arrays.stream(trials).mapToDouble(r -> sharpe(r, blocks, ~mask)).toArray();
        int best = IntStream.range(0, in.length).reduce(0, (a, b) -> in[b] > in[a] ? b : a);
        double[] rising = Arrays.stream(out).sorted().toArray();
        double rank = Arrays.binarySearch(rising, out[best]) + 1;
        double omega = rank / (trials.length + 1);
        return Math.log(omega / (1 - omega));
    }

    private static double sharpe(double[] returns, int blocks, int mask) {
        double[] chosen = IntStream.range(0, returns.length)
                .filter(i -> (mask >> blockOf(i, returns.length, blocks) & 1) == 1)
                .mapToDouble(i -> returns[i])
                .toArray();
        return Naive.sharpe(chosen, 1);
    }

    private static int blockOf(int period, int periods, int blocks) {
        int block = 0;
        while ((block + 1) * periods / blocks <= period) {
            block++;
        }
        return block;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void one_trial_that_is_truly_better_is_not_overfitted(long seed) {
        double[][] trials = noise(seed, 20, 400);
        trials[7] = Arrays.stream(trials[7]).map(r -> r + 0.02).toArray();
        OverfittingEstimate estimate = Cscv.of(trials, 8);
        assertEquals(Figure.value(0), estimate.probability());
        assertEquals(Figure.value(0), estimate.probabilityOfLoss());
    }

    @Test
    void choosing_among_worthless_trials_is_overfitted_about_half_of_the_time() {
        double sum = 0;
        int rounds = 60;
        for (int round = 0; round < rounds; round++) {
            OverfittingEstimate estimate = Cscv.of(noise(1000 + round, 25, 160), 8);
            sum += estimate.probability().find().orElseThrow();
        }
        assertEquals(0.5, sum / rounds, 0.1);
    }

    @Test
    void trials_that_differ_by_a_constant_sum_are_overfitted_for_sure() {
        // What one gains in the first half of time it gives back in the second, so the best before is the worst after.
        double[][] trials = new double[8][80];
        for (int trial = 0; trial < 8; trial++) {
            double edge = trial * 0.001;
            double[] noise = Curves.returns(5, 80);
            int own = trial;
            Arrays.setAll(
                    trials[own],
                    i -> 0.01 * Math.signum(noise[i] + 1e-9) * (i % 2 == 0 ? 1 : -1) + (i < 40 ? edge : -edge));
        }
        OverfittingEstimate estimate = Cscv.of(trials, 2);
        assertEquals(Figure.value(1), estimate.probability());
    }

    @Test
    void trials_that_are_all_the_same_are_in_the_middle_of_each_other() {
        double[] returns = Curves.returns(3, 64);
        OverfittingEstimate estimate = Cscv.of(new double[][] {returns, returns, returns}, 4);
        assertTrue(Arrays.stream(estimate.splits().logits()).allMatch(x -> x == 0));
        assertEquals(Figure.value(1), estimate.probability());
    }

    @Test
    void a_trial_that_never_trades_counts_as_cash() {
        double[] losing = Arrays.stream(Curves.returns(4, 64)).map(r -> r - 0.1).toArray();
        OverfittingEstimate estimate = Cscv.of(new double[][] {losing, new double[64]}, 4);
        assertEquals(Figure.value(0), estimate.probability());
        assertTrue(Arrays.stream(estimate.splits().outOfSample()).allMatch(x -> x == 0));
        assertEquals(Figure.undefined(UndefinedReason.NO_VARIATION), estimate.degradation());
    }

    @Test
    void one_trial_leaves_no_choice() {
        OverfittingEstimate estimate = Cscv.of(new double[][] {Curves.returns(1, 64)}, 4);
        assertEquals(Figure.undefined(UndefinedReason.TOO_FEW_TRIALS), estimate.probability());
        assertEquals(Figure.undefined(UndefinedReason.TOO_FEW_TRIALS), estimate.probabilityOfLoss());
        assertEquals(Figure.undefined(UndefinedReason.TOO_FEW_TRIALS), estimate.degradation());
        assertEquals(0, estimate.splits().logits().length);
    }

    @Test
    void what_cannot_be_split_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Cscv(100, 3));
        assertThrows(IllegalArgumentException.class, () -> new Cscv(100, 0));
        assertThrows(IllegalArgumentException.class, () -> new Cscv(100, 22));
        assertThrows(IllegalArgumentException.class, () -> new Cscv(31, 16));
        assertThrows(IllegalArgumentException.class, () -> Cscv.of(new double[0][], 4));
        Cscv cscv = new Cscv(20, 4);
        assertThrows(IllegalArgumentException.class, () -> cscv.addTrial(new double[19]));
        double[] broken = new double[20];
        broken[13] = Double.NaN;
        Exception refusal = assertThrows(IllegalArgumentException.class, () -> cscv.addTrial(broken));
        assertTrue(refusal.getMessage().contains("between period 10 and 15"), refusal.getMessage());
        assertEquals(0, cscv.trials());
        cscv.addTrial(new double[20]);
        assertEquals(1, cscv.trials());
    }

    @Test
    void twenty_blocks_of_two_returns_each_are_the_most_and_the_least_there_can_be() {
        Cscv cscv = new Cscv(40, 20);
        cscv.addTrial(Curves.returns(1, 40));
        assertEquals(1, cscv.trials());
        Exception refusal = assertThrows(IllegalArgumentException.class, () -> new Cscv(39, 20));
        assertTrue(refusal.getMessage().contains("at least 40 returns"), refusal.getMessage());
    }

    private static double[][] noise(long seed, int trials, int periods) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] noise = new double[trials][periods];
        for (double[] returns : noise) {
            Arrays.setAll(returns, i -> 0.01 * random.nextGaussian());
        }
        return noise;
    }
}
