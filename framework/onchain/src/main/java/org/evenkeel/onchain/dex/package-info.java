/**
 * Pools of the exchanges of a chain: found, read as they were at a block, kept for that block, and quotes over them held
 * against what the exchange itself says.
 *
 * <p>An exchange is configuration: Uniswap v2 and v3 and their forks differ in addresses and fee. Entry type:
 * {@link org.evenkeel.onchain.dex.PoolReader}.
 */
@NullMarked
package org.evenkeel.onchain.dex;

import org.jspecify.annotations.NullMarked;
