package org.evenkeel.onchain.pool;

import java.math.BigInteger;

/**
 * What a move of the price costs and brings where liquidity L is constant (v3 Core whitepaper, section 6.2.3): the
 * second token's amount is L times the move of √P, the first one's L times the move of 1/√P. Prices are √P · 2^96.
 * Rounding is always in favour of the pool.
 */
final class SqrtPrices {
    /** The binary places of a square root of a price. */
    static final int PLACES = 96;

    private static final int WORD_BITS = 256;

    private SqrtPrices() {}

    /** How much of the first token lies between two prices: L · (1/√P_low − 1/√P_high). */
    static BigInteger amount0(BigInteger low, BigInteger high, BigInteger liquidity, boolean up) {
        return Amounts.divide(liquidity.shiftLeft(PLACES).multiply(high.subtract(low)), high.multiply(low), up);
    }

    /** How much of the second token lies between two prices: L · (√P_high − √P_low). */
    static BigInteger amount1(BigInteger low, BigInteger high, BigInteger liquidity, boolean up) {
        return Amounts.divide(liquidity.multiply(high.subtract(low)), Amounts.powerOfTwo(PLACES), up);
    }

    /** The lower price after so much of the first token went in: L·√P / (L + amount·√P), rounded up. */
    static BigInteger afterToken0In(BigInteger price, BigInteger liquidity, BigInteger amount) {
        BigInteger scaled = liquidity.shiftLeft(PLACES);
        BigInteger product = amount.multiply(price);
        BigInteger divisor = scaled.add(product);
        if (product.bitLength() > WORD_BITS || divisor.bitLength() > WORD_BITS) {
            // Too large for the contract's words: it takes the less precise L / (L/√P + amount) there.
            return Amounts.divideUp(scaled, scaled.divide(price).add(amount));
        }
        return Amounts.divideUp(scaled.multiply(price), divisor);
    }

    /** The higher price after so much of the first token came out: L·√P / (L − amount·√P), rounded up. */
    static BigInteger afterToken0Out(BigInteger price, BigInteger liquidity, BigInteger amount) {
        BigInteger scaled = liquidity.shiftLeft(PLACES);
        return Amounts.divideUp(scaled.multiply(price), scaled.subtract(amount.multiply(price)));
    }

    /** The higher price after so much of the second token went in: √P + amount/L, rounded down. */
    static BigInteger afterToken1In(BigInteger price, BigInteger liquidity, BigInteger amount) {
        return price.add(amount.shiftLeft(PLACES).divide(liquidity));
    }

    /** The lower price after so much of the second token came out: √P − amount/L, rounded down. */
    static BigInteger afterToken1Out(BigInteger price, BigInteger liquidity, BigInteger amount) {
        return price.subtract(Amounts.divideUp(amount.shiftLeft(PLACES), liquidity));
    }
}
