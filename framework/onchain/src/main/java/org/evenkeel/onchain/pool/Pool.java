package org.evenkeel.onchain.pool;

import org.evenkeel.onchain.Address;

/**
 * What of a pool never changes.
 *
 * @param address the pool's contract
 * @param token0 the token with the lower address
 * @param token1 the token with the higher address
 * @param feePips the fee in millionths of what goes in: 3000 is 0.3 %
 */
public record Pool(Address address, Address token0, Address token1, int feePips) {
    /** A fee of everything. */
    public static final int ALL_PIPS = 1_000_000;

    /**
     * @throws IllegalArgumentException when the tokens are the same or out of order, or the fee is no part of the whole
     */
    public Pool {
        if (token0.compareTo(token1) >= 0) {
            throw new IllegalArgumentException("Pool " + address + " has token0 " + token0 + " and token1 " + token1
                    + ": they are two tokens, the lower address first.");
        }
        if (feePips < 0 || feePips >= ALL_PIPS) {
            throw new IllegalArgumentException("The fee of pool " + address + " is " + feePips
                    + " millionths: 0 to below " + ALL_PIPS + " are possible.");
        }
    }

    /**
     * The direction in which this token goes in.
     *
     * @throws IllegalArgumentException when it is none of the pool's
     */
    public Direction selling(Address token) {
        if (token.equals(token0)) {
            return Direction.ZERO_FOR_ONE;
        }
        if (token.equals(token1)) {
            return Direction.ONE_FOR_ZERO;
        }
        throw new IllegalArgumentException(
                "Pool " + address + " trades " + token0 + " and " + token1 + ", not " + token + ".");
    }

    /** The token that goes in. */
    public Address tokenIn(Direction direction) {
        return direction == Direction.ZERO_FOR_ONE ? token0 : token1;
    }

    /** The token that comes out. */
    public Address tokenOut(Direction direction) {
        return tokenIn(direction.opposite());
    }
}
