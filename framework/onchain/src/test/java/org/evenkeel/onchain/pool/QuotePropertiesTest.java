package org.evenkeel.onchain.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Consumer;
import org.evenkeel.testkit.SeededTest;

/** What must hold of every pool, whatever its kind. */
final class QuotePropertiesTest {
    private static final int TRIES = 200;
    private static final int MOST_BITS = 120;

    /** A pool and something to ask it for. */
    private record Try(RandomPools random, PoolState pool, Direction direction, BigInteger amount) {}

    private static void each(long seed, Consumer<Try> check) {
        RandomPools random = new RandomPools(seed);
        for (int number = 0; number < TRIES; number++) {
            check.accept(new Try(random, random.any(), random.direction(), random.amount(MOST_BITS)));
        }
    }

    private static Optional<Swap> in(PoolState pool, Direction direction, BigInteger amount) {
        return pool.quoteExactIn(direction, amount).whole();
    }

    @SeededTest
    void most_quotes_are_filled_and_some_are_not(long seed) {
        int[] filled = new int[1];
        each(seed, a -> filled[0] += in(a.pool, a.direction, a.amount).isPresent() ? 1 : 0);
        assertTrue(filled[0] > TRIES / 4 && filled[0] < TRIES, filled[0] + " of " + TRIES);
    }

    @SeededTest
    void exactly_the_amount_goes_in_or_comes_out(long seed) {
        each(seed, a -> {
            in(a.pool, a.direction, a.amount).ifPresent(swap -> assertEquals(a.amount, swap.amountIn()));
            a.pool.quoteExactOut(a.direction, a.amount)
                    .whole()
                    .ifPresent(swap -> assertEquals(a.amount, swap.amountOut()));
        });
    }

    @SeededTest
    void there_and_back_never_gains(long seed) {
        each(
                seed,
                a -> in(a.pool, a.direction, a.amount)
                        .ifPresent(there -> in(there.after(), a.direction.opposite(), there.amountOut())
                                .ifPresent(
                                        back -> assertTrue(back.amountOut().compareTo(a.amount) <= 0, a.toString()))));
    }

    @SeededTest
    void more_in_brings_no_less_out(long seed) {
        each(seed, a -> {
            Optional<Swap> less = in(a.pool, a.direction, a.amount);
            Optional<Swap> more = in(a.pool, a.direction, a.amount.add(a.random.amount(MOST_BITS)));
            if (less.isPresent() && more.isPresent()) {
                assertTrue(more.get().amountOut().compareTo(less.get().amountOut()) >= 0, a.toString());
            }
        });
    }

    @SeededTest
    void in_two_parts_brings_no_more_than_at_once_but_for_the_rounding_of_a_fee(long seed) {
        each(
                seed,
                a -> in(a.pool, a.direction, a.amount).ifPresent(first -> {
                    BigInteger rest = a.random.amount(MOST_BITS);
                    Optional<Swap> second = in(first.after(), a.direction, rest);
                    Optional<Swap> once = in(a.pool, a.direction, a.amount.add(rest));
                    if (second.isPresent() && once.isPresent()) {
                        BigInteger parts = first.amountOut().add(second.get().amountOut());
                        // A step rounds its fee up by less than a unit, which the other way may come to bring more than
                        // a unit.
                        BigInteger unit = in(
                                        a.pool,
                                        a.direction,
                                        BigInteger.valueOf(2L + once.get().ticksCrossed()))
                                .map(Swap::amountOut)
                                .orElse(BigInteger.ZERO);
                        BigInteger slack =
                                a.pool instanceof ConstantProductPool ? BigInteger.ZERO : unit.add(BigInteger.TEN);
                        assertTrue(parts.compareTo(once.get().amountOut().add(slack)) <= 0, a.toString());
                    }
                }));
    }

    @SeededTest
    void what_a_quote_brings_costs_no_more_than_was_quoted(long seed) {
        each(
                seed,
                a -> in(a.pool, a.direction, a.amount).ifPresent(forward -> {
                    Quote backward = a.pool.quoteExactOut(a.direction, forward.amountOut());
                    // A pair's contract asks for one unit too many where the division is even.
                    BigInteger allowed =
                            a.pool instanceof ConstantProductPool ? a.amount.add(BigInteger.ONE) : a.amount;
                    backward.whole()
                            .ifPresent(swap -> assertTrue(swap.amountIn().compareTo(allowed) <= 0, a.toString()));
                }));
    }

    @SeededTest
    void what_an_exact_output_costs_brings_it(long seed) {
        each(
                seed,
                a -> a.pool.quoteExactOut(a.direction, a.amount).whole().ifPresent(backward -> {
                    Optional<Swap> forward = in(a.pool, a.direction, backward.amountIn());
                    assertTrue(forward.isPresent(), a.toString());
                    assertTrue(forward.get().amountOut().compareTo(a.amount) >= 0, a.toString());
                }));
    }

    @SeededTest
    void nothing_is_bought_below_the_mid_price(long seed) {
        each(
                seed,
                a -> in(a.pool, a.direction, a.amount)
                        .ifPresent(swap -> assertTrue(
                                swap.amountOut().compareTo(a.pool.atMidPrice(a.direction, a.amount)) <= 0,
                                a.toString())));
    }

    @SeededTest
    void the_product_of_reserves_never_falls(long seed) {
        RandomPools random = new RandomPools(seed);
        for (int number = 0; number < TRIES; number++) {
            ConstantProductPool pool = random.constantProduct();
            in(pool, random.direction(), random.amount(MOST_BITS)).ifPresent(swap -> {
                ConstantProductPool after = (ConstantProductPool) swap.after();
                assertTrue(after.reserve0()
                                .multiply(after.reserve1())
                                .compareTo(pool.reserve0().multiply(pool.reserve1()))
                        >= 0);
            });
        }
    }

    @SeededTest
    void amounts_that_cannot_be_are_refused(long seed) {
        each(seed, a -> {
            assertThrows(IllegalArgumentException.class, () -> a.pool.quoteExactIn(a.direction, a.amount.negate()));
            assertThrows(IllegalArgumentException.class, () -> a.pool.atMidPrice(a.direction, a.amount.negate()));
            assertEquals(Quote.unfilled(Quote.Reason.TOO_SMALL), a.pool.quoteExactOut(a.direction, BigInteger.ZERO));
            assertEquals(
                    Quote.unfilled(Quote.Reason.TOO_LARGE), a.pool.quoteExactIn(a.direction, Amounts.powerOfTwo(255)));
            assertFalse(a.pool.quoteExactOut(a.direction, Amounts.powerOfTwo(200))
                    .whole()
                    .isPresent());
        });
    }
}
