package org.evenkeel.metrics;

import static org.evenkeel.metrics.UndefinedReason.EQUITY_NOT_POSITIVE;
import static org.evenkeel.metrics.UndefinedReason.NO_LOSSES;
import static org.evenkeel.metrics.UndefinedReason.NO_LOWER_TAIL;
import static org.evenkeel.metrics.UndefinedReason.NO_VARIATION;
import static org.evenkeel.metrics.UndefinedReason.TOO_FEW_RETURNS;

import java.util.Map;
import java.util.Optional;
import org.evenkeel.metrics.arrays.Moments;
import org.evenkeel.metrics.arrays.Ratios;
import org.evenkeel.metrics.arrays.Returns;
import org.evenkeel.metrics.arrays.SharpeEstimate;
import org.evenkeel.metrics.arrays.SharpeStatistics;
import org.evenkeel.metrics.arrays.TailRisk;

/** How the returns are spread, and what they paid for it. */
final class RiskFigures {

    private static final double TAIL = 0.05;

    private RiskFigures() {}

    static void add(Series series, Map<Metric, Figure> figures) {
        addTails(series, figures);
        addShape(series, figures);
        addRewards(series, figures);
    }

    private static void addTails(Series series, Map<Metric, Figure> figures) {
        double[] ordered = TailRisk.ordered(series.returns(), TAIL);
        figures.put(
                Metric.VALUE_AT_RISK,
                series.overReturns(1, () -> TailRisk.valueAtRisk(ordered, TAIL), TOO_FEW_RETURNS));
        figures.put(
                Metric.CONDITIONAL_VALUE_AT_RISK,
                series.overReturns(1, () -> TailRisk.conditionalValueAtRisk(ordered, TAIL), TOO_FEW_RETURNS));
        figures.put(Metric.TAIL_RATIO, series.overReturns(1, () -> TailRisk.tailRatio(ordered, TAIL), NO_LOWER_TAIL));
    }

    private static void addShape(Series series, Map<Metric, Figure> figures) {
        Moments moments = series.moments();
        double root = Math.sqrt(series.periodsPerYear());
        figures.put(
                Metric.VOLATILITY,
                series.overScaledReturns(2, () -> moments.standardDeviation() * root, TOO_FEW_RETURNS));
        figures.put(Metric.SKEW, series.overReturns(2, moments::skew, NO_VARIATION));
        figures.put(Metric.KURTOSIS, series.overReturns(2, moments::excessKurtosis, NO_VARIATION));
        double[] growth = series.fullGrowth();
        boolean ruined = !(growth[growth.length - 1] > 0);
        figures.put(
                Metric.STABILITY,
                series.overReturns(2, () -> Returns.stability(growth), ruined ? EQUITY_NOT_POSITIVE : NO_VARIATION));
    }

    private static void addRewards(Series series, Map<Metric, Figure> figures) {
        Moments moments = series.moments();
        double[] returns = series.returns();
        double periods = series.periodsPerYear();
        Optional<SharpeEstimate> sharpe =
                moments.varies() ? Optional.of(SharpeEstimate.of(moments, series.riskFree())) : Optional.empty();
        double perPeriod = sharpe.map(SharpeEstimate::sharpe).orElse(Double.NaN);
        double real = sharpe.map(s -> SharpeStatistics.probabilistic(s, 0)).orElse(Double.NaN);
        figures.put(Metric.SHARPE, series.overScaledReturns(2, () -> perPeriod * Math.sqrt(periods), NO_VARIATION));
        figures.put(Metric.PROBABILISTIC_SHARPE, series.overReturns(2, () -> real, NO_VARIATION));
        figures.put(
                Metric.SORTINO,
                series.overScaledReturns(1, () -> Ratios.sortino(returns, series.riskFree(), periods), NO_LOSSES));
        figures.put(Metric.OMEGA, series.overReturns(1, () -> Ratios.omega(returns, series.riskFree()), NO_LOSSES));
    }
}
