package org.evenkeel.onchain.market;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.config.PegRule;
import org.evenkeel.onchain.dex.Dex;
import org.evenkeel.onchain.dex.PoolRef;
import org.evenkeel.onchain.pool.Pool;
import org.evenkeel.onchain.route.RouteLimits;
import org.evenkeel.onchain.swap.RouterContract;
import org.evenkeel.onchain.swap.RouterKind;
import org.evenkeel.onchain.swap.Venue;
import org.junit.jupiter.api.Test;

final class RouterReachTest {
    private static final Address CASH = address(1);
    private static final Address GOODS = address(2);
    private static final Venue PAIRS =
            new Venue(new Dex.ConstantProduct("pairs", address(3), address(4), 3000), Venue.UNISWAP_V2);
    private static final Venue FORK =
            new Venue(new Dex.ConstantProduct("fork", address(5), address(6), 3000), Venue.UNISWAP_V2);
    private static final Venue RANGES =
            new Venue(new Dex.Concentrated("ranges", address(7), address(8)), Venue.UNISWAP_V3);
    private static final RouterContract ALL = router(9, RouterKind.SWAP_ROUTER_02, PAIRS, RANGES);
    private static final RouterContract OWN = router(4, RouterKind.V2_ROUTER, PAIRS);
    private static final RouterContract FORKS = router(6, RouterKind.V2_ROUTER, FORK);

    private static Address address(int digit) {
        return new Address("0x" + String.valueOf(digit).repeat(40));
    }

    private static RouterContract router(int digit, RouterKind kind, Venue... venues) {
        return new RouterContract(address(digit), kind, List.of(venues));
    }

    private static List<RouterContract> kept(List<Venue> pools, RouterContract... routers) {
        Map<PoolRef, Pool> all = new LinkedHashMap<>();
        for (Venue venue : pools) {
            Address pool = venue.poolAddress(CASH, GOODS, 3000);
            all.put(new PoolRef(venue.dex(), pool), new Pool(pool, CASH, GOODS, 3000));
        }
        Place place = new Place(
                List.of(PAIRS, FORK, RANGES),
                List.of(routers),
                List.of(),
                new Place.Gas(GOODS, BigInteger.ONE),
                RouteLimits.DEFAULTS,
                PegRule.POOLS);
        return RouterReach.of(place, all).stream().map(RouterReach::router).toList();
    }

    @Test
    void a_router_that_finds_nothing_more_than_a_better_one_before_it_is_not_asked() {
        assertEquals(List.of(ALL), kept(List.of(PAIRS, RANGES), ALL, OWN));
        assertEquals(List.of(ALL), kept(List.of(PAIRS), ALL, OWN));
    }

    @Test
    void one_that_comes_first_is_asked_and_so_is_one_that_finds_more() {
        assertEquals(List.of(OWN, ALL), kept(List.of(PAIRS, RANGES), OWN, ALL));
        assertEquals(List.of(ALL, FORKS), kept(List.of(PAIRS, RANGES, FORK), ALL, OWN, FORKS));
    }

    @Test
    void one_that_swaps_along_one_path_covers_none_that_swaps_along_several() {
        assertEquals(List.of(OWN, ALL), kept(List.of(PAIRS), OWN, ALL));
    }

    @Test
    void one_that_finds_no_pool_is_not_asked() {
        assertEquals(List.of(ALL), kept(List.of(PAIRS, RANGES), ALL, FORKS));
    }
}
