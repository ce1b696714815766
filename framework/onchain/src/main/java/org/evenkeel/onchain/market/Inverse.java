package org.evenkeel.onchain.market;

import java.math.BigInteger;
import java.util.function.Predicate;

/** Finds amounts by what they bring. */
final class Inverse {
    /** So often an amount is doubled before it is said that none suffices. */
    static final int MOST_DOUBLINGS = 40;

    /** An amount that has to bring something is found to one part in a thousand million. */
    private static final int EXACT_BITS = 30;

    /** A limit need not be met any closer than to one part in four thousand. */
    private static final int LIMIT_BITS = 12;

    private Inverse() {}

    /**
     * The least amount that suffices, or a little more.
     *
     * @param most an amount that suffices, or the most there is
     */
    static BigInteger least(BigInteger most, Predicate<BigInteger> suffices) {
        BigInteger low = BigInteger.ZERO;
        BigInteger high = most;
        while (!isClose(low, high, EXACT_BITS)) {
            BigInteger middle = low.add(high).shiftRight(1);
            if (suffices.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /**
     * The largest amount that is allowed, or a little less; 0 where none is.
     *
     * @param guess where to begin
     */
    static BigInteger largest(BigInteger guess, Predicate<BigInteger> allowed) {
        BigInteger low = guess.max(BigInteger.ONE);
        while (low.signum() > 0 && !allowed.test(low)) {
            low = low.shiftRight(1);
        }
        if (low.signum() == 0) {
            return low;
        }
        BigInteger high = low.shiftLeft(1);
        for (int doublings = 0; doublings < MOST_DOUBLINGS && allowed.test(high); doublings++) {
            low = high;
            high = high.shiftLeft(1);
        }
        while (!isClose(low, high, LIMIT_BITS)) {
            BigInteger middle = low.add(high).shiftRight(1);
            if (allowed.test(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean isClose(BigInteger low, BigInteger high, int bits) {
        BigInteger apart = high.subtract(low);
        return apart.compareTo(BigInteger.ONE) <= 0 || apart.bitLength() + bits <= high.bitLength();
    }
}
