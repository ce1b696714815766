/**
 * Portfolio weights by calculation: arrays in, weights out. Pure functions that know nothing of pairs, candles or
 * state.
 *
 * <p>Estimate what is known of the assets, then weigh them. Every figure is per period: that of the returns put in.
 *
 * <pre>{@code
 * double[][] returns = Returns.simple(prices);                  // prices[time][asset], oldest first
 * Covariance covariance = Covariance.ledoitWolf(returns);
 * double[] weights = MinimumVariance.weights(covariance, Caps.each(covariance.size(), 0.4));
 * }</pre>
 *
 * <p>Weights are 0 or more, obey their caps and add up to 1 (to within 1e-12). A weighting that has no answer says why
 * in an {@link org.evenkeel.optimizer.OptimizerException}; none returns a guess.
 *
 * <p>Entry type: {@link org.evenkeel.optimizer.Covariance}.
 */
@NullMarked
package org.evenkeel.optimizer;

import org.jspecify.annotations.NullMarked;
