/**
 * Signing transactions: the key's keeper, and what it signs at all, whatever a strategy asks for.
 *
 * <p>Entry type: {@link org.evenkeel.onchain.sign.Signer}.
 */
@NullMarked
package org.evenkeel.onchain.sign;

import org.jspecify.annotations.NullMarked;
