package org.evenkeel.sweep.validation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenkeel.api.ParameterException;
import org.evenkeel.metrics.Metric;
import org.evenkeel.metrics.Metrics;
import org.evenkeel.metrics.MetricsOptions;
import org.evenkeel.sweep.Objective;

/**
 * The figure of an objective over some of the periods of a run. Periods that do not follow each other have no path, and
 * their returns no ledger: only figures that would be the same in any order of the returns can be had.
 *
 * @param objective whose figure
 * @param metric which one that is
 * @param options periods per year, which bare returns do not tell, and the risk-free rate
 */
public record PeriodFigure(Objective objective, Metric metric, MetricsOptions options) {
    private static final Set<Metric> OF_RETURNS = EnumSet.of(
            Metric.TOTAL_RETURN,
            Metric.CAGR,
            Metric.VOLATILITY,
            Metric.VALUE_AT_RISK,
            Metric.CONDITIONAL_VALUE_AT_RISK,
            Metric.TAIL_RATIO,
            Metric.SKEW,
            Metric.KURTOSIS,
            Metric.SHARPE,
            Metric.PROBABILISTIC_SHARPE,
            Metric.SORTINO,
            Metric.OMEGA);

    /**
     * The figure of an objective.
     *
     * @throws ParameterException when it needs a whole path or a ledger, with those that do not
     */
    public static PeriodFigure of(Objective objective, MetricsOptions options) {
        Optional<Metric> metric = Metric.findByKey(objective.figure()).filter(OF_RETURNS::contains);
        return metric.map(one -> new PeriodFigure(objective, one, options))
                .orElseThrow(() -> new ParameterException("Folds cannot be compared by " + objective.figure()
                        + ", which needs a whole run and not some of its periods. They can by "
                        + OF_RETURNS.stream().map(Metric::key).collect(Collectors.joining(", "))
                        + "; rolling and expanding windows take every figure."));
    }

    /**
     * The figure over some periods.
     *
     * @param returns of all periods
     * @param ranges which of them
     * @return NaN where it is undefined
     */
    double over(double[] returns, List<Split.Range> ranges) {
        double[] chosen = ranges.stream()
                .flatMapToDouble(range -> Arrays.stream(returns, range.from(), range.to()))
                .toArray();
        return Metrics.ofReturns(chosen, options).find(metric).orElse(Double.NaN);
    }

    /** How good a figure is: higher is better. */
    double score(double figure) {
        return objective.smaller() ? -figure : figure;
    }
}
