package org.evenkeel.benchmarks;

import java.math.BigInteger;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.pool.ConcentratedPool;
import org.evenkeel.onchain.pool.ConstantProductPool;
import org.evenkeel.onchain.pool.Direction;
import org.evenkeel.onchain.pool.Pool;
import org.evenkeel.onchain.pool.PoolState;
import org.evenkeel.onchain.pool.Swap;
import org.evenkeel.onchain.pool.TickTable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A quote over a pool that is in memory: a constant product, and a thousand ranges of liquidity. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(3)
public class LocalQuotes {
    private static final int RANGES = 1_000;
    private static final int SPACING = 10;
    private static final BigInteger SMALL = BigInteger.TEN.pow(18);

    /** The pools, at a price of 1. */
    @State(Scope.Benchmark)
    public static class Pools {
        private final PoolState reserves;
        private final PoolState ranges;
        private final BigInteger acrossTwentyTicks;

        /** Makes them. */
        public Pools() {
            Pool pool = new Pool(address('a'), address('b'), address('c'), 3000);
            reserves = new ConstantProductPool(pool, BigInteger.TEN.pow(24), BigInteger.TEN.pow(24));
            TickTable ticks = TickTable.of(SPACING, nested());
            BigInteger everywhere = SMALL.multiply(BigInteger.valueOf(10L * RANGES));
            ranges = new ConcentratedPool(pool, BigInteger.ONE.shiftLeft(96), 0, everywhere, ticks);
            // Twenty ticks of ten are one percent of the square root of the price.
            acrossTwentyTicks = everywhere.divide(BigInteger.valueOf(100));
            int crossed = swap(ranges, acrossTwentyTicks).ticksCrossed();
            Trial.require(crossed >= 15 && crossed <= 25, crossed + " ticks crossed");
            Trial.require(swap(ranges, SMALL).ticksCrossed() == 0, "a small swap crosses ticks");
        }

        /** Each range within the next. */
        private static SortedMap<Integer, BigInteger> nested() {
            SortedMap<Integer, BigInteger> net = new TreeMap<>();
            BigInteger liquidity = SMALL.multiply(BigInteger.TEN);
            for (int range = 1; range <= RANGES; range++) {
                net.put(-range * SPACING, liquidity);
                net.put(range * SPACING, liquidity.negate());
            }
            return net;
        }

        private static Address address(char digit) {
            return new Address("0x" + String.valueOf(digit).repeat(40));
        }
    }

    private static Swap swap(PoolState pool, BigInteger amount) {
        return pool.quoteExactIn(Direction.ONE_FOR_ZERO, amount).whole().orElseThrow();
    }

    /** A constant product. */
    @Benchmark
    public Swap constantProduct(Pools pools) {
        return swap(pools.reserves, SMALL);
    }

    /** A swap that stays between two ticks. */
    @Benchmark
    public Swap withinARange(Pools pools) {
        return swap(pools.ranges, SMALL);
    }

    /** A swap that crosses about twenty. */
    @Benchmark
    public Swap acrossTwentyTicks(Pools pools) {
        return swap(pools.ranges, pools.acrossTwentyTicks);
    }
}
