/**
 * A Safe as the wallet: the money is with a contract, and a hot key that holds nothing but gas moves it. The key is an owner
 * that speaks for the Safe alone, or none, but a member of a role in a Roles modifier (of Zodiac) that is a module of the
 * Safe; then the chain holds it to the contracts, functions and arguments that the owners allowed the role.
 *
 * <p>Nothing is signed for a Safe but the hot key's own transactions, so that the signer's policy sees all that the key can
 * do. Where the key is an owner, the Safe's own nonce is watched as the key's is: whatever else the Safe did stops everything
 * until a person has looked. Where it is not, what the owners do is theirs to do, and the balances show it. Entry type:
 * {@link org.evenkeel.onchain.safe.SafeAccess}.
 */
@NullMarked
package org.evenkeel.onchain.safe;

import org.jspecify.annotations.NullMarked;
