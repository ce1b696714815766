/**
 * The market of a chain as a strategy sees it: the pools of its universe found and read together at one block, prices,
 * routes and quotes over them.
 *
 * <p>Amounts are exact integers underneath; a double is only what is shown of them. Entry type:
 * {@link org.evenkeel.onchain.market.ChainMarket}.
 */
@NullMarked
package org.evenkeel.onchain.market;

import org.jspecify.annotations.NullMarked;
