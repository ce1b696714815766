package org.evenkeel.onchain.pool;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Prices and ticks. A tick is a power of 1.0001; prices are kept as square roots times 2^96 (v3 Core whitepaper, sections
 * 6.1 and 6.2.1). Contracts do not calculate the power but multiply roots 1.0001^(−2^i / 2), rounded to 128 binary
 * places, for the bits of the tick; each product is cut to that again, and so are these.
 */
final class TickMath {
    /** The lowest tick: prices below do not fit 160 bits of which 96 are places. */
    static final int MIN_TICK = -887_272;

    /** The highest tick. */
    static final int MAX_TICK = -MIN_TICK;

    private static final int PLACES = 128;
    private static final int BITS = 20;
    private static final BigInteger ONE = Amounts.powerOfTwo(PLACES);
    private static final BigInteger LARGEST = Amounts.powerOfTwo(256).subtract(BigInteger.ONE);
    private static final BigInteger[] ROOTS = roots();

    /** The square root of the price at the lowest tick. */
    static final BigInteger MIN_SQRT_PRICE = sqrtPrice(MIN_TICK);

    /** The square root of the price at the highest tick, which no pool reaches. */
    static final BigInteger MAX_SQRT_PRICE = sqrtPrice(MAX_TICK);

    private TickMath() {}

    /** 1.0001^(−2^i / 2) with 128 places, for each bit i. */
    private static BigInteger[] roots() {
        MathContext precise = new MathContext(120);
        BigInteger[] roots = new BigInteger[BITS];
        BigDecimal root = BigDecimal.ONE.divide(new BigDecimal("1.0001").sqrt(precise), precise);
        for (int bit = 0; bit < BITS; bit++) {
            roots[bit] = root.multiply(new BigDecimal(ONE))
                    .setScale(0, RoundingMode.HALF_UP)
                    .toBigIntegerExact();
            root = root.multiply(root, precise);
        }
        return roots;
    }

    /** The square root of a tick's price, times 2^96. */
    static BigInteger sqrtPrice(int tick) {
        if (tick < MIN_TICK || tick > MAX_TICK) {
            throw new IllegalArgumentException(
                    "There is no tick " + tick + ": ticks are from " + MIN_TICK + " to " + MAX_TICK + ".");
        }
        BigInteger inverse = ONE;
        for (int left = Math.abs(tick), bit = 0; left != 0; left >>= 1, bit++) {
            if ((left & 1) != 0) {
                inverse = inverse.multiply(ROOTS[bit]).shiftRight(PLACES);
            }
        }
        BigInteger ratio = tick > 0 ? LARGEST.divide(inverse) : inverse;
        BigInteger cut = ratio.shiftRight(PLACES - SqrtPrices.PLACES);
        boolean whole = ratio.getLowestSetBit() >= PLACES - SqrtPrices.PLACES;
        return whole ? cut : cut.add(BigInteger.ONE);
    }

    /** The highest tick whose price is not above this one. */
    static int tickAt(BigInteger sqrtPrice) {
        if (sqrtPrice.compareTo(MIN_SQRT_PRICE) < 0 || sqrtPrice.compareTo(MAX_SQRT_PRICE) >= 0) {
            throw new IllegalArgumentException("No pool has a square root of the price of " + sqrtPrice
                    + " / 2^96: it is from " + MIN_SQRT_PRICE + " to below " + MAX_SQRT_PRICE + ".");
        }
        // A logarithm in floating point is only where to begin: what is compared are whole numbers.
        double log = Math.log(sqrtPrice.doubleValue()) - SqrtPrices.PLACES * Math.log(2);
        int tick = Math.clamp((long) Math.floor(2 * log / Math.log1p(1e-4)), MIN_TICK, MAX_TICK - 1);
        while (sqrtPrice(tick).compareTo(sqrtPrice) > 0) {
            tick--;
        }
        while (sqrtPrice(tick + 1).compareTo(sqrtPrice) <= 0) {
            tick++;
        }
        return tick;
    }
}
