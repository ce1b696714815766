package org.evenkeel.onchain.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class TickTableTest {
    private static final BigInteger SOME = BigInteger.TEN;
    private static final TickTable ONE_RANGE = table(10, -40_000, 2_560);

    private static TickTable table(int spacing, int lower, int upper) {
        return TickTable.of(spacing, new TreeMap<>(Map.of(lower, SOME, upper, SOME.negate())));
    }

    private static void assertNext(
            int expected, boolean initialised, int tick, Direction direction, boolean liquidity) {
        assertEquals(new TickTable.Next(expected, initialised), ONE_RANGE.next(tick, direction, liquidity));
    }

    @Test
    void with_liquidity_a_step_ends_with_its_word_of_256_ticks() {
        assertNext(2_550, false, 5, Direction.ONE_FOR_ZERO, true);
        assertNext(2_550, false, 2_549, Direction.ONE_FOR_ZERO, true);
        assertNext(0, false, 5, Direction.ZERO_FOR_ONE, true);
        assertNext(0, false, 0, Direction.ZERO_FOR_ONE, true);
        assertNext(-2_560, false, -1, Direction.ZERO_FOR_ONE, true);
        assertNext(-10, false, -11, Direction.ONE_FOR_ZERO, true);
    }

    @Test
    void an_initialised_tick_is_found_from_within_its_word() {
        assertNext(2_560, true, 2_550, Direction.ONE_FOR_ZERO, true);
        assertNext(5_110, false, 2_560, Direction.ONE_FOR_ZERO, true);
        assertNext(2_560, true, 2_560, Direction.ZERO_FOR_ONE, true);
        assertNext(0, false, 2_559, Direction.ZERO_FOR_ONE, true);
        assertNext(-40_000, true, -39_999, Direction.ZERO_FOR_ONE, true);
        assertNext(-40_960, false, -40_001, Direction.ZERO_FOR_ONE, true);
    }

    @Test
    void without_liquidity_a_step_goes_to_the_next_initialised_tick_or_to_the_end_of_all() {
        assertNext(2_560, true, 5, Direction.ONE_FOR_ZERO, false);
        assertNext(-40_000, true, 5, Direction.ZERO_FOR_ONE, false);
        assertNext(TickMath.MAX_TICK, false, 2_560, Direction.ONE_FOR_ZERO, false);
        assertNext(TickMath.MIN_TICK, false, -40_001, Direction.ZERO_FOR_ONE, false);
    }

    @Test
    void no_step_goes_beyond_the_first_and_last_price() {
        assertNext(TickMath.MIN_TICK, false, TickMath.MIN_TICK + 5, Direction.ZERO_FOR_ONE, true);
        assertNext(TickMath.MAX_TICK, false, TickMath.MAX_TICK - 5, Direction.ONE_FOR_ZERO, true);
    }

    @Test
    void the_liquidity_at_a_tick_is_that_of_the_ranges_around_it() {
        assertEquals(BigInteger.ZERO, ONE_RANGE.liquidityAt(-40_001));
        assertEquals(SOME, ONE_RANGE.liquidityAt(-40_000));
        assertEquals(SOME, ONE_RANGE.liquidityAt(2_559));
        assertEquals(BigInteger.ZERO, ONE_RANGE.liquidityAt(2_560));
        assertEquals(2, ONE_RANGE.size());
    }

    @Test
    void the_highest_tick_is_the_last_multiple_of_the_spacing() {
        assertEquals(887_272, TickTable.highestTick(1));
        assertEquals(887_220, TickTable.highestTick(60));
        assertEquals(884_682, TickTable.highestTick(16_383));
        assertThrows(IllegalArgumentException.class, () -> TickTable.highestTick(0));
        table(1, -887_272, 887_272);
        assertThrows(IllegalArgumentException.class, () -> table(1, -887_273, 0));
        assertThrows(IllegalArgumentException.class, () -> table(1, 0, 887_273));
    }

    @Test
    void tables_are_equal_by_what_is_in_them() {
        assertEquals(table(10, -40_000, 2_560), ONE_RANGE);
        assertEquals(table(10, -40_000, 2_560).hashCode(), ONE_RANGE.hashCode());
        assertNotEquals(table(20, -40_000, 2_560), ONE_RANGE);
        assertNotEquals(table(10, -40_000, 2_550), ONE_RANGE);
        assertNotEquals(
                TickTable.of(10, new TreeMap<>(Map.of(-40_000, BigInteger.ONE, 2_560, BigInteger.ONE.negate()))),
                ONE_RANGE);
        assertEquals("2 ticks with a spacing of 10", ONE_RANGE.toString());
    }
}
