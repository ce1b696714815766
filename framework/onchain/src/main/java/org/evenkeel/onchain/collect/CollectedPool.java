package org.evenkeel.onchain.collect;

import org.evenkeel.market.DataException;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.UsdPegs;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.dex.PoolRef;

/**
 * A pool, and the pair as which its candles are kept.
 *
 * @param ref the pool
 * @param pair the pair, whose tokens are the pool's
 */
public record CollectedPool(PoolRef ref, TradingPair pair) {
    /** The pool's contract. */
    public Address address() {
        return ref.address();
    }

    /** Whether the pair's base is the pool's first token, which has the lower address. */
    boolean baseIsFirst() {
        return address(pair.base().address()).compareTo(address(pair.quote().address())) < 0;
    }

    private Address address(String text) {
        try {
            return new Address(text);
        } catch (IllegalArgumentException noAddress) {
            throw new DataException(
                    pair + " names its token " + text + " by no address, so it is on no chain that can be read.",
                    noAddress);
        }
    }

    /** Whether its quote token stands for a dollar. */
    public boolean isInDollars() {
        return UsdPegs.isPegged(pair.quote());
    }

    /** The pool in words, for messages and records: {@code ethereum:0x…}. */
    public String name() {
        return pair.chain().name() + ':' + address().hex();
    }

    @Override
    public String toString() {
        return pair + " in " + ref;
    }
}
