package org.evenkeel.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.evenkeel.market.Exchange;
import org.evenkeel.market.FeeMode;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.RoutePart;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

final class SplitTest {
    private static final double EXACT = 1e-12;

    /** Ways of one to three pools, some of which are the same pools; some depths are unknown, if wanted. */
    private static List<Way> randomWays(SplittableRandom random, boolean someUnknown) {
        List<TradingPair> pools = new ArrayList<>();
        List<Double> depths = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Exchange exchange = random.nextBoolean() ? Pairs.POOL : new Exchange("broker", FeeMode.ON_TOP);
            double fee = random.nextBoolean() ? 30 : random.nextInt(200);
            pools.add(
                    new TradingPair(i, exchange, Pairs.token(Pairs.ETHEREUM, "P" + i), Pairs.USDC, fee, PriceUnit.USD));
            boolean unknown = someUnknown && random.nextInt(6) == 0;
            depths.add(unknown ? Double.NaN : Math.exp(random.nextDouble(5, 25)));
        }
        List<Way> ways = new ArrayList<>();
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            List<Integer> path = random.ints(random.nextInt(1, 4), 0, pools.size())
                    .distinct()
                    .boxed()
                    .toList();
            Route route = new Route(path.stream().map(pools::get).toList());
            ways.add(new Way(route, path.stream().mapToDouble(depths::get).toArray()));
        }
        return ways;
    }

    private static double amount(SplittableRandom random) {
        return Math.exp(random.nextDouble(-3, 18));
    }

    @Test
    void two_equal_pools_take_half_each() {
        List<Way> ways = List.of(way(1, 30, 1e6), way(2, 30, 1e6));
        Plan plan = new Ways(ways).plan(true, 5000);
        assertEquals(2, plan.shares().length);
        assertEquals(0.5, plan.shares()[0], EXACT);
        double half = 2500 * 0.997;
        assertEquals(2 * 1e6 * half / (1e6 + half), plan.flow().out(), 1e-9);
    }

    @Test
    void a_dearer_pool_is_left_out_until_the_cheaper_one_has_moved_by_the_difference() {
        Ways ways = new Ways(List.of(way(1, 30, 1e6), way(2, 100, 1e6)));
        // 0.997/(1+Bx)² = 0.99 at x = (√(0.997/0.99) − 1)/B, B = 0.997/1e6
        double from = (Math.sqrt(0.997 / 0.99) - 1) / (0.997 / 1e6);
        assertEquals(1, ways.plan(true, from * 0.999).shares().length);
        assertEquals(2, ways.plan(true, from * 1.001).shares().length);
    }

    @Test
    void nothing_is_split_over_a_pool_of_unknown_depth() {
        Ways ways = new Ways(List.of(way(1, 30, 1e4), way(2, 60, Double.NaN)));
        assertEquals(0, index(ways.plan(true, 1)), "as the cheaper");
        assertEquals(1, index(ways.plan(true, 1e4)), "as that which is not known to move");
    }

    private static int index(Plan plan) {
        List<RoutePart> route = plan.route();
        assertEquals(1, route.size());
        return (int) route.getFirst().pools().getFirst().id() - 1;
    }

    @Test
    void ways_that_share_a_pool_are_not_combined() {
        TradingPair common = pool(1, 30);
        Way one = new Way(new Route(List.of(common, pool(2, 30))), new double[] {1e6, 1e6});
        Way other = new Way(new Route(List.of(common, pool(3, 30))), new double[] {1e6, 1e6});
        assertEquals(1, new Ways(List.of(one, other)).plan(true, 1e6).shares().length);
    }

    private static Way way(long id, double feeBps, double depth) {
        return new Way(new Route(List.of(pool(id, feeBps))), new double[] {depth});
    }

    private static TradingPair pool(long id, double feeBps) {
        return Pairs.pair(id, Pairs.token(Pairs.ETHEREUM, "P" + id), Pairs.USDC, feeBps);
    }

    @SeededTest
    void a_single_pool_is_the_formula_of_the_pool(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 100; i++) {
            double depth = Math.exp(random.nextDouble(5, 25));
            double price = Math.exp(random.nextDouble(-10, 10));
            double in = amount(random) * 0.997;
            double tokensOut = in * (depth / price) / (depth + in);
            Route.Flow flow =
                    new Ways(List.of(way(1, 30, depth))).plan(true, in / 0.997).flow();
            assertEquals(tokensOut, flow.out() / price, EXACT * tokensOut);
        }
    }

    @SeededTest
    void a_split_brings_at_least_what_the_best_single_way_brings(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 200; i++) {
            List<Way> ways = randomWays(random, true);
            boolean buying = random.nextBoolean();
            double in = amount(random);
            double best =
                    ways.stream().mapToDouble(way -> way.out(buying, in)).max().orElseThrow();
            Plan plan = new Ways(ways).plan(buying, in);
            assertTrue(plan.flow().out() >= best * (1 - EXACT), plan.flow() + " against " + best);
            assertEquals(plan.flow().out(), new Ways(ways).out(buying, in), EXACT * best);
        }
    }

    @SeededTest
    void no_shift_from_one_part_of_a_split_to_another_brings_more(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int splits = 0;
        for (int i = 0; i < 300; i++) {
            boolean buying = random.nextBoolean();
            Plan plan = new Ways(randomWays(random, false)).plan(buying, amount(random));
            for (int part = 1; part < plan.shares().length; part++) {
                splits++;
                for (double shift : new double[] {-1e-3, 1e-3}) {
                    double[] shifted = plan.shares().clone();
                    double moved = shift * Math.min(shifted[0], shifted[part]);
                    shifted[0] += moved;
                    shifted[part] -= moved;
                    double other = new Plan(buying, plan.in(), plan.ways(), shifted)
                            .flow()
                            .out();
                    assertTrue(other <= plan.flow().out() * (1 + EXACT), other + " by " + shift + " of " + plan);
                }
            }
        }
        assertTrue(splits > 0, "nothing was split");
    }

    @SeededTest
    void more_in_brings_more_out_and_each_dollar_less_than_the_one_before_within_a_split(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 100; i++) {
            Ways ways = new Ways(randomWays(random, true));
            boolean buying = random.nextBoolean();
            double before = 0;
            for (double in = 0.01; in < 1e9; in *= random.nextDouble(1.0001, 1.5)) {
                double out = ways.out(buying, in);
                assertTrue(out >= before * (1 - EXACT), out + " after " + before);
                before = out;
            }
        }
    }

    @SeededTest
    void what_has_to_go_in_is_what_brings_the_output(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 200; i++) {
            Ways ways = new Ways(randomWays(random, true));
            boolean buying = random.nextBoolean();
            double in = amount(random);
            double out = ways.out(buying, in);
            double again = ways.in(buying, out);
            assertEquals(out, ways.out(buying, again), 1e-9 * out, "for " + in);
            assertTrue(again <= in * (1 + 1e-6), again + " of " + in);
        }
    }

    @SeededTest
    void the_parts_take_all_that_goes_in(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 200; i++) {
            boolean buying = random.nextBoolean();
            Plan plan = new Ways(randomWays(random, true)).plan(buying, amount(random));
            double sum = 0;
            for (RoutePart part : plan.route()) {
                sum += part.share();
            }
            assertEquals(1, sum, 1e-9);
            Route.Flow flow = plan.flow();
            assertEquals(flow.in(), flow.out() + flow.fee() + flow.impact(), 1e-9 * flow.in());
        }
    }

    @SeededTest
    void the_largest_amount_moves_the_price_by_the_limit(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 100; i++) {
            Ways ways = new Ways(randomWays(random, false));
            boolean buying = random.nextBoolean();
            double limit = random.nextDouble(0.001, 0.5);
            double largest = ways.largest(buying, limit);
            assertTrue(ways.plan(buying, largest).impact() <= limit * (1 + 1e-9));
            assertTrue(ways.plan(buying, largest * 1.001).impact() > limit, "more could be traded than " + largest);
        }
    }

    @Test
    void an_amount_is_not_limited_where_no_depth_is_known() {
        assertEquals(Double.POSITIVE_INFINITY, new Ways(List.of(way(1, 30, Double.NaN))).largest(true, 0.01));
        assertEquals(0, new Ways(List.of(way(1, 30, 0))).largest(true, 0.01));
    }
}
