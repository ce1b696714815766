package org.evenkeel.sweep.validation;

import java.util.List;
import java.util.Optional;
import org.evenkeel.metrics.Figure;
import org.evenkeel.metrics.MetricsOptions;
import org.evenkeel.metrics.UndefinedReason;
import org.evenkeel.metrics.arrays.Moments;
import org.evenkeel.metrics.arrays.Periods;
import org.evenkeel.metrics.overfitting.Cscv;
import org.evenkeel.metrics.overfitting.OverfittingEstimate;
import org.evenkeel.sweep.ReturnsSample;
import org.evenkeel.sweep.SweepResult;
import org.evenkeel.sweep.store.TrialLedger;

/**
 * How far the best run of a sweep can be trusted.
 *
 * @param figures what is known, in the order of a report
 * @param cscv the splits behind the probability of overfitting; empty where runs cannot be compared
 * @param walkForward the choice of each fifth of the time by what was before it, on the runs as they are
 * @param combinatorial the choice of every two of six folds by the other four, purged
 * @param permutation how the best did on shuffled markets
 */
public record Overfitting(
        List<Named> figures,
        Optional<OverfittingEstimate> cscv,
        Optional<CrossValidation> walkForward,
        Optional<CrossValidation> combinatorial,
        PermutationTest.Result permutation) {
    private static final int BLOCKS = 16;
    private static final int FOLDS = 6;
    private static final int TESTED = 2;
    /** What is left out around a fold: a hundredth of the time, as is usual where nothing better is known. */
    private static final int GAP_SHARE = 100;

    /** Keeps a copy. */
    public Overfitting {
        figures = List.copyOf(figures);
    }

    /**
     * A figure and what it says.
     *
     * @param key its name in JSON
     * @param label its name for a reader
     * @param figure its value, or why there is none
     * @param meaning in one sentence
     * @param source of its definition
     */
    public record Named(String key, String label, Figure figure, String meaning, String source) {}

    /**
     * What luck had to choose from.
     *
     * @param tried every run ever made of the strategy on the data
     * @param permutation how the best parameters did on shuffled markets
     * @param metrics how figures are made: the periods of a year are taken from the times where none are given
     */
    public record Evidence(TrialLedger.Count tried, PermutationTest.Result permutation, MetricsOptions metrics) {
        double periodsPerYear(long[] times) {
            return metrics.periodsPerYear().orElseGet(() -> Periods.perYear(times));
        }

        /** Of one period. */
        double riskFree(long[] times) {
            double rate = metrics.riskFreeRate();
            return rate == 0 ? 0 : Math.pow(1 + rate, 1 / periodsPerYear(times)) - 1;
        }
    }

    /** Works it out. */
    public static Overfitting of(SweepResult result, Evidence evidence) {
        ReturnsSample sample =
                result.sample().less(evidence.riskFree(result.sample().times()));
        boolean enough = findObstacle(sample).isEmpty();
        Optional<OverfittingEstimate> cscv = enough ? Optional.of(cscv(sample)) : Optional.empty();
        Optional<CrossValidation> forward = enough ? Optional.of(forward(sample)) : Optional.empty();
        Optional<CrossValidation> purged = enough ? Optional.of(purged(sample)) : Optional.empty();
        List<Named> figures = new OverfittingFigures(
                        result.best(), sample, evidence, new OverfittingFigures.Choices(cscv, forward, purged))
                .all();
        return new Overfitting(figures, cscv, forward, purged, evidence.permutation());
    }

    /** Why the choice among these runs cannot be tested; empty where it can. */
    static Optional<UndefinedReason> findObstacle(ReturnsSample sample) {
        if (!sample.comparable()) {
            return Optional.of(UndefinedReason.DIFFERENT_PERIODS);
        }
        if (sample.rows().size() < 2) {
            return Optional.of(UndefinedReason.TOO_FEW_TRIALS);
        }
        long varied = sample.rows().stream()
                .filter(row -> Moments.of(row.returns()).varies())
                .count();
        if (varied < 2) {
            return Optional.of(UndefinedReason.NO_VARIATION);
        }
        return sample.periods() < 2 * FOLDS ? Optional.of(UndefinedReason.TOO_FEW_RETURNS) : Optional.empty();
    }

    private static OverfittingEstimate cscv(ReturnsSample sample) {
        int blocks = Math.min(BLOCKS, sample.periods() / 4 * 2);
        Cscv cscv = new Cscv(sample.periods(), blocks);
        sample.rows().forEach(row -> cscv.addTrial(row.returns()));
        return cscv.estimate();
    }

    private static CrossValidation forward(ReturnsSample sample) {
        int fifth = sample.periods() / FOLDS;
        int train = sample.periods() - fifth * (FOLDS - 1);
        return CrossValidation.of(sample, Splits.walkForward(sample.periods(), train, fifth, true, 0));
    }

    private static CrossValidation purged(ReturnsSample sample) {
        int gap = sample.periods() / GAP_SHARE;
        Splits.Gap around = new Splits.Gap(gap, gap);
        return CrossValidation.of(sample, Splits.combinatorial(sample.periods(), FOLDS, TESTED, around));
    }

    /** The figure of a name. */
    public Figure figure(String key) {
        return figures.stream()
                .filter(named -> named.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no figure " + key + "."))
                .figure();
    }
}
