package org.evenkeel.onchain.collect;

/**
 * What a swap did.
 *
 * @param price of a base token in quote tokens after it, between buying and selling: the pool's mid price
 * @param quoteVolume how many quote tokens went in or out, without those that were lent and given back at once
 */
record Traded(double price, double quoteVolume) {}
