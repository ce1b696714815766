/**
 * Candles of the swaps of pools, collected from the logs of a chain: no vendor of data is needed.
 *
 * <p>A candle is made of the mid prices of its pool after each swap in it, and kept once it is over and final. How far a pool was
 * collected is a block, known by its hash, on the border of two candles: a run that ended anywhere goes on there, and where the
 * chain became another one, from the last block that both have. So every swap counts once.
 *
 * <p>Entry types: {@link org.evenkeel.onchain.collect.CandleCollector}, which extends a data set up to a time, and {@link
 * org.evenkeel.onchain.collect.PoolFinder}, which tells what a pool is.
 */
@NullMarked
package org.evenkeel.onchain.collect;

import org.jspecify.annotations.NullMarked;
