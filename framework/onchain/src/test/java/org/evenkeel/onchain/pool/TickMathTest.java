package org.evenkeel.onchain.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

final class TickMathTest {
    private static final MathContext PRECISE = new MathContext(80);

    @Test
    void the_first_and_last_prices_are_those_that_the_contracts_publish() {
        assertEquals(new BigInteger("4295128739"), TickMath.MIN_SQRT_PRICE);
        assertEquals(new BigInteger("1461446703485210103287273052203988822378723970342"), TickMath.MAX_SQRT_PRICE);
        assertEquals(Amounts.powerOfTwo(96), TickMath.sqrtPrice(0));
    }

    @SeededTest
    void a_price_is_the_root_of_a_power_but_for_what_is_cut(long seed) {
        RandomPools random = new RandomPools(seed);
        for (int number = 0; number < 20; number++) {
            int tick = random.below(2 * TickMath.MAX_TICK + 1) - TickMath.MAX_TICK;
            BigDecimal exact = new BigDecimal("1.0001")
                    .pow(tick, PRECISE)
                    .sqrt(PRECISE)
                    .multiply(new BigDecimal(Amounts.powerOfTwo(96)));
            BigDecimal error = new BigDecimal(TickMath.sqrtPrice(tick)).subtract(exact);
            // Up to twenty products are each cut to 128 places, and above a price of 1 the result is inverted.
            BigDecimal inversion = exact.divide(new BigDecimal(Amounts.powerOfTwo(96)), PRECISE)
                    .max(BigDecimal.ONE);
            BigDecimal slack = exact.multiply(inversion)
                    .multiply(BigDecimal.valueOf(40))
                    .divide(new BigDecimal(Amounts.powerOfTwo(128)), PRECISE)
                    .add(BigDecimal.ONE);
            assertTrue(error.abs().compareTo(slack) <= 0, tick + ": " + error);
        }
    }

    @SeededTest
    void a_tick_is_the_highest_whose_price_is_not_above(long seed) {
        RandomPools random = new RandomPools(seed);
        for (int number = 0; number < 200; number++) {
            int tick = random.below(2 * TickMath.MAX_TICK) - TickMath.MAX_TICK;
            BigInteger price = TickMath.sqrtPrice(tick);
            assertEquals(tick, TickMath.tickAt(price));
            assertEquals(tick, TickMath.tickAt(TickMath.sqrtPrice(tick + 1).subtract(BigInteger.ONE)));
        }
    }

    @Test
    void what_lies_beyond_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> TickMath.sqrtPrice(TickMath.MAX_TICK + 1));
        assertThrows(IllegalArgumentException.class, () -> TickMath.sqrtPrice(TickMath.MIN_TICK - 1));
        assertThrows(IllegalArgumentException.class, () -> TickMath.tickAt(TickMath.MAX_SQRT_PRICE));
        assertThrows(
                IllegalArgumentException.class,
                () -> TickMath.tickAt(TickMath.MIN_SQRT_PRICE.subtract(BigInteger.ONE)));
        assertEquals(TickMath.MAX_TICK - 1, TickMath.tickAt(TickMath.MAX_SQRT_PRICE.subtract(BigInteger.ONE)));
        assertEquals(TickMath.MIN_TICK, TickMath.tickAt(TickMath.MIN_SQRT_PRICE));
    }
}
