package org.evenkeel.report.sweep;

import java.util.Arrays;
import java.util.Optional;
import org.evenkeel.metrics.Unit;

/** The ways to tell how much of the best of many runs is the luck of having chosen it. */
public enum OverfittingTest {
    PROBABILITY_OF_OVERFITTING(
            "probabilityOfOverfitting",
            "Probability of backtest overfitting",
            Unit.PERCENT,
            new Definition(
                    "share of the splits of time in halves in which the run that was best in one half ranks no better"
                            + " than the median in the other (CSCV)",
                    "Bailey, Borwein, López de Prado, Zhu (2017)")),
    PROBABILITY_OF_LOSS(
            "probabilityOfLoss",
            "Probability of loss",
            Unit.PERCENT,
            new Definition(
                    "share of the same splits in which the run that was best in one half has a Sharpe ratio below zero"
                            + " in the other",
                    "Bailey, Borwein, López de Prado, Zhu (2017)")),
    DEGRADATION(
            "degradation",
            "Slope of degradation",
            Unit.RATIO,
            new Definition(
                    "slope of the Sharpe ratio out of sample on that in sample, over the same splits",
                    "Bailey, Borwein, López de Prado, Zhu (2017)")),
    PROBABILISTIC_SHARPE(
            "probabilisticSharpe",
            "Probabilistic Sharpe ratio",
            Unit.PERCENT,
            new Definition(
                    "Φ((S − S*)·√(n − 1) ÷ √(1 − skew·S + (kurtosis − 1)÷4·S²)), S* = 0, raw kurtosis",
                    "Bailey, López de Prado (2012)")),
    DEFLATED_SHARPE(
            "deflatedSharpe",
            "Deflated Sharpe ratio",
            Unit.PERCENT,
            new Definition(
                    "the same with S* = the Sharpe ratio that the best of as many trials without skill is expected to"
                            + " have",
                    "Bailey, López de Prado (2014)")),
    MINIMUM_LENGTH(
            "minimumBacktestYears",
            "Minimum backtest length",
            Unit.COUNT,
            new Definition(
                    "years, (expected maximum of as many standard normal draws as trials ÷ annualised Sharpe ratio)²",
                    "Bailey, Borwein, López de Prado, Zhu (2014)")),
    LENGTH("backtestYears", "Backtest length", Unit.COUNT, new Definition("years that there are", "timestamps")),
    PERMUTATION(
            "permutationPValue",
            "Permutation p-value",
            Unit.PERCENT,
            new Definition(
                    "(1 + shuffled markets on which the same parameters do as well) ÷ (1 + shuffled markets)",
                    "Aronson (2006); Masters (2018)")),
    WALK_FORWARD_SHARPE(
            "walkForwardSharpe",
            "Sharpe, walked forward",
            Unit.RATIO,
            new Definition("annualised, of always taking the parameters that were best so far", "Pardo (1992)")),
    WALK_FORWARD_EFFICIENCY(
            "walkForwardEfficiency",
            "Walk-forward efficiency",
            Unit.PERCENT,
            new Definition("Sharpe ratio out of sample ÷ mean Sharpe ratio of the choices in sample", "Pardo (1992)")),
    CROSS_VALIDATED_SHARPE(
            "crossValidatedSharpe",
            "Sharpe, cross-validated",
            Unit.RATIO,
            new Definition(
                    "annualised, the mean over all ways to leave folds out and choose on the others, purged",
                    "López de Prado (2018)")),
    CROSS_VALIDATED_LOSSES(
            "crossValidatedLosses",
            "Folds that lost",
            Unit.PERCENT,
            new Definition("share of those ways in which the choice lost money", "López de Prado (2018)"));

    private final String key;
    private final String label;
    private final Unit unit;
    private final Definition definition;

    private record Definition(String formula, String source) {}

    OverfittingTest(String key, String label, Unit unit, Definition definition) {
        this.key = key;
        this.label = label;
        this.unit = unit;
        this.definition = definition;
    }

    /** The test of a key; empty where no test has it. */
    public static Optional<OverfittingTest> findByKey(String key) {
        return Arrays.stream(values()).filter(test -> test.key.equals(key)).findFirst();
    }

    /** Its name in JSON. */
    public String key() {
        return key;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }

    /** What it is counted in. */
    public Unit unit() {
        return unit;
    }

    /** How it is computed. */
    public String formula() {
        return definition.formula();
    }

    /** Where the definition comes from. */
    public String source() {
        return definition.source();
    }
}
