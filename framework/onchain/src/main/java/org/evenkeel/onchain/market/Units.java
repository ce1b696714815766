package org.evenkeel.onchain.market;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.evenkeel.market.Token;
import org.evenkeel.onchain.Address;

/** Between amounts of a token as people write them and its base units. */
public final class Units {
    private Units() {}

    /** The address of a token on its chain. */
    public static Address address(Token token) {
        return new Address(token.address());
    }

    /** Whole base units, cut off toward zero. */
    public static BigInteger of(BigDecimal amount, Token token) {
        return amount.movePointRight(token.decimals())
                .setScale(0, RoundingMode.DOWN)
                .toBigIntegerExact();
    }

    /** Exactly, without zeros at the end. */
    public static BigDecimal amount(BigInteger units, Token token) {
        BigDecimal amount = new BigDecimal(units, token.decimals()).stripTrailingZeros();
        return amount.scale() < 0 ? amount.setScale(0) : amount;
    }

    /** The nearest double. */
    static double approximately(BigInteger units, Token token) {
        return new BigDecimal(units, token.decimals()).doubleValue();
    }

    /** A double that is no more than the amount. */
    static double atMost(BigInteger units, Token token) {
        BigDecimal exact = new BigDecimal(units, token.decimals());
        double nearest = exact.doubleValue();
        return BigDecimal.valueOf(nearest).compareTo(exact) <= 0 ? nearest : Math.nextDown(nearest);
    }

    /** Base units of a double that may have been rounded up: no more than what was meant, and at most a rounding less. */
    static BigInteger atMost(double amount, Token token) {
        return amount <= 0 ? BigInteger.ZERO : of(BigDecimal.valueOf(Math.nextDown(amount)), token);
    }

    /** Base units of the shortest decimal that the double stands for: 0.3 is three tenths. */
    static BigInteger of(double amount, Token token) {
        return of(BigDecimal.valueOf(amount), token);
    }
}
