package org.evenkeel.onchain.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.pool.Direction;
import org.evenkeel.onchain.pool.PoolState;
import org.evenkeel.onchain.pool.Swap;
import org.evenkeel.testkit.SeededTest;

/** What must hold of every route, over pools of any size, price and kind. */
final class RoutePropertiesTest {
    private static final int TRIES = 30;
    private static final Address IN = RandomGraph.token(0);
    private static final Address OUT = RandomGraph.token(1);

    private record Try(List<PoolState> pools, BigInteger amount, GasCosts gas, long seed) {
        Optional<Route> find(RouteLimits limits) {
            return new RouteFinder(pools, limits).find(IN, OUT, amount, gas);
        }

        Optional<Route> find() {
            return find(RouteLimits.DEFAULTS);
        }

        Optional<BigInteger> net(Optional<Route> route) {
            return route.map(gas::net);
        }
    }

    private static void each(long seed, Consumer<Try> check) {
        RandomGraph graph = new RandomGraph(seed);
        for (int number = 0; number < TRIES; number++) {
            boolean wild = number % 2 == 0;
            List<PoolState> pools = wild ? graph.wild(5, 12) : graph.alike(5, 12);
            BigInteger amount = wild
                    ? graph.random().amount(100)
                    : graph.random().amount(62).add(BigInteger.TEN.pow(17));
            BigInteger price =
                    number % 3 == 0 ? BigInteger.ZERO : graph.random().amount(wild ? 40 : 30);
            check.accept(new Try(pools, amount, GasCosts.typical(price, BigInteger.TEN), seed));
        }
    }

    /** The best of all paths, each tried. */
    private static Optional<BigInteger> exhaustive(Try a, int hops) {
        List<BigInteger> found = new ArrayList<>();
        walk(a, new ArrayList<>(List.of(IN)), a.amount, a.gas.perPart(), hops, found);
        return found.stream().max(BigInteger::compareTo);
    }

    private static void walk(Try a, List<Address> way, BigInteger amount, long gas, int left, List<BigInteger> found) {
        for (PoolState pool : left == 0 ? List.<PoolState>of() : a.pools) {
            for (Direction direction : Direction.values()) {
                Address to = pool.pool().tokenOut(direction);
                if (!pool.pool().tokenIn(direction).equals(way.getLast()) || way.contains(to)) {
                    continue;
                }
                long used = gas + a.gas.hop(pool);
                pool.quoteExactIn(direction, amount)
                        .whole()
                        .map(Swap::amountOut)
                        .ifPresent(out -> {
                            if (to.equals(OUT)) {
                                found.add(a.gas.net(out, used));
                            } else {
                                List<Address> further = new ArrayList<>(way);
                                further.add(to);
                                walk(a, further, out, used, left - 1, found);
                            }
                        });
            }
        }
    }

    @SeededTest
    void the_best_single_path_is_the_best_of_all_that_are_tried(long seed) {
        each(seed, a -> {
            for (int hops = 1; hops <= 3; hops++) {
                RouteLimits limits = RouteLimits.DEFAULTS.withParts(1).withHops(hops);
                assertEquals(exhaustive(a, hops), a.net(a.find(limits)), "seed " + seed + ", " + hops + " hops");
            }
        });
    }

    @SeededTest
    void a_route_brings_no_less_than_the_best_single_path_or_any_pool(long seed) {
        each(seed, a -> {
            Optional<BigInteger> found = a.net(a.find());
            exhaustive(a, 3).ifPresent(best -> assertTrue(found.orElseThrow().compareTo(best) >= 0));
            for (PoolState pool : a.pools) {
                if (pool.pool().token0().equals(IN) && pool.pool().token1().equals(OUT)) {
                    pool.quoteExactIn(Direction.ZERO_FOR_ONE, a.amount).whole().ifPresent(swap -> {
                        BigInteger net = a.gas.net(swap.amountOut(), a.gas.perPart() + a.gas.hop(pool));
                        assertTrue(found.orElseThrow().compareTo(net) >= 0);
                    });
                }
            }
        });
    }

    @SeededTest
    void parts_add_up_to_the_amount_and_swaps_are_what_the_pools_do_one_after_the_other(long seed) {
        each(
                seed,
                a -> a.find().ifPresent(route -> {
                    Map<Address, PoolState> now = new HashMap<>();
                    a.pools.forEach(pool -> now.put(pool.pool().address(), pool));
                    BigInteger sum = BigInteger.ZERO;
                    BigInteger out = BigInteger.ZERO;
                    for (RoutePart part : route.parts()) {
                        BigInteger amount = part.amountIn();
                        sum = sum.add(amount);
                        assertTrue(part.hops().size() <= 3);
                        for (Hop hop : part.hops()) {
                            Address address = hop.market().pool().address();
                            Swap swap = now.get(address)
                                    .quoteExactIn(hop.direction(), amount)
                                    .whole()
                                    .orElseThrow();
                            assertEquals(swap, hop.swap());
                            now.put(address, swap.after());
                            amount = swap.amountOut();
                        }
                        out = out.add(amount);
                    }
                    assertEquals(a.amount, sum);
                    assertEquals(route.amountIn(), sum);
                    assertEquals(route.amountOut(), out);
                    assertTrue(route.parts().size() <= 4);
                }));
    }

    @SeededTest
    void the_same_route_is_found_whatever_order_the_pools_come_in(long seed) {
        each(seed, a -> {
            List<PoolState> shuffled = new ArrayList<>(a.pools);
            Collections.shuffle(shuffled, new Random(seed));
            assertEquals(a.find(), new Try(shuffled, a.amount, a.gas, seed).find());
        });
    }

    @SeededTest
    void nothing_is_bought_below_the_mid_prices(long seed) {
        each(
                seed,
                a -> a.find().ifPresent(route -> {
                    assertTrue(route.atMidPriceAfterFees().compareTo(route.atMidPrice()) <= 0);
                    route.parts().stream()
                            .filter(part -> route.parts().size() == 1)
                            .forEach(part -> assertTrue(
                                    part.amountOut().compareTo(part.leg().atMidPrice()) <= 0));
                }));
    }

    @SeededTest
    void some_routes_are_split_and_some_are_not(long seed) {
        int[] split = new int[1];
        each(
                seed,
                a -> split[0] +=
                        a.find().filter(route -> route.parts().size() > 1).isPresent() ? 1 : 0);
        assertTrue(split[0] > 0 && split[0] < TRIES, split[0] + " of " + TRIES);
    }
}
