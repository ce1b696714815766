/**
 * What all tokens understand: questions to their contracts, and the transfers that they log.
 *
 * <p>A token is known by its address, whatever it calls itself. Entry type: {@link org.evenkeel.onchain.token.Erc20}.
 */
@NullMarked
package org.evenkeel.onchain.token;

import org.jspecify.annotations.NullMarked;
