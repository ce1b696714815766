/**
 * What is done on a chain: pools are read and quoted, transactions made and watched.
 *
 * <p>The rooms beneath: {@code .pool} is exact arithmetic over snapshots of pools and knows no node. Amounts are integers
 * in a token's base units everywhere; an asset is known by its {@link org.evenkeel.onchain.Address}.
 */
@NullMarked
package org.evenkeel.onchain;

import org.jspecify.annotations.NullMarked;
