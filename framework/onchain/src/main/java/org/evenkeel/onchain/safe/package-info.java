/**
 * A Safe as the wallet: the money is with a contract of its owner, and a hot key that holds nothing but gas speaks for it.
 *
 * <p>Nothing is signed for a Safe but the hot key's own transactions, so that the signer's policy sees all that the key can
 * do. A Safe's own nonce is watched as the key's is: whatever else the Safe did stops everything until a person has looked.
 * Entry type: {@link org.evenkeel.onchain.safe.SafeAccount}.
 */
@NullMarked
package org.evenkeel.onchain.safe;

import org.jspecify.annotations.NullMarked;
