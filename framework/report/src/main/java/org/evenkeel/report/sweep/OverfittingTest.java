package org.evenkeel.report.sweep;

import org.evenkeel.metrics.Unit;

/** The ways to tell how much of the best of many runs is the luck of having chosen it. */
public enum OverfittingTest {
    PROBABILITY_OF_OVERFITTING(
            "Probability of backtest overfitting",
            Unit.PERCENT,
            "share of the splits of time in halves in which the run that was best in one half ranks no better than the"
                    + " median in the other (CSCV)",
            "Bailey, Borwein, López de Prado, Zhu (2017)"),
    PROBABILITY_OF_LOSS(
            "Probability of loss",
            Unit.PERCENT,
            "share of the same splits in which the run that was best in one half has a Sharpe ratio below zero in the other",
            "Bailey, Borwein, López de Prado, Zhu (2017)"),
    DEGRADATION(
            "Slope of degradation",
            Unit.RATIO,
            "slope of the Sharpe ratio out of sample on that in sample, over the same splits",
            "Bailey, Borwein, López de Prado, Zhu (2017)"),
    PROBABILISTIC_SHARPE(
            "Probabilistic Sharpe ratio",
            Unit.PERCENT,
            "Φ((S − S*)·√(n − 1) ÷ √(1 − skew·S + (kurtosis − 1)÷4·S²)), S* = 0, raw kurtosis",
            "Bailey, López de Prado (2012)"),
    DEFLATED_SHARPE(
            "Deflated Sharpe ratio",
            Unit.PERCENT,
            "the same with S* = the Sharpe ratio that the best of as many trials without skill is expected to have",
            "Bailey, López de Prado (2014)"),
    MINIMUM_LENGTH(
            "Minimum backtest length",
            Unit.COUNT,
            "years, (expected maximum of N standard normal draws ÷ the annualised Sharpe ratio)²",
            "Bailey, Borwein, López de Prado, Zhu (2014)"),
    PERMUTATION(
            "Permutation p-value",
            Unit.RATIO,
            "(1 + permutations of the returns on which the best of the same search is as good) ÷ (1 + permutations)",
            "Aronson (2006); Phipson, Smyth (2010)");

    private final String label;
    private final Unit unit;
    private final String formula;
    private final String source;

    OverfittingTest(String label, Unit unit, String formula, String source) {
        this.label = label;
        this.unit = unit;
        this.formula = formula;
        this.source = source;
    }

    /** Its name. */
    public String label() {
        return label;
    }

    /** What it is counted in. */
    public Unit unit() {
        return unit;
    }

    /** How it is computed, unless the figure says otherwise. */
    public String formula() {
        return formula;
    }

    /** Where the definition comes from. */
    public String source() {
        return source;
    }
}
