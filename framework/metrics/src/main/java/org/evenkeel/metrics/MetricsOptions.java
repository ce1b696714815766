package org.evenkeel.metrics;

import java.util.OptionalDouble;

/**
 * What may be set.
 *
 * @param periodsPerYear 252, 365, 8760 …; empty: derived from the timestamps
 *     ({@link org.evenkeel.metrics.arrays.Periods#perYear})
 * @param riskFreeRate the risk-free rate of a year as a fraction, compounded
 * @param ranked whether the figures are to rank runs of one length by, and not to tell of a year: then those that are
 *     scaled to one are there at any length, which changes no rank; not those of the growth that a year would have
 *     (CAGR, Calmar, alpha)
 */
public record MetricsOptions(OptionalDouble periodsPerYear, double riskFreeRate, boolean ranked) {

    /** Periods per year from the timestamps, no risk-free rate. */
    public static final MetricsOptions DEFAULT = new MetricsOptions(OptionalDouble.empty(), 0, false);

    public MetricsOptions {
        double periods = periodsPerYear.orElse(1);
        if (!(periods > 0) || Double.isInfinite(periods)) {
            throw new IllegalArgumentException(
                    "Periods per year must be a positive finite number such as 252 or 8760," + " but are " + periods);
        }
        if (!(riskFreeRate > -1) || Double.isInfinite(riskFreeRate)) {
            throw new IllegalArgumentException(
                    "The risk-free rate of a year is a fraction above −1 (0.03 for 3 %)," + " but is " + riskFreeRate);
        }
    }

    /** Figures that tell of a year, from a year's part that is long enough for it. */
    public MetricsOptions(OptionalDouble periodsPerYear, double riskFreeRate) {
        this(periodsPerYear, riskFreeRate, false);
    }

    /** The same, with periods per year given. */
    public MetricsOptions withPeriodsPerYear(double periods) {
        return new MetricsOptions(OptionalDouble.of(periods), riskFreeRate, ranked);
    }

    /** The same, with a risk-free rate per year. */
    public MetricsOptions withRiskFreeRate(double ratePerYear) {
        return new MetricsOptions(periodsPerYear, ratePerYear, ranked);
    }

    /** The same, to rank runs of one length by. */
    public MetricsOptions toRank() {
        return new MetricsOptions(periodsPerYear, riskFreeRate, true);
    }
}
