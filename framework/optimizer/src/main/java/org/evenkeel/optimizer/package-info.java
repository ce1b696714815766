/**
 * Portfolio weights by calculation: arrays in, weights out. Pure functions that know nothing of pairs, candles or
 * state.
 *
 * <p>Estimate what is known of the assets, say what the weights must obey, then weigh them. Every figure is per period:
 * that of the returns put in, or a year where it was made annual.
 *
 * <pre>{@code
 * double[][] returns = Returns.simple(prices);                  // prices[time][asset], oldest first
 * double[] expected = ExpectedReturns.compound(returns, 252);
 * Covariance covariance = Covariance.ledoitWolf(returns).annualised(252);
 * Limits limits = Limits.longOnly(List.of("AAPL", "MSFT", "XOM")).withWeight("AAPL", 0, 0.4);
 * MeanVariance portfolios = MeanVariance.of(expected, covariance, limits);
 * double[] best = portfolios.maximumSharpe(0.02);
 * double[] calm = portfolios.targetReturn(0.1);
 * }</pre>
 *
 * <p>Weights obey their limits and add up to 1 (to within 1e-12). What has no answer says why in an {@link
 * org.evenkeel.optimizer.OptimizerException}; limits that contradict each other are answered with the smallest set that
 * does ({@link org.evenkeel.optimizer.InfeasibleLimitsException}). None returns a guess: whatever a solver says is
 * proven before it is given.
 *
 * <p>Entry types: {@link org.evenkeel.optimizer.MeanVariance}, {@link org.evenkeel.optimizer.MinimumCvar},
 * {@link org.evenkeel.optimizer.RiskParity}, {@link org.evenkeel.optimizer.HierarchicalRiskParity},
 * {@link org.evenkeel.optimizer.BlackLitterman}, {@link org.evenkeel.optimizer.WholeUnits}.
 */
@NullMarked
package org.evenkeel.optimizer;

import org.jspecify.annotations.NullMarked;
