/**
 * All that a strategy sees: the two callbacks, what a decision is given, its parameters and settings, the alpha model
 * and the target orders.
 *
 * <p>Where the other types live that a strategy writes with:
 *
 * <ul>
 *   <li>{@code org.evenkeel.api.alpha}: {@link org.evenkeel.api.alpha.AlphaModel}, {@link
 *       org.evenkeel.api.alpha.Weighting}, {@link org.evenkeel.api.alpha.WeightLimits} and {@link
 *       org.evenkeel.api.alpha.TradeLimits}: from signals to trades.
 *   <li>{@code org.evenkeel.market}: {@link org.evenkeel.market.MarketCatalog} to choose pairs from, {@link
 *       org.evenkeel.market.PairFilter}, {@link org.evenkeel.market.TradingUniverse}, {@link
 *       org.evenkeel.market.TradingPair}, {@link org.evenkeel.market.Interval}, and {@link
 *       org.evenkeel.market.MarketView} to read candles and indicators through.
 *   <li>{@code org.evenkeel.indicators}: {@code Indicators}, the figures that can be asked for.
 *   <li>{@code org.evenkeel.state.model}: {@link org.evenkeel.state.model.TradeIntent}, which a decision returns; {@link
 *       org.evenkeel.state.model.TriggerFactors} and {@link org.evenkeel.state.model.Basket}; {@link
 *       org.evenkeel.state.model.Portfolio} and {@link org.evenkeel.state.model.Position}, what is owned.
 * </ul>
 *
 * <p>Entry type: {@link org.evenkeel.api.Strategy}.
 */
@NullMarked
package org.evenkeel.api;

import org.jspecify.annotations.NullMarked;
