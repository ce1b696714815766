/**
 * The words that contracts speak in: arguments written and answers read by the Solidity ABI, by hand for the few shapes
 * that are used here.
 *
 * <p>Entry type: {@link org.evenkeel.onchain.abi.Function}.
 */
@NullMarked
package org.evenkeel.onchain.abi;

import org.jspecify.annotations.NullMarked;
