package org.evenkeel.api;

import java.time.Duration;
import java.util.Optional;
import org.evenkeel.market.Interval;

/**
 * How a strategy is run: when it decides, how much money it has, how its trades are filled and what limits them. A
 * strategy gives its own as {@link Strategy#settings}; any of them can be set from outside by the name in brackets.
 *
 * @param schedule when decisions are made
 * @param capital how much money there is and how it is used
 * @param fills how prices become fills
 * @param liquidity what a pool can bear
 * @param expenses what trades cost beyond fees and impact
 */
public record Settings(Schedule schedule, Capital capital, Fills fills, Liquidity liquidity, Expenses expenses) {
    /** Weekly decisions, 10,000 USD, 95 % of it used, fills at the open, and no cost but fees and impact. */
    public static final Settings DEFAULTS = new Settings(
            new Schedule(Interval.WEEKLY, Duration.ZERO),
            new Capital(10_000, 0.95, 10),
            new Fills(FillPrice.OPEN, TriggerPrice.LOW_HIGH, Optional.empty()),
            new Liquidity(0.01, 0.05),
            Expenses.NONE);

    /**
     * Money.
     *
     * @param initialCash what comes in at the start, in USD, above 0 [initialCash]
     * @param allocation the share of the equity that {@link DecisionInput#investableEquity} gives an alpha model, in
     *     (0, 1]; orders for single pairs size themselves [allocation]
     * @param minRebalanceTradeUsd a change of a position toward the target of an alpha model or of a target order is
     *     not made where it is less, 0 or more; a close always is [minRebalanceTradeUsd]
     */
    public record Capital(double initialCash, double allocation, double minRebalanceTradeUsd) {
        /**
         * @throws ParameterException when a value is out of range
         */
        public Capital {
            require(initialCash > 0 && Double.isFinite(initialCash), "initialCash", initialCash, "above 0");
            require(allocation > 0 && allocation <= 1, "allocation", allocation, "above 0 and at most 1");
            require(
                    minRebalanceTradeUsd >= 0 && Double.isFinite(minRebalanceTradeUsd),
                    "minRebalanceTradeUsd",
                    minRebalanceTradeUsd,
                    "0 or more");
        }
    }

    /**
     * Fills.
     *
     * @param price which price a decision's trades get [fill]
     * @param triggerPrice which prices fire triggers [triggerPrice]
     * @param tolerance how old a price may be to be traded on, and how late a fill may come; where empty, twice the
     *     interval of the finest candles [priceTolerance]
     */
    public record Fills(FillPrice price, TriggerPrice triggerPrice, Optional<Duration> tolerance) {
        /**
         * @throws ParameterException when the tolerance is negative
         */
        public Fills {
            tolerance.filter(Duration::isNegative).ifPresent(negative -> {
                throw new ParameterException(
                        "Setting priceTolerance=" + negative + " is out of range: it must be 0 or more.");
            });
        }

        /** The tolerance for candles of an interval. */
        public Duration toleranceFor(Interval interval) {
            // Multiplying a Duration goes through decimals, and this is asked at every fill.
            return tolerance.orElseGet(() -> Duration.ofMillis(2 * interval.millis()));
        }
    }

    /**
     * What a pool can bear. Without effect on pools of unknown depth.
     *
     * @param maxPoolShare the largest share of a pool's value that a position may have [maxPoolShare]
     * @param maxPriceImpact the most that a trade may move its own price, as a fraction [maxPriceImpact]
     */
    public record Liquidity(double maxPoolShare, double maxPriceImpact) {
        /**
         * @throws ParameterException when a value is out of range
         */
        public Liquidity {
            require(maxPoolShare > 0 && maxPoolShare <= 1, "maxPoolShare", maxPoolShare, "above 0 and at most 1");
            require(maxPriceImpact > 0 && maxPriceImpact < 1, "maxPriceImpact", maxPriceImpact, "above 0 and below 1");
        }
    }

    /** These settings with another cycle. */
    public Settings withCycle(Interval cycle) {
        return new Settings(new Schedule(cycle, schedule.offset()), capital, fills, liquidity, expenses);
    }

    /** These settings with other money. */
    public Settings withCapital(Capital changed) {
        return new Settings(schedule, changed, fills, liquidity, expenses);
    }

    /** These settings with other fills. */
    public Settings withFills(Fills changed) {
        return new Settings(schedule, capital, changed, liquidity, expenses);
    }

    /** These settings with other limits of liquidity. */
    public Settings withLiquidity(Liquidity changed) {
        return new Settings(schedule, capital, fills, changed, expenses);
    }

    /** These settings with other expenses. */
    public Settings withExpenses(Expenses changed) {
        return new Settings(schedule, capital, fills, liquidity, changed);
    }

    /**
     * These settings, where nothing else was set from outside.
     *
     * @throws ParameterException when a value set is no good
     */
    public Settings overriddenBy(Parameters set) {
        Schedule when = new Schedule(
                set.interval("cycle", schedule.cycle()),
                Durations.parse("cycleOffset", set.text("cycleOffset", Durations.format(schedule.offset()))));
        Capital money = new Capital(
                set.number("initialCash", capital.initialCash()),
                set.number("allocation", capital.allocation()),
                set.number("minRebalanceTradeUsd", capital.minRebalanceTradeUsd()));
        Liquidity pools = new Liquidity(
                set.number("maxPoolShare", liquidity.maxPoolShare()),
                set.number("maxPriceImpact", liquidity.maxPriceImpact()));
        return new Settings(when, money, fillsFrom(set), pools, expenses.overriddenBy(set));
    }

    private Fills fillsFrom(Parameters set) {
        String auto = "auto";
        String text = set.text(
                "priceTolerance", fills.tolerance().map(Durations::format).orElse(auto));
        Optional<Duration> tolerance =
                text.equals(auto) ? Optional.empty() : Optional.of(Durations.parse("priceTolerance", text));
        return new Fills(
                set.choice("fill", fills.price()), set.choice("triggerPrice", fills.triggerPrice()), tolerance);
    }

    private static void require(boolean holds, String name, double value, String range) {
        if (!holds) {
            throw new ParameterException(
                    "Setting " + name + "=" + value + " is out of range: it must be " + range + ".");
        }
    }
}
