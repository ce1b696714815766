/**
 * What is done on a chain: pools are read and quoted, transactions made and watched.
 *
 * <p>The rooms beneath: {@code .pool} is exact arithmetic over snapshots of pools and knows no node; {@code .abi} writes
 * and reads what contracts understand; {@code .rpc} asks and tells a chain through its nodes; {@code .dex} reads the pools
 * of an exchange; {@code .market} is what a universe trades on a chain at one block; {@code .exec} makes trades of it and
 * books what they came to. Amounts are integers in a token's base units everywhere; an asset is known by its
 * {@link org.evenkeel.onchain.Address}.
 */
@NullMarked
package org.evenkeel.onchain;

import org.jspecify.annotations.NullMarked;
