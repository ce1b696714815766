package org.evenkeel.metrics.overfitting;

import java.util.Arrays;
import org.evenkeel.metrics.Figure;
import org.evenkeel.metrics.UndefinedReason;
import org.evenkeel.metrics.arrays.Benchmark;
import org.evenkeel.metrics.overfitting.OverfittingEstimate.Splits;

/** Goes through every split of the blocks: the best trial in one half, and how it ranks in the other. */
final class SplitSearch {

    /** A variance below this share of the mean square is what rounding leaves of a constant. */
    private static final double ROUNDING = 1e-12;

    private final double[][] sums;
    private final double[][] squares;
    private final int[] lengths;
    private final int trials;
    private final double[] sum;
    private final double[] square;

    /** Sums and sums of squares by block and trial, and the number of periods of each block. */
    SplitSearch(double[][] sums, double[][] squares, int[] lengths) {
        this.sums = sums;
        this.squares = squares;
        this.lengths = lengths;
        trials = sums[0].length;
        sum = new double[trials];
        square = new double[trials];
    }

    OverfittingEstimate run() {
        int[] masks = trials < 2 ? new int[0] : BlockMask.all(lengths.length);
        Splits splits = new Splits(new double[masks.length], new double[masks.length], new double[masks.length]);
        double[] chosen = new double[trials];
        double[] others = new double[trials];
        // A mask and its complement are the same two halves, seen from either side.
        for (int i = 0, opposite = masks.length - 1; i < opposite; i++, opposite--) {
            score(masks[i], chosen);
            score(masks[opposite], others);
            compare(chosen, others, splits, i);
            compare(others, chosen, splits, opposite);
        }
        return summary(splits);
    }

    private static void compare(double[] inSample, double[] outOfSample, Splits splits, int at) {
        int best = best(inSample);
        splits.inSample()[at] = inSample[best];
        splits.outOfSample()[at] = outOfSample[best];
        splits.logits()[at] = logit(outOfSample, best);
    }

    /** Each trial's Sharpe ratio per period, ddof 1, over the blocks in the mask. */
    private void score(int mask, double[] scores) {
        Arrays.fill(sum, 0);
        Arrays.fill(square, 0);
        int count = 0;
        for (int block = 0; block < lengths.length; block++) {
            if ((mask >>> block & 1) == 1) {
                count += lengths[block];
                add(sums[block], sum);
                add(squares[block], square);
            }
        }
        for (int trial = 0; trial < trials; trial++) {
            double mean = sum[trial] / count;
            double spread = square[trial] - sum[trial] * mean;
            boolean varies = spread > ROUNDING * square[trial];
            scores[trial] = varies ? mean / Math.sqrt(spread / (count - 1)) : 0;
        }
    }

    private static void add(double[] from, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
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

    private OverfittingEstimate summary(Splits splits) {
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
