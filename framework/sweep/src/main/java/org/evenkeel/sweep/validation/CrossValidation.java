package org.evenkeel.sweep.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.evenkeel.metrics.arrays.Moments;
import org.evenkeel.sweep.ReturnsSample;

/**
 * The best run of each split by its Sharpe ratio over the periods to choose by, and what it gave on those to test on.
 *
 * <p>The runs are those of the sweep, over the whole time: a fold tests the choice of parameters, not a start with
 * fresh money.
 *
 * @param folds one for each split, in their order
 */
public record CrossValidation(List<Fold> folds) {
    /** A spread below this share of the mean square is what rounding leaves of a constant. */
    private static final double ROUNDING = 1e-12;

    /** Keeps a copy. */
    public CrossValidation {
        folds = List.copyOf(folds);
    }

    /**
     * One split.
     *
     * @param split which periods
     * @param run the number of the run that was best over those to choose by
     * @param inSample its Sharpe ratio there, per period
     * @param outOfSample the same over those to test on
     * @param returns its returns over those to test on
     */
    public record Fold(Split split, long run, double inSample, double outOfSample, double[] returns) {}

    /**
     * Chooses and tests.
     *
     * @param sample one or more runs, all over the same periods
     * @param splits of those periods
     */
    public static CrossValidation of(ReturnsSample sample, List<Split> splits) {
        int[] best = new int[splits.size()];
        double[] scores = new double[splits.size()];
        Arrays.fill(best, -1);
        for (int row = 0; row < sample.rows().size(); row++) {
            Sums sums = new Sums(sample.rows().get(row).returns());
            for (int split = 0; split < best.length; split++) {
                double score = sums.sharpe(splits.get(split).train());
                if (best[split] < 0 || score > scores[split]) {
                    best[split] = row;
                    scores[split] = score;
                }
            }
        }
        List<Fold> folds = new ArrayList<>();
        for (int split = 0; split < best.length; split++) {
            folds.add(fold(splits.get(split), sample.rows().get(best[split]), scores[split]));
        }
        return new CrossValidation(folds);
    }

    private static Fold fold(Split split, ReturnsSample.Row row, double inSample) {
        double[] returns = split.test().stream()
                .flatMapToDouble(range -> Arrays.stream(row.returns(), range.from(), range.to()))
                .toArray();
        double outOfSample = new Sums(row.returns()).sharpe(split.test());
        return new Fold(split, row.number(), inSample, outOfSample, returns);
    }

    /** The returns on all periods tested on, one after another. */
    public double[] outOfSampleReturns() {
        return folds.stream()
                .flatMapToDouble(fold -> Arrays.stream(fold.returns()))
                .toArray();
    }

    /** The Sharpe ratio per period of {@link #outOfSampleReturns}; 0 where they do not vary. */
    public double outOfSampleSharpe() {
        Moments moments = Moments.of(outOfSampleReturns());
        return moments.varies() ? moments.mean() / moments.standardDeviation() : 0;
    }

    /** The mean of the folds' Sharpe ratios over the periods to choose by. */
    public double meanInSample() {
        return folds.stream().mapToDouble(Fold::inSample).average().orElse(Double.NaN);
    }

    /** The share of folds whose choice lost money on the periods to test on. */
    public double shareOfLosses() {
        long losses = folds.stream().filter(fold -> fold.outOfSample() < 0).count();
        return (double) losses / folds.size();
    }

    /** Running sums of returns and their squares, so that any range takes no time. */
    private static final class Sums {
        private final double[] sums;
        private final double[] squares;

        Sums(double[] returns) {
            sums = new double[returns.length + 1];
            squares = new double[returns.length + 1];
            for (int i = 0; i < returns.length; i++) {
                sums[i + 1] = sums[i] + returns[i];
                squares[i + 1] = squares[i] + returns[i] * returns[i];
            }
        }

        /** Mean over standard deviation, ddof 1; 0 where nothing varies, as of cash. */
        double sharpe(List<Split.Range> ranges) {
            double sum = 0;
            double square = 0;
            int count = 0;
            for (Split.Range range : ranges) {
                sum += sums[range.to()] - sums[range.from()];
                square += squares[range.to()] - squares[range.from()];
                count += range.size();
            }
            double mean = sum / count;
            double spread = square - sum * mean;
            boolean varies = count > 1 && spread > ROUNDING * square;
            return varies ? mean / Math.sqrt(spread / (count - 1)) : 0;
        }
    }
}
