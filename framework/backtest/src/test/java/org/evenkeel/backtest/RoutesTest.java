package org.evenkeel.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Exchange;
import org.evenkeel.market.FeeMode;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.TradingUniverse;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

final class RoutesTest {
    private static final Exchange POOL = new Exchange("pool", FeeMode.FROM_INPUT);
    private static final List<Chain> CHAINS = List.of(new Chain("one", 1), new Chain("two", 2));

    @SeededTest
    void the_routes_of_a_pair_are_all_paths_of_up_to_three_pools_that_visit_no_token_twice(long seed) {
        TradingUniverse universe = randomUniverse(new SplittableRandom(seed));
        Routes routes = new Routes(universe);
        for (TradingPair pair : universe.pairs()) {
            Set<List<TradingPair>> expected = everyPath(universe, pair);
            List<List<TradingPair>> found =
                    routes.to(pair).stream().map(Route::buyPath).toList();
            if (expected.size() <= 32) {
                assertEquals(expected, new HashSet<>(found), pair.toString());
            } else {
                assertTrue(expected.containsAll(found), pair.toString());
            }
            assertEquals(Math.min(32, expected.size()), found.size(), "each path once");
            assertEquals(
                    expected.stream().map(List::size).sorted().limit(32).toList(),
                    found.stream().map(List::size).toList(),
                    "the shortest first");
        }
    }

    @Test
    void paths_of_one_length_keep_the_order_of_the_universe() {
        Token reserve = token(CHAINS.getFirst(), "USDC");
        Token asset = token(CHAINS.getFirst(), "WETH");
        TradingPair first = pair(7, asset, reserve);
        TradingPair second = pair(3, asset, reserve);
        TradingUniverse universe = universe(List.of(first, second));
        List<List<TradingPair>> expected = List.of(List.of(first), List.of(second));
        assertEquals(
                expected,
                new Routes(universe).to(second).stream().map(Route::buyPath).toList());
    }

    @Test
    void the_reserve_itself_is_not_traded() {
        TradingPair inverse = pair(8, Pairs.USDC, Pairs.WETH);
        LabRun run = new Lab()
                .pair(Pairs.A, Series.hourly(2 * Lab.WEEK, 100))
                .pair(inverse, Series.hourly(2 * Lab.WEEK, 1))
                .at(2, Orders.decide(Orders.buy(inverse, 100)))
                .run();
        assertEquals(Outcome.NO_ROUTE, run.what(2, inverse));
    }

    /** Tries every sequence of one to three pools. */
    private static Set<List<TradingPair>> everyPath(TradingUniverse universe, TradingPair goal) {
        List<List<TradingPair>> sequences = new ArrayList<>(List.of(List.of()));
        Set<List<TradingPair>> paths = new HashSet<>();
        for (int hop = 0; hop <= Routes.MAX_HOPS; hop++) {
            sequences.stream()
                    .filter(sequence -> leads(universe, sequence, goal))
                    .forEach(paths::add);
            List<List<TradingPair>> longer = new ArrayList<>();
            for (List<TradingPair> sequence : sequences) {
                for (TradingPair pool : universe.pairs()) {
                    List<TradingPair> extended = new ArrayList<>(sequence);
                    extended.add(pool);
                    longer.add(extended);
                }
            }
            sequences = longer;
        }
        return paths;
    }

    private static boolean leads(TradingUniverse universe, List<TradingPair> pools, TradingPair goal) {
        Token at = universe.reserve(goal.chain());
        Set<Token> visited = new HashSet<>(Set.of(at));
        for (TradingPair pool : pools) {
            if (!pool.base().equals(at) && !pool.quote().equals(at)) {
                return false;
            }
            at = pool.base().equals(at) ? pool.quote() : pool.base();
            if (!visited.add(at)) {
                return false;
            }
        }
        return !pools.isEmpty() && at.equals(goal.base());
    }

    private static TradingUniverse randomUniverse(SplittableRandom random) {
        List<TradingPair> pairs = new ArrayList<>();
        int count = random.nextInt(1, 13);
        int tokens = random.nextInt(2, 7);
        while (pairs.size() < count) {
            Chain chain = CHAINS.get(random.nextInt(CHAINS.size()));
            int base = random.nextInt(tokens);
            int quote = random.nextInt(tokens);
            if (base != quote) {
                pairs.add(pair(pairs.size() + 1, token(chain, "T" + base), token(chain, "T" + quote)));
            }
        }
        return universe(pairs);
    }

    private static TradingUniverse universe(List<TradingPair> pairs) {
        return new MarketCatalog("made up", true, Interval.HOURLY, pairs)
                .selectAll()
                .reserve("T0")
                .build();
    }

    private static TradingPair pair(long id, Token base, Token quote) {
        return new TradingPair(id, POOL, base, quote, 30, PriceUnit.USD);
    }

    private static Token token(Chain chain, String symbol) {
        return new Token(chain, symbol + "@" + chain.name(), symbol, 18);
    }
}
