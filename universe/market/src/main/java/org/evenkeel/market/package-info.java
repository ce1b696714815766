/**
 * What may be traded, and what its market did: chains, tokens, pairs and candles as columns of primitives. Pure: no
 * I/O.
 *
 * <p>The room keeps two kinds of thing apart. A {@link org.evenkeel.market.MarketCatalog} and the
 * {@link org.evenkeel.market.TradingUniverse} chosen from it name what may be traded and hold no prices; a strategy
 * may keep them. A {@link org.evenkeel.market.MarketHistory} holds the columns and stays with the engine; a strategy
 * reads it through a {@link org.evenkeel.market.MarketView}, which cannot see past its own instant.
 *
 * <p>Entry type: {@link org.evenkeel.market.MarketCatalog}.
 */
@NullMarked
package org.evenkeel.market;

import org.jspecify.annotations.NullMarked;
