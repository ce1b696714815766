package org.evenkeel.onchain.pool;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.SortedMap;

/**
 * Where the liquidity of a pool changes: its initialised ticks, and by how much liquidity grows where a rising price
 * passes each (v3 Core whitepaper, section 6.3). Immutable.
 */
public final class TickTable {
    /** A contract looks for the next tick within a word of its bitmap, and stops at the word's end. */
    private static final int WORD = 8;

    private final int spacing;
    private final int[] ticks;
    /** The liquidity in range from each tick on. */
    private final BigInteger[] liquidity;

    /** The next tick on the way. */
    record Next(int tick, boolean initialised) {}

    private TickTable(int spacing, int[] ticks, BigInteger[] liquidity) {
        this.spacing = spacing;
        this.ticks = ticks;
        this.liquidity = liquidity;
    }

    /**
     * A table of all initialised ticks.
     *
     * @param spacing of the pool: ticks are its multiples
     * @param netByTick the net liquidity of each initialised tick; it may be zero
     * @throws IllegalArgumentException when a tick is none that the pool can have, or not all liquidity that begins ends
     */
    public static TickTable of(int spacing, SortedMap<Integer, BigInteger> netByTick) {
        requireSpacing(spacing);
        netByTick.keySet().forEach(tick -> requireTick(tick, spacing));
        int[] ticks = netByTick.keySet().stream().mapToInt(Integer::intValue).toArray();
        BigInteger[] liquidity = netByTick.values().toArray(BigInteger[]::new);
        Arrays.parallelPrefix(liquidity, BigInteger::add);
        if (liquidity.length > 0 && liquidity[liquidity.length - 1].signum() != 0) {
            throw new IllegalArgumentException("The net liquidity of " + ticks.length + " ticks adds up to "
                    + liquidity[liquidity.length - 1] + " and not to 0: ticks are missing.");
        }
        return new TickTable(spacing, ticks, liquidity);
    }

    private static void requireTick(int tick, int spacing) {
        if (tick % spacing != 0 || tick < TickMath.MIN_TICK || tick > TickMath.MAX_TICK) {
            throw new IllegalArgumentException(
                    "A pool with a tick spacing of " + spacing + " has no tick " + tick + ".");
        }
    }

    /**
     * The highest tick that a pool with this spacing can have; the lowest is as far on the other side.
     *
     * @throws IllegalArgumentException when the spacing is none
     */
    public static int highestTick(int spacing) {
        requireSpacing(spacing);
        return TickMath.MAX_TICK / spacing * spacing;
    }

    private static void requireSpacing(int spacing) {
        if (spacing <= 0) {
            throw new IllegalArgumentException("A tick spacing of " + spacing + " is none: it is 1 or more.");
        }
    }

    /** How many ticks are initialised. */
    public int size() {
        return ticks.length;
    }

    /** The liquidity in range at a tick: that of all positions that began at it or below and have not ended. */
    BigInteger liquidityAt(int tick) {
        int row = lastUpTo(tick);
        return row < 0 ? BigInteger.ZERO : liquidity[row];
    }

    /**
     * Where the next step of a swap ends at the latest: at the next initialised tick, or at the end of the current word of
     * the bitmap. An end in between changes nothing but the rounding, and there is none to do without liquidity.
     */
    Next next(int tick, Direction direction, boolean anyLiquidity) {
        return direction == Direction.ZERO_FOR_ONE ? below(tick, anyLiquidity) : above(tick, anyLiquidity);
    }

    private Next below(int tick, boolean stopAtWord) {
        int word = Math.floorDiv(tick, spacing) >> WORD << WORD;
        int end = stopAtWord ? Math.max(word * spacing, TickMath.MIN_TICK) : TickMath.MIN_TICK;
        int row = lastUpTo(tick);
        return row >= 0 && ticks[row] >= end ? new Next(ticks[row], true) : new Next(end, false);
    }

    private Next above(int tick, boolean stopAtWord) {
        int word = (Math.floorDiv(tick, spacing) + 1) >> WORD << WORD;
        int last = word + (1 << WORD) - 1;
        int end = stopAtWord ? Math.min(last * spacing, TickMath.MAX_TICK) : TickMath.MAX_TICK;
        int row = lastUpTo(tick) + 1;
        return row < ticks.length && ticks[row] <= end ? new Next(ticks[row], true) : new Next(end, false);
    }

    /** The row of the highest tick that is not above; -1 where all are. */
    private int lastUpTo(int tick) {
        int found = Arrays.binarySearch(ticks, tick);
        return found >= 0 ? found : -found - 2;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TickTable table
                && spacing == table.spacing
                && Arrays.equals(ticks, table.ticks)
                && Arrays.equals(liquidity, table.liquidity);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ticks) * 31 + Arrays.hashCode(liquidity);
    }

    @Override
    public String toString() {
        return ticks.length + " ticks with a spacing of " + spacing;
    }
}
