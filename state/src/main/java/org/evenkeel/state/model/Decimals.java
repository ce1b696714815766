package org.evenkeel.state.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** From doubles to exact decimals, and which decimals can be booked at all. */
public final class Decimals {
    /** The decimals that money is rounded to where no token says otherwise. */
    public static final int MONEY = 6;

    /** The most digits that an amount may have, before and after the point together. */
    public static final int MAX_DIGITS = 200;

    private static final double EXACT_LONG = 1L << 53;
    private static final double[] POWERS = new double[19];

    static {
        for (int power = 0; power < POWERS.length; power++) {
            POWERS[power] = Double.parseDouble("1e" + power);
        }
    }

    private Decimals() {}

    /**
     * The number cut off toward zero after so many decimals, or after fewer where a double does not carry that many
     * digits: an 18-decimal token held by the thousand is kept to 12 decimals, which is all that the double knew.
     *
     * @param value a finite number
     * @param decimals how many decimals at the most, 0 or more
     * @throws ArithmeticException when the value is not finite
     */
    public static BigDecimal truncated(double value, int decimals) {
        if (!Double.isFinite(value)) {
            throw new ArithmeticException("An amount of " + value + " cannot be booked: it is not a number.");
        }
        int scale = Math.min(decimals, POWERS.length - 1);
        while (scale > 0 && Math.abs(value) * POWERS[scale] >= EXACT_LONG) {
            scale--;
        }
        double scaled = value * POWERS[scale];
        return Math.abs(scaled) < EXACT_LONG
                ? BigDecimal.valueOf((long) scaled, scale)
                : BigDecimal.valueOf(value).setScale(0, RoundingMode.DOWN);
    }

    /** All of the amounts together; 0 of none. */
    public static BigDecimal sum(Iterable<BigDecimal> amounts) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal amount : amounts) {
            sum = sum.add(amount);
        }
        return sum;
    }

    /**
     * Makes sure that an amount can be written out in full. A short text such as {@code 1e999999999} stands for a
     * number that no memory holds.
     *
     * @param amount the amount
     * @param what what it is, for the message
     * @throws IllegalArgumentException when it has more than {@link #MAX_DIGITS} digits
     */
    public static void requireBookable(BigDecimal amount, String what) {
        int scale = amount.scale();
        if (scale < -MAX_DIGITS || scale > MAX_DIGITS || amount.precision() > MAX_DIGITS) {
            throw new IllegalArgumentException(what + " of " + amount.precision() + " digits and scale " + scale
                    + " cannot be booked: an amount has at most " + MAX_DIGITS + " digits.");
        }
    }

    /** The number as money, cut off toward zero after {@link #MONEY} decimals. */
    public static BigDecimal money(double value) {
        return truncated(value, MONEY);
    }
}
