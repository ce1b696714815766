package org.evenkeel.onchain.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

final class ConcentratedPoolTest {
    private static final BigInteger LIQUIDITY = BigInteger.TEN.pow(18);
    private static final BigInteger AT_PAR = Amounts.powerOfTwo(96);

    /** At a price of 1, with the net liquidity of each tick. */
    private static ConcentratedPool pool(int spacing, Map<Integer, BigInteger> net) {
        TickTable ticks = TickTable.of(spacing, new TreeMap<>(net));
        return new ConcentratedPool(RandomPools.pool(3000), AT_PAR, 0, ticks.liquidityAt(0), ticks);
    }

    private static ConcentratedPool oneRange(int lower, int upper) {
        return pool(60, Map.of(lower, LIQUIDITY, upper, LIQUIDITY.negate()));
    }

    @SeededTest
    void within_a_range_it_trades_as_a_constant_product_of_virtual_reserves(long seed) {
        RandomPools random = new RandomPools(seed);
        // At a price of 1 the virtual reserves are both L; six hundred ticks are six percent away.
        ConstantProductPool reserves = new ConstantProductPool(RandomPools.pool(3000), LIQUIDITY, LIQUIDITY);
        for (int number = 0; number < 100; number++) {
            BigInteger amount = random.amount(54);
            Direction direction = random.direction();
            BigInteger exact = reserves.quoteExactIn(direction, amount)
                    .whole()
                    .map(Swap::amountOut)
                    .orElse(BigInteger.ZERO);
            Quote quote = oneRange(-600, 600).quoteExactIn(direction, amount);
            BigInteger out = quote.whole().map(Swap::amountOut).orElse(BigInteger.ZERO);
            assertTrue(exact.subtract(out).abs().compareTo(BigInteger.TWO) <= 0, amount + ": " + exact + ", " + out);
        }
    }

    @Test
    void the_end_of_a_word_of_the_bitmap_is_no_initialised_tick() {
        Swap swap = oneRange(-60 * 600, 60 * 600)
                .quoteExactIn(Direction.ZERO_FOR_ONE, LIQUIDITY)
                .whole()
                .orElseThrow();
        assertEquals(0, swap.ticksCrossed());
        assertTrue(((ConcentratedPool) swap.after()).tick() < -60 * 200);
    }

    @Test
    void a_swap_goes_through_a_gap_and_on_with_the_liquidity_beyond() {
        ConcentratedPool pool =
                pool(60, Map.of(-60, LIQUIDITY, 60, LIQUIDITY.negate(), 60_000, LIQUIDITY, 60_060, LIQUIDITY.negate()));
        BigInteger first = SqrtPrices.amount1(AT_PAR, TickMath.sqrtPrice(60), LIQUIDITY, true);
        Swap swap = pool.quoteExactIn(Direction.ONE_FOR_ZERO, first.multiply(BigInteger.TWO))
                .whole()
                .orElseThrow();
        ConcentratedPool after = (ConcentratedPool) swap.after();
        assertEquals(2, swap.ticksCrossed());
        assertTrue(after.tick() >= 60_000, after.toString());
        assertEquals(LIQUIDITY, after.liquidity());
    }

    @Test
    void a_pool_that_is_emptied_says_what_it_would_take_and_give() {
        ConcentratedPool pool = oneRange(-60, 60);
        BigInteger held = SqrtPrices.amount1(TickMath.sqrtPrice(-60), AT_PAR, LIQUIDITY, false);
        Quote.Unfilled in = (Quote.Unfilled) pool.quoteExactIn(Direction.ZERO_FOR_ONE, LIQUIDITY);
        assertEquals(Quote.Reason.NOT_ENOUGH_LIQUIDITY, in.reason());
        assertEquals(held, in.most().orElseThrow().amountOut());
        assertTrue(in.most().orElseThrow().amountIn().compareTo(LIQUIDITY) < 0);

        Quote.Unfilled out = (Quote.Unfilled) pool.quoteExactOut(Direction.ZERO_FOR_ONE, held.add(BigInteger.ONE));
        assertEquals(
                in.most().orElseThrow().amountIn(), out.most().orElseThrow().amountIn());
        assertEquals(
                held,
                pool.quoteExactOut(Direction.ZERO_FOR_ONE, held)
                        .whole()
                        .orElseThrow()
                        .amountOut());
    }

    @Test
    void an_empty_pool_fills_nothing() {
        Quote.Unfilled quote = (Quote.Unfilled) pool(1, Map.of()).quoteExactIn(Direction.ONE_FOR_ZERO, BigInteger.TEN);
        assertEquals(Quote.Reason.NOT_ENOUGH_LIQUIDITY, quote.reason());
        assertEquals(BigInteger.ZERO, quote.most().orElseThrow().amountIn());
    }

    @Test
    void what_brings_nothing_is_too_small() {
        assertEquals(
                Quote.Reason.TOO_SMALL,
                ((Quote.Unfilled) oneRange(-60, 60).quoteExactIn(Direction.ZERO_FOR_ONE, BigInteger.ONE)).reason());
    }

    @Test
    void a_price_that_falls_onto_a_tick_is_below_it_and_rises_from_there() {
        ConcentratedPool pool = pool(
                60,
                Map.of(
                        -120,
                        LIQUIDITY,
                        -60,
                        LIQUIDITY,
                        60,
                        LIQUIDITY.multiply(BigInteger.TWO).negate()));
        BigInteger toEdge = SqrtPrices.amount1(TickMath.sqrtPrice(-60), AT_PAR, pool.liquidity(), false);
        Swap there = pool.quoteExactOut(Direction.ZERO_FOR_ONE, toEdge).whole().orElseThrow();
        ConcentratedPool edge = (ConcentratedPool) there.after();
        assertEquals(-61, edge.tick());
        assertEquals(TickMath.sqrtPrice(-60), edge.sqrtPriceX96());
        assertEquals(LIQUIDITY, edge.liquidity());
        Swap back = edge.quoteExactIn(Direction.ONE_FOR_ZERO, BigInteger.valueOf(1_000_000))
                .whole()
                .orElseThrow();
        assertEquals(1, back.ticksCrossed());
        assertEquals(pool.liquidity(), ((ConcentratedPool) back.after()).liquidity());
    }

    @Test
    void parts_that_were_read_at_different_blocks_are_refused() {
        ConcentratedPool pool = oneRange(-60, 60);
        assertThrows(
                IllegalArgumentException.class,
                () -> new ConcentratedPool(pool.pool(), pool.sqrtPriceX96(), 5, pool.liquidity(), pool.ticks()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ConcentratedPool(pool.pool(), pool.sqrtPriceX96(), 0, BigInteger.ONE, pool.ticks()));
        assertThrows(IllegalArgumentException.class, () -> pool(60, Map.of(-60, LIQUIDITY)));
        assertThrows(IllegalArgumentException.class, () -> pool(60, Map.of(-61, LIQUIDITY, 60, LIQUIDITY.negate())));
        assertThrows(IllegalArgumentException.class, () -> pool(0, Map.of()));
    }

    @Test
    void products_too_large_for_a_word_are_rounded_as_the_contract_does() {
        // L * 2^96 over L * 2^96 / P + amount, the contract's way out where amount * P passes 2^256.
        BigInteger price = TickMath.sqrtPrice(866_000);
        BigInteger amount = Amounts.powerOfTwo(100);
        BigInteger liquidity = Amounts.powerOfTwo(120);
        BigInteger scaled = liquidity.shiftLeft(96);
        BigInteger product = amount.multiply(price);
        BigInteger expected = Amounts.divideUp(scaled, scaled.divide(price).add(amount));
        assertTrue(product.bitLength() > 256);
        assertNotEquals(Amounts.divideUp(scaled.multiply(price), scaled.add(product)), expected);
        assertEquals(expected, SqrtPrices.afterToken0In(price, liquidity, amount));
    }
}
