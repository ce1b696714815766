package org.evenkeel.sweep.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.evenkeel.api.ParameterException;
import org.evenkeel.metrics.arrays.Moments;
import org.evenkeel.sweep.ReturnsSample;

/**
 * The best run of each split by its Sharpe ratio, or another figure, over the periods to choose by, and what it gave on those to test on.
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
     * @param inSample its figure there: the Sharpe ratio per period unless another was asked for
     * @param outOfSample the same over those to test on; NaN where it is undefined
     * @param returns its returns over those to test on
     */
    public record Fold(Split split, long run, double inSample, double outOfSample, double[] returns) {}

    /** What runs are compared by. */
    private interface Score {
        /** The figure of a run over some periods. */
        ToDoubleFunction<List<Split.Range>> of(double[] returns);

        /** How good a figure is: higher is better, NaN is none. */
        double rank(double figure);
    }

    /**
     * Chooses and tests by Sharpe ratios per period, 0 where nothing varies.
     *
     * @param sample one or more runs, all over the same periods
     * @param splits of those periods
     */
    public static CrossValidation of(ReturnsSample sample, List<Split> splits) {
        return of(sample, splits, new Score() {
            @Override
            public ToDoubleFunction<List<Split.Range>> of(double[] returns) {
                return new Sums(returns)::sharpe;
            }

            @Override
            public double rank(double figure) {
                return figure;
            }
        });
    }

    /**
     * Chooses and tests by a figure.
     *
     * @param sample one or more runs, all over the same periods
     * @param splits of those periods
     * @throws ParameterException when over some periods no run has the figure
     */
    public static CrossValidation of(ReturnsSample sample, List<Split> splits, PeriodFigure figure) {
        return of(sample, splits, new Score() {
            @Override
            public ToDoubleFunction<List<Split.Range>> of(double[] returns) {
                return ranges -> figure.over(returns, ranges);
            }

            @Override
            public double rank(double value) {
                return figure.score(value);
            }
        });
    }

    private static CrossValidation of(ReturnsSample sample, List<Split> splits, Score score) {
        int[] best = new int[splits.size()];
        double[] figures = new double[splits.size()];
        Arrays.fill(best, -1);
        for (int row = 0; row < sample.rows().size(); row++) {
            ToDoubleFunction<List<Split.Range>> figure =
                    score.of(sample.rows().get(row).returns());
            for (int split = 0; split < best.length; split++) {
                double value = figure.applyAsDouble(splits.get(split).train());
                boolean better = best[split] < 0 || score.rank(value) > score.rank(figures[split]);
                if (better && !Double.isNaN(value)) {
                    best[split] = row;
                    figures[split] = value;
                }
            }
        }
        List<Fold> folds = new ArrayList<>();
        for (int split = 0; split < best.length; split++) {
            if (best[split] < 0) {
                throw new ParameterException("Over the periods that fold " + (split + 1) + " of " + best.length
                        + " is chosen by no run has the figure to choose by: give another objective, or fewer folds.");
            }
            folds.add(fold(splits.get(split), sample.rows().get(best[split]), figures[split], score));
        }
        return new CrossValidation(folds);
    }

    private static Fold fold(Split split, ReturnsSample.Row row, double inSample, Score score) {
        double[] returns = split.test().stream()
                .flatMapToDouble(range -> Arrays.stream(row.returns(), range.from(), range.to()))
                .toArray();
        double outOfSample = score.of(row.returns()).applyAsDouble(split.test());
        return new Fold(split, row.number(), inSample, outOfSample, returns);
    }

    /**
     * The tests put together to histories, each with one test of each tested period: a walk-forward gives one, every
     * two of six folds give five. The first history takes the first test of each period, and so on.
     *
     * @return simple returns, in the order of the periods
     */
    public List<double[]> paths() {
        SortedMap<Integer, List<Double>> tests = new TreeMap<>();
        for (Fold fold : folds) {
            int next = 0;
            for (Split.Range range : fold.split().test()) {
                for (int period = range.from(); period < range.to(); period++) {
                    tests.computeIfAbsent(period, none -> new ArrayList<>()).add(fold.returns()[next++]);
                }
            }
        }
        int count = tests.values().stream().mapToInt(List::size).min().orElse(0);
        return IntStream.range(0, count)
                .mapToObj(path -> tests.values().stream()
                        .mapToDouble(returns -> returns.get(path))
                        .toArray())
                .toList();
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
