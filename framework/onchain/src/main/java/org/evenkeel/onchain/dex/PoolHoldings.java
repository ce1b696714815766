package org.evenkeel.onchain.dex;

import java.math.BigInteger;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.pool.PoolState;

/**
 * A pool at a block with what lies in it.
 *
 * @param state what it would do
 * @param held0 how much it has of its first token, in base units: what is owed to those who provided it included
 * @param held1 of its second token
 */
public record PoolHoldings(PoolState state, BigInteger held0, BigInteger held1) {
    /**
     * How much it has of a token.
     *
     * @throws IllegalArgumentException when it is none of the pool's
     */
    public BigInteger held(Address token) {
        return switch (state.pool().selling(token)) {
            case ZERO_FOR_ONE -> held0;
            case ONE_FOR_ZERO -> held1;
        };
    }
}
