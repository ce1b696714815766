package org.evenkeel.onchain.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

final class ConstantProductPoolTest {
    private static final BigInteger LARGEST = Amounts.powerOfTwo(112).subtract(BigInteger.ONE);

    private static ConstantProductPool pool(int feePips, long reserve0, long reserve1) {
        return new ConstantProductPool(
                RandomPools.pool(feePips), BigInteger.valueOf(reserve0), BigInteger.valueOf(reserve1));
    }

    private static Quote.Reason reason(Quote quote) {
        return ((Quote.Unfilled) quote).reason();
    }

    @Test
    void the_fee_stays_with_the_pool() {
        // 1000 in, of which 997 trade: 997 * 20000 / (10000 + 997) = 1813.2
        Swap swap = pool(3000, 10_000, 20_000)
                .quoteExactIn(Direction.ZERO_FOR_ONE, BigInteger.valueOf(1000))
                .whole()
                .orElseThrow();
        assertEquals(new Swap(BigInteger.valueOf(1000), BigInteger.valueOf(1813), pool(3000, 11_000, 18_187), 0), swap);
    }

    @SeededTest
    void a_quote_is_the_fraction_of_the_whitepaper_rounded_down(long seed) {
        RandomPools random = new RandomPools(seed);
        for (int number = 0; number < 200; number++) {
            ConstantProductPool pool = random.constantProduct();
            BigInteger amount = random.amount(100);
            // out = in * (1 - f) * R_out / (R_in + in * (1 - f)), in decimals
            BigDecimal kept =
                    BigDecimal.valueOf(1_000_000L - pool.pool().feePips(), 6).multiply(new BigDecimal(amount));
            BigInteger expected = kept.multiply(new BigDecimal(pool.reserve0()))
                    .divide(new BigDecimal(pool.reserve1()).add(kept), 0, RoundingMode.FLOOR)
                    .toBigInteger();
            pool.quoteExactIn(Direction.ONE_FOR_ZERO, amount)
                    .whole()
                    .ifPresent(swap -> assertEquals(expected, swap.amountOut()));
        }
    }

    @Test
    void the_fee_of_a_fork_is_a_setting() {
        BigInteger amount = BigInteger.valueOf(1_000_000);
        ConstantProductPool uniswap = pool(3000, 1_000_000_000, 1_000_000_000);
        ConstantProductPool pancake = pool(2500, 1_000_000_000, 1_000_000_000);
        // 997000 and 997500 trade: the pool's answer to x is x * 10^9 / (10^9 + x)
        assertEquals(
                BigInteger.valueOf(996_006),
                uniswap.quoteExactIn(Direction.ONE_FOR_ZERO, amount)
                        .whole()
                        .orElseThrow()
                        .amountOut());
        assertEquals(
                BigInteger.valueOf(996_505),
                pancake.quoteExactIn(Direction.ONE_FOR_ZERO, amount)
                        .whole()
                        .orElseThrow()
                        .amountOut());
    }

    @Test
    void a_pool_is_never_emptied() {
        ConstantProductPool pool = pool(3000, 10_000, 20_000);
        assertEquals(
                Quote.Reason.NOT_ENOUGH_LIQUIDITY,
                reason(pool.quoteExactOut(Direction.ZERO_FOR_ONE, BigInteger.valueOf(20_000))));
        assertEquals(
                BigInteger.valueOf(200_591_776),
                pool.quoteExactOut(Direction.ZERO_FOR_ONE, BigInteger.valueOf(19_999))
                        .whole()
                        .orElseThrow()
                        .amountIn());
        assertEquals(
                Quote.Reason.NOT_ENOUGH_LIQUIDITY,
                reason(pool(3000, 0, 0).quoteExactIn(Direction.ZERO_FOR_ONE, BigInteger.TEN)));
        assertEquals(BigInteger.ZERO, pool(3000, 0, 0).atMidPrice(Direction.ZERO_FOR_ONE, BigInteger.TEN));
    }

    @Test
    void what_brings_nothing_or_overflows_the_reserves_is_not_quoted() {
        ConstantProductPool pool = pool(3000, 20_000, 10_000);
        assertEquals(Quote.Reason.TOO_SMALL, reason(pool.quoteExactIn(Direction.ZERO_FOR_ONE, BigInteger.ONE)));
        assertEquals(Quote.Reason.TOO_LARGE, reason(pool.quoteExactIn(Direction.ZERO_FOR_ONE, LARGEST)));
        assertEquals(
                LARGEST,
                pool.quoteExactIn(Direction.ZERO_FOR_ONE, LARGEST.subtract(BigInteger.valueOf(20_000)))
                        .whole()
                        .map(swap -> ((ConstantProductPool) swap.after()).reserve0())
                        .orElseThrow());
    }

    @Test
    void impossible_pools_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> pool(3000, -1, 1));
        assertThrows(IllegalArgumentException.class, () -> pool(1_000_000, 1, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ConstantProductPool(RandomPools.pool(0), BigInteger.ONE, LARGEST.add(BigInteger.ONE)));
    }

    @Test
    void the_direction_follows_from_the_token_sold() {
        Pool pool = RandomPools.pool(3000);
        assertEquals(Direction.ZERO_FOR_ONE, pool.selling(RandomPools.TOKEN0));
        assertEquals(Direction.ONE_FOR_ZERO, pool.selling(RandomPools.TOKEN1));
        assertEquals(RandomPools.TOKEN1, pool.tokenOut(Direction.ZERO_FOR_ONE));
        assertThrows(IllegalArgumentException.class, () -> pool.selling(pool.address()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Pool(pool.address(), RandomPools.TOKEN0, RandomPools.TOKEN0, 3000));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Pool(pool.address(), RandomPools.TOKEN1, RandomPools.TOKEN0, 3000));
    }
}
