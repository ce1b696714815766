package org.evenkeel.sweep.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.metrics.Figure;
import org.evenkeel.metrics.UndefinedReason;
import org.evenkeel.metrics.arrays.Moments;
import org.evenkeel.metrics.arrays.Periods;
import org.evenkeel.metrics.arrays.SharpeEstimate;
import org.evenkeel.metrics.arrays.SharpeStatistics;
import org.evenkeel.metrics.overfitting.OverfittingEstimate;
import org.evenkeel.sweep.ReturnsSample;
import org.evenkeel.sweep.Trial;

/** Makes the figures one by one, of returns over the risk-free rate. */
final class OverfittingFigures {
    /** What choosing among the runs was worth; empty where they cannot be compared. */
    record Choices(
            Optional<OverfittingEstimate> cscv, Optional<CrossValidation> forward, Optional<CrossValidation> purged) {}

    private static final String BAILEY_2014 = "Bailey and López de Prado 2014";
    private static final String BAILEY_2017 = "Bailey, Borwein, López de Prado and Zhu 2017";

    private final Overfitting.Evidence evidence;
    private final Optional<OverfittingEstimate> cscv;
    private final Optional<CrossValidation> forward;
    private final Optional<CrossValidation> purged;
    private final ReturnsSample sample;
    private final Optional<SharpeEstimate> best;
    private final double perYear;
    private final List<Overfitting.Named> figures = new ArrayList<>();

    OverfittingFigures(
            Optional<Trial.Done> chosen, ReturnsSample sample, Overfitting.Evidence evidence, Choices choices) {
        this.sample = sample;
        this.evidence = evidence;
        cscv = choices.cscv();
        forward = choices.forward();
        purged = choices.purged();
        best = chosen.map(Trial::number)
                .flatMap(sample::find)
                .map(Moments::of)
                .filter(Moments::varies)
                .map(moments -> SharpeEstimate.of(moments, 0));
        perYear = evidence.periodsPerYear(sample.times());
    }

    List<Overfitting.Named> all() {
        fromSplits();
        fromSharpe();
        fromPermutation();
        fromFolds();
        return figures;
    }

    private void add(String key, String label, Figure figure, String meaning, String source) {
        figures.add(new Overfitting.Named(key, label, figure, meaning, source));
    }

    private String loses() {
        return evidence.metrics().riskFreeRate() == 0 ? "loses money" : "earns less than the risk-free rate";
    }

    private String lost() {
        return evidence.metrics().riskFreeRate() == 0 ? "lost money" : "earned less than the risk-free rate";
    }

    /** Where a test was made all the same, its figure has no spread to be told by. */
    private Figure untested() {
        return Figure.undefined(Overfitting.findObstacle(sample).orElse(UndefinedReason.NO_VARIATION));
    }

    private void fromSplits() {
        Figure none = untested();
        add(
                "probabilityOfOverfitting",
                "Probability of backtest overfitting",
                cscv.map(OverfittingEstimate::probability).orElse(none),
                "how often the best of one half of the time is no better than the median in the other half",
                BAILEY_2017);
        add(
                "probabilityOfLoss",
                "Probability of loss",
                cscv.map(OverfittingEstimate::probabilityOfLoss).orElse(none),
                "how often the best of one half of the time " + loses() + " in the other half",
                BAILEY_2017);
        add(
                "degradation",
                "Degradation",
                cscv.map(OverfittingEstimate::degradation).orElse(none),
                "the slope of the Sharpe ratio in the other half on that in the half chosen by: below zero, the"
                        + " better choice did worse",
                BAILEY_2017);
    }

    private void fromSharpe() {
        Figure none = Figure.undefined(
                sample.comparable() ? UndefinedReason.NO_VARIATION : UndefinedReason.DIFFERENT_PERIODS);
        long tried = Math.max(evidence.tried().distinct(), sample.rows().size());
        add(
                "probabilisticSharpe",
                "Probabilistic Sharpe ratio",
                best.map(sharpe -> defined(SharpeStatistics.probabilistic(sharpe, 0)))
                        .orElse(none),
                "how likely the best run's true Sharpe ratio is above zero, had nothing else been tried",
                "Bailey and López de Prado 2012");
        add(
                "deflatedSharpe",
                "Deflated Sharpe ratio",
                best.flatMap(sharpe ->
                                variance().map(spread -> defined(SharpeStatistics.deflated(sharpe, tried, spread))))
                        .orElse(Figure.undefined(reason())),
                "how likely it beats what the best of " + tried + " worthless tries would show by luck",
                BAILEY_2014);
        add(
                "minimumBacktestYears",
                "Minimum backtest length",
                best.filter(sharpe -> sharpe.sharpe() > 0)
                        .map(sharpe -> defined(
                                SharpeStatistics.minimumBacktestYears(tried, sharpe.sharpe() * Math.sqrt(perYear))))
                        .orElse(Figure.undefined(
                                best.isEmpty() ? UndefinedReason.NO_VARIATION : UndefinedReason.NO_WINS)),
                "the years below which the best of " + tried + " worthless tries is expected to look this good",
                "Bailey, Borwein, López de Prado and Zhu 2014");
        add(
                "backtestYears",
                "Backtest length",
                Figure.of(Periods.years(sample.times()), UndefinedReason.TOO_FEW_RETURNS),
                "the years that there are",
                "timestamps");
    }

    private static Figure defined(double value) {
        return Figure.of(value, UndefinedReason.NO_VARIATION);
    }

    /** Why the best cannot be held against the others. */
    private UndefinedReason reason() {
        if (best.isEmpty()) {
            return UndefinedReason.NO_VARIATION;
        }
        return sample.comparable() ? UndefinedReason.TOO_FEW_TRIALS : UndefinedReason.DIFFERENT_PERIODS;
    }

    /**
     * The variance of the Sharpe ratios of all that was ever tried, per period; where nothing is known of that, of the
     * runs of this sweep. Empty of a single run, which has no spread.
     */
    private Optional<Double> variance() {
        double ever = evidence.tried().variance();
        if (!Double.isNaN(ever)) {
            return Optional.of(ever / perYear);
        }
        double[] sharpes = sample.rows().stream()
                .map(row -> Moments.of(row.returns()))
                .filter(Moments::varies)
                .mapToDouble(moments -> moments.mean() / moments.standardDeviation())
                .toArray();
        if (sharpes.length < 2 || !sample.comparable()) {
            return Optional.empty();
        }
        double spread = Moments.of(sharpes).standardDeviation();
        return Optional.of(spread * spread);
    }

    private void fromPermutation() {
        PermutationTest.Result shuffled = evidence.permutation();
        add(
                "permutationPValue",
                "Permutation test",
                shuffled.pValue(),
                "the share of markets with their periods shuffled on which the same parameters did as well"
                        + shuffled.findFailures().map(told -> "; " + told).orElse(""),
                "Aronson 2006; Masters 2018");
    }

    private void fromFolds() {
        Figure none = untested();
        double year = Math.sqrt(perYear);
        add(
                "walkForwardSharpe",
                "Sharpe, walked forward",
                forward.map(folds -> defined(folds.outOfSampleSharpe() * year)).orElse(none),
                "annualised, of always taking the parameters that were best so far, over the last five sixths",
                "Pardo 1992");
        add(
                "walkForwardEfficiency",
                "Walk-forward efficiency",
                forward.filter(folds -> folds.meanInSample() > 0)
                        .map(folds -> defined(folds.outOfSampleSharpe() / folds.meanInSample()))
                        .orElse(none),
                "that as a share of the Sharpe ratio that the choices promised",
                "Pardo 1992");
        add(
                "crossValidatedSharpe",
                "Sharpe, cross-validated",
                purged.map(folds -> defined(folds.folds().stream()
                                        .mapToDouble(CrossValidation.Fold::outOfSample)
                                        .average()
                                        .orElse(Double.NaN)
                                * year))
                        .orElse(none),
                "annualised, the mean over every two of six folds, chosen by the other four and purged",
                "López de Prado 2018");
        add(
                "crossValidatedLosses",
                "Folds that lost",
                purged.map(folds -> defined(folds.shareOfLosses())).orElse(none),
                "the share of those tests that " + lost(),
                "López de Prado 2018");
    }
}
