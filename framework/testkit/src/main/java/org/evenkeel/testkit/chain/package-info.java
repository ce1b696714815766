/**
 * A blockchain of one's own for a test: a real node on this machine, real contracts of the DEXes on it, pools with
 * liquidity.
 *
 * <p>A test class declares a {@link org.evenkeel.testkit.chain.LocalChain} for each chain that it wants and sets up a
 * {@link org.evenkeel.testkit.chain.TestDex} on it. The node and the contracts come from npm, into the folder
 * {@code chain} of this module; where npm is missing such tests are skipped with that reason, unless the environment
 * variable {@code REQUIRE_CHAIN} is {@code true}: then they fail.
 *
 * <p>Nothing here shares code with what it tests: calls are encoded and answers read by a few lines of its own.
 */
@NullMarked
package org.evenkeel.testkit.chain;

import org.jspecify.annotations.NullMarked;
