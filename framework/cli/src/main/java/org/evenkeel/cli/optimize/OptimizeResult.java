package org.evenkeel.cli.optimize;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.optimizer.WholeUnits;

/**
 * A portfolio and what is expected of it.
 *
 * @param wanted what it was made for
 * @param estimates what it was made from
 * @param portfolio itself
 * @param frontier portfolios from the least variance to the most expected return, where they were wanted
 * @param purchase what an amount of money buys of it, where that was wanted
 */
record OptimizeResult(
        Wanted wanted,
        Estimates estimates,
        Portfolio portfolio,
        List<Portfolio> frontier,
        Optional<Purchase> purchase) {
    /**
     * What a portfolio was made for.
     *
     * @param objective what it is the best at
     * @param tail the share of periods that are the worst
     */
    record Wanted(PortfolioObjective objective, double tail) {}

    /**
     * Weights and figures.
     *
     * @param weights one an asset
     * @param expectedReturn of a year
     * @param volatility of a year
     * @param sharpe the excess return for each unit of volatility; empty where there is no volatility
     * @param conditionalValueAtRisk the mean return of the worst periods, for one period; empty where prices have gaps
     */
    record Portfolio(
            double[] weights,
            double expectedReturn,
            double volatility,
            OptionalDouble sharpe,
            OptionalDouble conditionalValueAtRisk) {}

    /**
     * Whole units.
     *
     * @param amount the money
     * @param units what it buys
     */
    record Purchase(double amount, WholeUnits units) {}
}
