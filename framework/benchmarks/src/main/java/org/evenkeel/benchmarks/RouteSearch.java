package org.evenkeel.benchmarks;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.pool.ConcentratedPool;
import org.evenkeel.onchain.pool.ConstantProductPool;
import org.evenkeel.onchain.pool.Pool;
import org.evenkeel.onchain.pool.PoolState;
import org.evenkeel.onchain.pool.TickTable;
import org.evenkeel.onchain.route.GasCosts;
import org.evenkeel.onchain.route.Route;
import org.evenkeel.onchain.route.RouteFinder;
import org.evenkeel.onchain.route.RouteLimits;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A route over 200 pools with up to three hops, half of the pools constant products and half concentrated, each with fifty
 * ranges: between forty tokens, most of them with a few that all trade against, and between six, where every token has
 * many pools with every other.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(3)
public class RouteSearch {
    private static final int POOLS = 200;
    private static final BigInteger UNIT = BigInteger.TEN.pow(18);
    private static final GasCosts GAS = GasCosts.typical(UNIT, BigInteger.valueOf(10_000_000));

    /** The pools. */
    @State(Scope.Benchmark)
    public static class Pools {
        private final List<PoolState> hubs = pools(40, 4);
        private final List<PoolState> dense = pools(6, 6);
        private final BigInteger amount = UNIT.multiply(BigInteger.valueOf(20_000));

        /** Makes sure of what is measured. */
        public Pools() {
            Route route = search(dense, amount, RouteLimits.DEFAULTS);
            Trial.require(route.parts().size() > 1, "the amount is not split");
        }
    }

    /** At least one token of each pool is a hub. */
    private static List<PoolState> pools(int tokens, int hubs) {
        SplittableRandom random = new SplittableRandom(7);
        List<PoolState> pools = new ArrayList<>();
        while (pools.size() < POOLS) {
            int hub = random.nextInt(hubs);
            int other = random.nextInt(tokens);
            if (hub != other) {
                Pool pool = new Pool(
                        address(1_000 + pools.size()),
                        address(Math.min(hub, other)),
                        address(Math.max(hub, other)),
                        3000);
                long size = random.nextLong(100_000, 2_000_000);
                pools.add(pools.size() % 2 == 0 ? reserves(pool, size) : ranges(pool, size));
            }
        }
        return pools;
    }

    private static Address address(int number) {
        return new Address(String.format(Locale.ROOT, "0x%040x", number + 1));
    }

    private static PoolState reserves(Pool pool, long size) {
        BigInteger reserve = UNIT.multiply(BigInteger.valueOf(size));
        return new ConstantProductPool(pool, reserve, reserve);
    }

    /** Each range within the next, at a price of 1. */
    private static PoolState ranges(Pool pool, long size) {
        TreeMap<Integer, BigInteger> net = new TreeMap<>();
        BigInteger liquidity = UNIT.multiply(BigInteger.valueOf(size));
        for (int range = 1; range <= 50; range++) {
            net.put(-range * 60, liquidity);
            net.put(range * 60, liquidity.negate());
        }
        BigInteger everywhere = liquidity.multiply(BigInteger.valueOf(50));
        return new ConcentratedPool(pool, BigInteger.ONE.shiftLeft(96), 0, everywhere, TickTable.of(60, net));
    }

    private static Route search(List<PoolState> pools, BigInteger amount, RouteLimits limits) {
        return new RouteFinder(pools, limits)
                .find(address(0), address(1), amount, GAS)
                .orElseThrow();
    }

    /** Forty tokens, the best route. */
    @Benchmark
    public Route amongHubs(Pools pools) {
        return search(pools.hubs, pools.amount, RouteLimits.DEFAULTS);
    }

    /** Six tokens, the best route. */
    @Benchmark
    public Route dense(Pools pools) {
        return search(pools.dense, pools.amount, RouteLimits.DEFAULTS);
    }

    /** Six tokens, the best single path. */
    @Benchmark
    public Route denseWithoutParts(Pools pools) {
        return search(pools.dense, pools.amount, RouteLimits.DEFAULTS.withParts(1));
    }
}
