package org.evenkeel.onchain.risk;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Shares in hundredths of a percent, and dollars. */
final class Bps {
    static final int ALL = 10_000;

    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigInteger ALL_EXACT = BigInteger.valueOf(ALL);

    private Bps() {}

    static void requireShare(String name, int bps) {
        if (bps < 0 || bps > ALL) {
            throw new IllegalArgumentException(name + " is " + bps + ": a share is 0 to " + ALL + ".");
        }
    }

    static void requireUsd(String name, BigDecimal amount) {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException(name + " is " + amount.toPlainString() + ": give 0 or more dollars.");
        }
    }

    /** Dollars as a person reads them: in cents, and exactly where they are less than one. */
    static String usd(BigDecimal amount) {
        boolean small = amount.signum() != 0 && amount.abs().compareTo(CENT) < 0;
        return small
                ? amount.stripTrailingZeros().toPlainString()
                : amount.setScale(CENT.scale(), RoundingMode.HALF_UP).toPlainString();
    }

    /** An amount, doubled so often. */
    static BigDecimal doubled(BigDecimal amount, int times) {
        return amount.multiply(BigDecimal.TWO.pow(times));
    }

    /** What is left of an amount when so much is taken off, rounded up. */
    static BigInteger left(BigInteger amount, int offBps) {
        return divideUp(amount.multiply(BigInteger.valueOf((long) ALL - offBps)), ALL_EXACT);
    }

    /** By how much the actual amount is below the expected one, rounded up; 0 where it is not. */
    static int below(BigInteger expected, BigInteger actual) {
        if (actual.compareTo(expected) >= 0) {
            return 0;
        }
        return divideUp(expected.subtract(actual).multiply(ALL_EXACT), expected).intValueExact();
    }

    private static BigInteger divideUp(BigInteger dividend, BigInteger divisor) {
        BigInteger[] parts = dividend.divideAndRemainder(divisor);
        return parts[1].signum() == 0 ? parts[0] : parts[0].add(BigInteger.ONE);
    }
}
