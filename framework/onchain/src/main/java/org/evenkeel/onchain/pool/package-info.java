/**
 * Pools as they were at a block, and what they give for an amount: exact to the base unit, without asking a node.
 *
 * <p>Two kinds are known. The reserves of a constant product (Uniswap v2 and its forks, whose fee is a setting) and
 * concentrated liquidity (Uniswap v3 and its forks). The formulas are those of the Uniswap v2 Core and v3 Core
 * whitepapers (Adams et al., 2020 and 2021); where the order of rounding decides about a unit, it is the deployed
 * contracts' order, and tests hold every figure to what these contracts answer.
 *
 * <p>Entry type: {@link org.evenkeel.onchain.pool.PoolState}.
 */
@NullMarked
package org.evenkeel.onchain.pool;

import org.jspecify.annotations.NullMarked;
