package org.evenkeel.onchain.swap;

import static org.evenkeel.onchain.swap.TestExchanges.AT_PAR;
import static org.evenkeel.onchain.swap.TestExchanges.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.dex.Dex;
import org.evenkeel.onchain.dex.PoolReader;
import org.evenkeel.onchain.dex.PoolRef;
import org.evenkeel.onchain.pool.PoolState;
import org.evenkeel.onchain.route.GasCosts;
import org.evenkeel.onchain.route.Hop;
import org.evenkeel.onchain.route.Route;
import org.evenkeel.onchain.route.RouteFinder;
import org.evenkeel.onchain.route.RouteLimits;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.Clients;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestContract;
import org.evenkeel.testkit.chain.TestDex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Routes swapped by the routers of Uniswap themselves: what comes is what was quoted, or nothing goes. */
final class SwapsOnChainTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    private static final BigInteger RESERVE = BigInteger.TEN.pow(22);
    private static final BigInteger AMOUNT = new BigInteger("123456789012345678901");

    private static TestDex dex;
    private static TestContract cash;
    private static TestContract middle;
    private static TestContract token;
    private static TestContract taxed;
    private static TestContract reset;
    private static Dex.ConstantProduct pairs;
    private static Dex.Concentrated ranges;
    private static SwapCalls v2;
    private static SwapCalls router02;
    private static PoolRef cashMiddlePair;
    private static PoolRef middleTokenPair;
    private static PoolRef cashTokenPair;
    private static PoolRef cashMiddleRanges;
    private static PoolRef middleTokenRanges;
    private static PoolRef cashTokenRanges;
    private static PoolRef cashTaxedPair;

    private ChainClient client;
    private TestWallet wallet;

    @BeforeAll
    static void deploy() {
        TestExchanges exchanges = TestExchanges.deployOn(CHAIN);
        dex = exchanges.contracts();
        pairs = exchanges.pairs();
        ranges = exchanges.ranges();
        v2 = exchanges.throughV2();
        router02 = exchanges.throughRouter02();
        cash = dex.token("CASH", 18);
        middle = dex.token("MID", 18);
        token = dex.token("TOK", 18);
        taxed = dex.taxedToken("TAX", 18, 300);
        reset = dex.resetApprovalToken("USDT", 18);
        cashMiddlePair = pair(cash, middle);
        middleTokenPair = pair(middle, token);
        cashTokenPair = pair(cash, token);
        cashTaxedPair = pair(cash, taxed);
        cashMiddleRanges = pool(cash, middle, 500);
        middleTokenRanges = pool(middle, token, 3000);
        cashTokenRanges = pool(cash, token, 3000);
    }

    private static PoolRef pair(TestContract a, TestContract b) {
        return new PoolRef(pairs, at(dex.pairV2(a, RESERVE, b, RESERVE.add(BigInteger.TWO.pow(60)))));
    }

    private static PoolRef pool(TestContract a, TestContract b, int feePips) {
        TestContract pool = dex.poolV3(a, b, feePips, AT_PAR);
        dex.provide(pool, -60_000, 60_000, RESERVE, RESERVE);
        dex.provide(pool, -60, 60, RESERVE.shiftRight(8), RESERVE.shiftRight(8));
        return new PoolRef(ranges, at(pool));
    }

    @BeforeEach
    void connect() {
        client = Clients.client(CHAIN, CHAIN.url().toString());
        wallet = new TestWallet(CHAIN);
        for (TestContract each : List.of(cash, taxed, reset)) {
            each.send("mint(address,uint256)", wallet.address().hex(), AMOUNT.multiply(BigInteger.TEN));
        }
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    private Route route(TestContract out, RouteLimits limits, PoolRef... refs) {
        BlockRef head = client.head();
        PoolReader reader = new PoolReader(client);
        List<PoolState> pools =
                Stream.of(refs).map(ref -> reader.read(head, ref)).toList();
        return new RouteFinder(pools, limits)
                .find(at(cash), at(out), AMOUNT, GasCosts.FREE)
                .orElseThrow();
    }

    private Route whole(PoolRef... refs) {
        return route(token, RouteLimits.DEFAULTS.withParts(1), refs);
    }

    private SwapTerms terms(BigInteger minOut) {
        return new SwapTerms(wallet.address(), minOut, Clients.now(CHAIN).plusSeconds(60), false);
    }

    private void approve(SwapCalls calls, TestContract what) {
        Address spender = calls.router().address();
        for (PreparedCall call : Approvals.exactly(at(what), spender, wallet.allowance(what, spender), AMOUNT)) {
            assertTrue(wallet.succeeds(call));
        }
    }

    /** To the unit, in and out, with nothing left allowed and no more gas than was estimated. */
    private void assertBringsWhatWasQuoted(SwapCalls calls, Route route) {
        approve(calls, cash);
        BigInteger before = wallet.balance(cash);
        PreparedCall call = calls.swap(route, terms(route.amountOut()));
        // A pool that was touched in the same second writes less, and so takes less gas than on a chain.
        CHAIN.ask(
                "evm_setNextBlockTimestamp", Clients.now(CHAIN).plusSeconds(12).getEpochSecond());
        JsonNode receipt = wallet.send(call);
        assertEquals("0x1", receipt.get("status").stringValue());
        assertEquals(route.amountOut(), wallet.balance(token));
        assertEquals(AMOUNT, before.subtract(wallet.balance(cash)));
        assertEquals(BigInteger.ZERO, wallet.allowance(cash, calls.router().address()));
        assertEquals(BigInteger.ZERO, middle.number("balanceOf(address)", dex.router()));
        long used = TestWallet.number(receipt.get("gasUsed").stringValue()).longValueExact();
        assertTrue(
                used <= call.gasEstimate() && call.gasEstimate() <= 2 * used,
                used + " gas used, " + call.gasEstimate() + " estimated");
    }

    @Test
    void a_pair_brings_what_was_quoted_through_a_v2_router() {
        assertBringsWhatWasQuoted(v2, whole(cashTokenPair));
    }

    @Test
    void two_pairs_bring_what_was_quoted_through_a_v2_router() {
        assertBringsWhatWasQuoted(v2, whole(cashMiddlePair, middleTokenPair));
    }

    @Test
    void two_pools_with_ranges_bring_what_was_quoted() {
        Route route = whole(cashMiddleRanges, middleTokenRanges);
        assertTrue(hops(route).anyMatch(hop -> hop.swap().ticksCrossed() > 0));
        assertBringsWhatWasQuoted(router02, route);
    }

    @Test
    void a_pair_and_then_a_pool_with_ranges_bring_what_was_quoted() {
        assertBringsWhatWasQuoted(router02, whole(cashMiddlePair, middleTokenRanges));
    }

    @Test
    void a_pool_with_ranges_and_then_a_pair_bring_what_was_quoted() {
        assertBringsWhatWasQuoted(router02, whole(cashMiddleRanges, middleTokenPair));
    }

    private Route split() {
        return route(
                token,
                RouteLimits.DEFAULTS,
                cashTokenPair,
                cashTokenRanges,
                cashMiddleRanges,
                middleTokenPair,
                middleTokenRanges);
    }

    private static Stream<Hop> hops(Route route) {
        return route.parts().stream().flatMap(part -> part.hops().stream());
    }

    @Test
    void several_parts_are_filled_together_and_bring_what_was_quoted() {
        Route route = split();
        assertTrue(route.parts().size() >= 3, route.parts().size() + " parts");
        assertTrue(route.amountOut().compareTo(whole(cashTokenPair).amountOut()) > 0);
        assertBringsWhatWasQuoted(router02, route);
    }

    @Test
    void where_one_part_brings_too_little_none_is_filled() {
        Route route = split();
        approve(router02, cash);
        dex.swapV2(cash, token, AMOUNT);
        BigInteger before = wallet.balance(cash);
        assertFalse(wallet.succeeds(router02.swap(route, terms(route.amountOut()))));
        assertEquals(before, wallet.balance(cash));
        assertEquals(BigInteger.ZERO, wallet.balance(token));
        // The control: who accepts anything loses.
        assertTrue(wallet.succeeds(router02.swap(route, terms(BigInteger.ONE))));
        assertTrue(wallet.balance(token).compareTo(route.amountOut()) < 0);
    }

    @Test
    void a_price_that_moved_before_the_swap_is_not_paid_beyond_the_least() {
        Route route = whole(cashTokenPair);
        approve(v2, cash);
        dex.swapV2(cash, token, RESERVE);
        assertFalse(wallet.succeeds(v2.swap(route, terms(route.amountOut()))));
        assertTrue(wallet.succeeds(v2.swap(route, terms(BigInteger.ONE))));
        assertTrue(wallet.balance(token).shiftLeft(1).compareTo(route.amountOut()) < 0);
    }

    @Test
    void after_the_deadline_nothing_is_swapped() {
        for (SwapCalls calls : List.of(v2, router02)) {
            Route route = whole(cashTokenPair);
            approve(calls, cash);
            SwapTerms terms = terms(BigInteger.ONE);
            PreparedCall call = calls.swap(route, terms);
            assertEquals(Optional.of(terms.deadline()), call.deadline());
            CHAIN.ask("evm_setNextBlockTimestamp", terms.deadline().getEpochSecond() + 1);
            assertFalse(wallet.succeeds(call));
            SwapTerms later = terms(BigInteger.ONE);
            CHAIN.ask("evm_setNextBlockTimestamp", later.deadline().getEpochSecond());
            assertTrue(wallet.succeeds(calls.swap(route, later)));
        }
    }

    @Test
    void an_allowance_is_changed_by_way_of_zero_where_the_token_asks_for_it() {
        Address spender = at(dex.router());
        BigInteger less = AMOUNT.subtract(BigInteger.ONE);
        List<PreparedCall> first = Approvals.exactly(at(reset), spender, BigInteger.ZERO, less);
        assertEquals(1, first.size());
        assertTrue(wallet.succeeds(first.getFirst()));
        List<PreparedCall> change = Approvals.exactly(at(reset), spender, less, AMOUNT);
        assertEquals(2, change.size());
        assertFalse(wallet.succeeds(change.getLast())); // The control: at once it is refused.
        assertEquals(less, wallet.allowance(reset, spender));
        change.forEach(call -> assertTrue(wallet.succeeds(call)));
        assertEquals(AMOUNT, wallet.allowance(reset, spender));
        assertEquals(List.of(), Approvals.exactly(at(reset), spender, AMOUNT, AMOUNT));
        List<PreparedCall> back = Approvals.exactly(at(reset), spender, AMOUNT, BigInteger.ZERO);
        assertEquals(1, back.size());
        assertTrue(wallet.succeeds(back.getFirst()));
        assertEquals(BigInteger.ZERO, wallet.allowance(reset, spender));
    }

    @Test
    void where_tax_is_allowed_the_least_counts_what_arrived() {
        Route route = route(taxed, RouteLimits.DEFAULTS, cashTaxedPair);
        BigInteger tax = route.amountOut().multiply(BigInteger.valueOf(300)).divide(BigInteger.valueOf(10_000));
        BigInteger arrives = route.amountOut().subtract(tax);
        for (SwapCalls calls : List.of(v2, router02)) {
            String snapshot = CHAIN.ask("evm_snapshot").stringValue();
            approve(calls, cash);
            BigInteger before = wallet.balance(taxed);
            assertFalse(wallet.succeeds(calls.swap(route, allowingTax(arrives.add(BigInteger.ONE)))));
            assertTrue(wallet.succeeds(calls.swap(route, allowingTax(arrives))));
            assertEquals(arrives, wallet.balance(taxed).subtract(before));
            CHAIN.ask("evm_revert", snapshot);
        }
    }

    /** Why a token is tried before it is bought: the least is held against what the pair gave, not what arrived. */
    @Test
    void without_the_call_for_taxed_tokens_a_v2_router_lets_less_than_the_least_arrive() {
        Route route = route(taxed, RouteLimits.DEFAULTS, cashTaxedPair);
        approve(v2, cash);
        BigInteger before = wallet.balance(taxed);
        assertTrue(wallet.succeeds(v2.swap(route, terms(route.amountOut()))));
        assertTrue(wallet.balance(taxed).subtract(before).compareTo(route.amountOut()) < 0);
    }

    @Test
    void a_taxed_token_is_sold_only_by_the_call_that_is_made_for_it() {
        Route route = new RouteFinder(
                        List.of(new PoolReader(client).read(client.head(), cashTaxedPair)), RouteLimits.DEFAULTS)
                .find(at(taxed), at(cash), AMOUNT, GasCosts.FREE)
                .orElseThrow();
        approve(v2, taxed);
        assertFalse(wallet.succeeds(v2.swap(route, terms(BigInteger.ONE))));
        assertTrue(wallet.succeeds(v2.swap(route, allowingTax(BigInteger.ONE))));
    }

    private SwapTerms allowingTax(BigInteger minOut) {
        return new SwapTerms(wallet.address(), minOut, Clients.now(CHAIN).plusSeconds(60), true);
    }

    @Test
    void coins_are_wrapped_and_unwrapped() {
        WrappedNative wrapped = new WrappedNative(at(dex.weth()));
        assertTrue(wallet.succeeds(wrapped.wrap(AMOUNT)));
        assertEquals(AMOUNT, wallet.balance(dex.weth()));
        BigInteger before = wallet.coins();
        JsonNode receipt = wallet.send(wrapped.unwrap(AMOUNT));
        BigInteger gas = TestWallet.number(receipt.get("gasUsed").stringValue())
                .multiply(TestWallet.number(receipt.get("effectiveGasPrice").stringValue()));
        assertEquals(before.add(AMOUNT).subtract(gas), wallet.coins());
        assertEquals(BigInteger.ZERO, wallet.balance(dex.weth()));
    }

    @Test
    void a_pool_that_the_router_would_not_find_is_refused() {
        Route route = whole(cashTokenPair);
        Bytes other = Bytes.ofHex("0x" + "7".repeat(64));
        for (Venue venue : List.of(
                new Venue(pairs, other),
                new Venue(new Dex.ConstantProduct("fork", pairs.factory(), pairs.router(), 2500), Venue.UNISWAP_V2),
                new Venue(new Dex.ConstantProduct("fork", ranges.factory(), pairs.router(), 3000), Venue.UNISWAP_V2),
                new Venue(ranges, Venue.UNISWAP_V3))) {
            SwapCalls calls =
                    new SwapCalls(new RouterContract(at(dex.routerV2()), RouterKind.V2_ROUTER, List.of(venue)));
            String obstacle = calls.obstacle(route, false).orElseThrow();
            assertTrue(obstacle.contains(cashTokenPair.address().hex()), obstacle);
            assertThrows(IllegalArgumentException.class, () -> calls.swap(route, terms(BigInteger.ONE)));
        }
        assertEquals(Optional.empty(), v2.obstacle(route, false));
        assertTrue(v2.obstacle(whole(cashTokenRanges), false).isPresent());
    }

    @Test
    void what_a_router_cannot_do_is_refused() {
        Route parts = route(token, RouteLimits.DEFAULTS, cashTokenPair, cashMiddlePair, middleTokenPair);
        assertEquals(2, parts.parts().size());
        assertTrue(v2.obstacle(parts, false).orElseThrow().contains("2 parts"));
        assertEquals(Optional.empty(), router02.obstacle(parts, false));
        assertEquals(Optional.empty(), router02.obstacle(parts, true));
        assertTrue(router02.obstacle(whole(cashMiddlePair, middleTokenRanges), true)
                .isPresent());
        assertThrows(IllegalArgumentException.class, () -> terms(BigInteger.ZERO));
        assertThrows(IllegalArgumentException.class, () -> new Venue(pairs, Bytes.EMPTY));
    }
}
