/**
 * Transactions that swap, as values: what is to be called, with what, until when. Nothing is signed or sent here.
 *
 * <p>Exchanges and their forks are configuration: where the router is, which kind it is of, which factories' pools it
 * finds and by which hash. Entry type: {@link org.evenkeel.onchain.swap.SwapCalls}.
 */
@NullMarked
package org.evenkeel.onchain.swap;

import org.jspecify.annotations.NullMarked;
