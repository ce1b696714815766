package org.evenkeel.metrics.overfitting;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.evenkeel.metrics.Figure;
import org.evenkeel.metrics.UndefinedReason;
import org.evenkeel.metrics.arrays.Benchmark;
import org.evenkeel.metrics.overfitting.OverfittingEstimate.Splits;

/**
 * Goes through every split of the blocks: the best trial in one half, and how it ranks in the other. Blocks are handed to
 * one half or the other one by one, the last first, so that splits which begin alike share the sums of their beginnings.
 */
final class SplitSearch {

    /** A variance below this share of the mean square is what rounding leaves of a constant. */
    private static final double ROUNDING = 1e-12;

    private final double[][] sums;
    private final double[][] squares;
    private final int[] lengths;
    private final int trials;
    /** The half chosen by, with as many blocks as its position says. */
    private final Half[] chosen;
    /** The other half, likewise. */
    private final Half[] others;

    private final Splits splits;
    private final double[] inSample;
    private final double[] outOfSample;
    private int at;

    /** What each trial adds up to over some blocks. */
    private static final class Half {
        private final double[] sums;
        private final double[] squares;
        private int periods;

        Half(int trials) {
            sums = new double[trials];
            squares = new double[trials];
        }
    }

    /** Sums and sums of squares by block and trial, and the number of periods of each block. */
    SplitSearch(double[][] sums, double[][] squares, int[] lengths) {
        this.sums = sums;
        this.squares = squares;
        this.lengths = lengths;
        trials = sums[0].length;
        chosen = halves();
        others = halves();
        int count = trials < 2 ? 0 : BlockMask.halves(lengths.length);
        splits = new Splits(new double[count], new double[count], new double[count]);
        inSample = new double[trials];
        outOfSample = new double[trials];
    }

    private Half[] halves() {
        return IntStream.rangeClosed(0, lengths.length / 2)
                .mapToObj(blocks -> new Half(trials))
                .toArray(Half[]::new);
    }

    OverfittingEstimate run() {
        if (trials >= 2) {
            // A choice and its complement are the same two halves, seen from either side: the last block is always left
            // to the others.
            int last = lengths.length - 1;
            add(others[0], last, others[1]);
            handOut(last - 1, 0, 1);
        }
        return summary();
    }

    /**
     * Goes through every way to hand out the blocks up to one, in the order of {@link BlockMask#all}.
     *
     * @param own how many blocks are chosen by so far
     * @param other how many are left to the others
     */
    private void handOut(int block, int own, int other) {
        if (block < 0) {
            split();
            return;
        }
        int half = lengths.length / 2;
        if (other < half) {
            add(others[other], block, others[other + 1]);
            handOut(block - 1, own, other + 1);
        }
        if (own < half) {
            add(chosen[own], block, chosen[own + 1]);
            handOut(block - 1, own + 1, other);
        }
    }

    private void add(Half blocks, int block, Half sum) {
        for (int trial = 0; trial < trials; trial++) {
            sum.sums[trial] = blocks.sums[trial] + sums[block][trial];
            sum.squares[trial] = blocks.squares[trial] + squares[block][trial];
        }
        sum.periods = blocks.periods + lengths[block];
    }

    private void split() {
        int half = lengths.length / 2;
        score(chosen[half], inSample);
        score(others[half], outOfSample);
        compare(inSample, outOfSample, at);
        compare(outOfSample, inSample, splits.logits().length - 1 - at);
        at++;
    }

    private void compare(double[] own, double[] other, int position) {
        int best = best(own);
        splits.inSample()[position] = own[best];
        splits.outOfSample()[position] = other[best];
        splits.logits()[position] = logit(other, best);
    }

    /** Each trial's Sharpe ratio per period, ddof 1, over a half. */
    private static void score(Half half, double[] scores) {
        for (int trial = 0; trial < scores.length; trial++) {
            double mean = half.sums[trial] / half.periods;
            double spread = half.squares[trial] - half.sums[trial] * mean;
            boolean varies = spread > ROUNDING * half.squares[trial];
            scores[trial] = varies ? mean / Math.sqrt(spread / (half.periods - 1)) : 0;
        }
    }

    private static int best(double[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return best;
    }

    /** The logit of the relative rank {@code rank / (N + 1)}; equal scores share the mean of their ranks. */
    private static double logit(double[] scores, int trial) {
        int below = 0;
        int equal = 0;
        for (double score : scores) {
            below += score < scores[trial] ? 1 : 0;
            equal += score == scores[trial] ? 1 : 0;
        }
        double rank = below + (equal + 1) / 2.0;
        return Math.log(rank / (scores.length + 1 - rank));
    }

    private OverfittingEstimate summary() {
        double count = splits.logits().length;
        UndefinedReason tooFew = UndefinedReason.TOO_FEW_TRIALS;
        double overfitted =
                Arrays.stream(splits.logits()).filter(logit -> logit <= 0).count();
        double lost =
                Arrays.stream(splits.outOfSample()).filter(sharpe -> sharpe < 0).count();
        double slope = Benchmark.beta(splits.outOfSample(), splits.inSample());
        return new OverfittingEstimate(
                trials,
                Figure.of(overfitted / count, tooFew),
                Figure.of(lost / count, tooFew),
                Figure.of(slope, count == 0 ? tooFew : UndefinedReason.NO_VARIATION),
                splits);
    }
}
