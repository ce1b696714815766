package org.evenkeel.onchain.route;

import static org.evenkeel.onchain.route.RandomGraph.pool;
import static org.evenkeel.onchain.route.RandomGraph.token;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.pool.Direction;
import org.evenkeel.onchain.pool.PoolState;
import org.evenkeel.onchain.pool.Swap;
import org.junit.jupiter.api.Test;

final class RouteFinderTest {
    private static final Address IN = token(0);
    private static final Address OUT = token(1);
    private static final BigInteger THOUSAND = BigInteger.TEN.pow(15);

    private static Route route(List<? extends PoolState> pools, BigInteger amount, GasCosts gas) {
        return new RouteFinder(pools, RouteLimits.DEFAULTS)
                .find(IN, OUT, amount, gas)
                .orElseThrow();
    }

    private static BigInteger out(PoolState pool, BigInteger amount) {
        return pool.quoteExactIn(Direction.ZERO_FOR_ONE, amount)
                .whole()
                .map(Swap::amountOut)
                .orElse(BigInteger.ZERO);
    }

    /** The best of all ways to share ten steps out between three pools. */
    private static BigInteger exhaustive(List<? extends PoolState> pools, BigInteger amount) {
        BigInteger best = BigInteger.ZERO;
        BigInteger step = amount.divide(BigInteger.TEN);
        for (int first = 0; first <= 10; first++) {
            for (int second = 0; second <= 10 - first; second++) {
                best = best.max(out(pools.get(0), step.multiply(BigInteger.valueOf(first)))
                        .add(out(pools.get(1), step.multiply(BigInteger.valueOf(second))))
                        .add(out(pools.get(2), step.multiply(BigInteger.valueOf(10L - first - second)))));
            }
        }
        return best;
    }

    @Test
    void an_amount_is_shared_between_pools_as_the_best_of_all_shares_would_be() {
        List<PoolState> pools =
                List.of(pool(1, 0, 1, 5_000, 5_000), pool(2, 0, 1, 3_000, 3_001), pool(3, 0, 1, 900, 903));
        Route route = new RouteFinder(pools, RouteLimits.DEFAULTS.withSteps(10))
                .find(IN, OUT, THOUSAND, GasCosts.FREE)
                .orElseThrow();
        assertEquals(3, route.parts().size());
        assertEquals(exhaustive(pools, THOUSAND), route.amountOut());
        assertEquals(THOUSAND, route.amountIn());
    }

    @Test
    void a_part_that_does_not_bring_its_gas_is_left_out() {
        List<PoolState> pools = List.of(pool(1, 0, 1, 5_000, 5_000), pool(2, 0, 1, 3_000, 3_000));
        Route split = route(pools, THOUSAND, GasCosts.FREE);
        BigInteger gain = split.amountOut().subtract(out(pools.get(0), THOUSAND));
        assertTrue(gain.signum() > 0);
        BigInteger onePart = BigInteger.valueOf(GasCosts.FREE.perPart() + GasCosts.FREE.perConstantProduct());
        GasCosts worthIt = GasCosts.typical(gain.subtract(BigInteger.ONE), onePart);
        GasCosts notWorthIt = GasCosts.typical(gain.add(BigInteger.ONE), onePart);
        assertEquals(2, route(pools, THOUSAND, worthIt).parts().size());
        assertEquals(1, route(pools, THOUSAND, notWorthIt).parts().size());
    }

    @Test
    void a_further_hop_that_does_not_bring_its_gas_is_not_made() {
        List<PoolState> pools =
                List.of(pool(1, 0, 1, 50_000, 49_000), pool(2, 0, 2, 50_000, 50_000), pool(3, 2, 1, 50_000, 50_000));
        BigInteger small = BigInteger.TEN.pow(12);
        assertEquals(
                2, route(pools, small, GasCosts.FREE).parts().getFirst().hops().size());
        GasCosts dear = GasCosts.typical(small, BigInteger.valueOf(100_000));
        assertEquals(1, route(pools, small, dear).parts().getFirst().hops().size());
    }

    @Test
    void two_parts_through_one_pool_see_each_other() {
        // Both pools to the middle are worth using, and all that comes there goes on through one.
        List<PoolState> pools =
                List.of(pool(1, 0, 2, 2_000, 2_000), pool(2, 0, 2, 2_000, 2_000), pool(3, 2, 1, 2_000, 2_000));
        Route route = route(pools, THOUSAND, GasCosts.FREE);
        assertEquals(2, route.parts().size());
        Hop first = route.parts().get(0).hops().getLast();
        Hop second = route.parts().get(1).hops().getLast();
        assertEquals(first.market(), second.market());
        Swap after = first.swap()
                .after()
                .quoteExactIn(second.direction(), second.swap().amountIn())
                .whole()
                .orElseThrow();
        assertEquals(after, second.swap());
        BigInteger alone = first.market()
                .quoteExactIn(second.direction(), second.swap().amountIn())
                .whole()
                .orElseThrow()
                .amountOut();
        assertTrue(alone.compareTo(second.swap().amountOut()) > 0);
    }

    @Test
    void there_is_no_route_where_no_pools_lead() {
        List<PoolState> pools = List.of(pool(1, 0, 2, 10, 10), pool(2, 3, 1, 10, 10));
        RouteFinder finder = new RouteFinder(pools, RouteLimits.DEFAULTS);
        assertEquals(Optional.empty(), finder.find(IN, OUT, THOUSAND, GasCosts.FREE));
        assertEquals(Optional.empty(), finder.find(IN, token(7), THOUSAND, GasCosts.FREE));
        assertEquals(Optional.empty(), finder.find(IN, token(2), BigInteger.ZERO, GasCosts.FREE));
    }

    @Test
    void what_can_be_no_question_is_refused() {
        PoolState pool = pool(1, 0, 1, 10, 10);
        RouteFinder finder = new RouteFinder(List.of(pool), RouteLimits.DEFAULTS);
        assertThrows(IllegalArgumentException.class, () -> finder.find(IN, IN, THOUSAND, GasCosts.FREE));
        assertThrows(IllegalArgumentException.class, () -> finder.find(IN, OUT, BigInteger.valueOf(-1), GasCosts.FREE));
        assertThrows(IllegalArgumentException.class, () -> new RouteFinder(List.of(pool, pool), RouteLimits.DEFAULTS));
        assertThrows(IllegalArgumentException.class, () -> RouteLimits.DEFAULTS.withHops(4));
        assertThrows(IllegalArgumentException.class, () -> RouteLimits.DEFAULTS.withParts(0));
        assertThrows(IllegalArgumentException.class, () -> RouteLimits.DEFAULTS.withSteps(0));
        assertThrows(IllegalArgumentException.class, () -> GasCosts.typical(BigInteger.ONE, BigInteger.ZERO));
    }

    @Test
    void a_path_of_pools_that_do_not_join_is_none() {
        Route route = route(List.of(pool(1, 0, 2, 9_000, 9_000), pool(2, 2, 1, 9_000, 9_000)), THOUSAND, GasCosts.FREE);
        List<Hop> hops = route.parts().getFirst().hops();
        assertThrows(IllegalArgumentException.class, () -> new RoutePart(hops.reversed()));
        assertThrows(IllegalArgumentException.class, () -> new RoutePart(List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Route(List.of()));
        RoutePart half = new RoutePart(List.of(hops.getFirst()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Route(List.of(half, route.parts().getFirst())));
    }
}
