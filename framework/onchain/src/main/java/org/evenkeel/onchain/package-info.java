/**
 * What is done on a chain: pools are read and quoted, transactions made and watched.
 *
 * <p>The rooms beneath: {@code .pool} is exact arithmetic over snapshots of pools and knows no node; {@code .abi} writes
 * and reads what contracts understand; {@code .rpc} asks and tells a chain through its nodes; {@code .dex} reads the pools
 * of an exchange; {@code .config} is what is known of chains beforehand, {@code .token} what tokens are asked; {@code
 * .market} is what a universe trades on a chain at one block; {@code .exec} makes trades of it and books what they came to;
 * {@code .bridge} moves reserves between chains, {@code .safe} is a wallet that another one speaks for; {@code .collect}
 * makes candles of what pools did. Amounts are integers in a token's base units everywhere; an asset is known by its
 * {@link org.evenkeel.onchain.Address}.
 */
@NullMarked
package org.evenkeel.onchain;

import org.jspecify.annotations.NullMarked;
