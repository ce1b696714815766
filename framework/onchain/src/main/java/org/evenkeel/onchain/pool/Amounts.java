package org.evenkeel.onchain.pool;

import java.math.BigInteger;
import java.util.Optional;

/** Whole numbers as contracts have them. */
final class Amounts {
    private static final int LARGEST_BITS = 255;

    private Amounts() {}

    /** Why no pool can be asked for this amount, where that is so. */
    static Optional<Quote> refusal(BigInteger amount) {
        requireNotNegative(amount);
        if (amount.signum() == 0) {
            return Optional.of(Quote.unfilled(Quote.Reason.TOO_SMALL));
        }
        return amount.bitLength() > LARGEST_BITS
                ? Optional.of(Quote.unfilled(Quote.Reason.TOO_LARGE))
                : Optional.empty();
    }

    static void requireNotNegative(BigInteger amount) {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("An amount of " + amount + " cannot be quoted: give 0 or more.");
        }
    }

    /** A quotient of numbers that are not negative, rounded up. */
    static BigInteger divideUp(BigInteger dividend, BigInteger divisor) {
        BigInteger[] parts = dividend.divideAndRemainder(divisor);
        return parts[1].signum() == 0 ? parts[0] : parts[0].add(BigInteger.ONE);
    }

    static BigInteger divide(BigInteger dividend, BigInteger divisor, boolean up) {
        return up ? divideUp(dividend, divisor) : dividend.divide(divisor);
    }

    static BigInteger powerOfTwo(int bits) {
        return BigInteger.ONE.shiftLeft(bits);
    }
}
