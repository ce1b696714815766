package org.evenkeel.onchain.risk;

import static org.evenkeel.onchain.swap.TestExchanges.AT_PAR;
import static org.evenkeel.onchain.swap.TestExchanges.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.evenkeel.onchain.dex.Dex;
import org.evenkeel.onchain.dex.PoolReader;
import org.evenkeel.onchain.dex.PoolRef;
import org.evenkeel.onchain.route.GasCosts;
import org.evenkeel.onchain.route.Route;
import org.evenkeel.onchain.route.RouteFinder;
import org.evenkeel.onchain.route.RouteLimits;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.Clients;
import org.evenkeel.onchain.swap.Approvals;
import org.evenkeel.onchain.swap.RouterContract;
import org.evenkeel.onchain.swap.RouterKind;
import org.evenkeel.onchain.swap.SwapCalls;
import org.evenkeel.onchain.swap.SwapTerms;
import org.evenkeel.onchain.swap.TestExchanges;
import org.evenkeel.onchain.swap.TestWallet;
import org.evenkeel.testkit.chain.FaultProxy;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestContract;
import org.evenkeel.testkit.chain.TestDex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class TokenTrialTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    private static final BigInteger RESERVE = BigInteger.TEN.pow(22);
    private static final BigInteger AMOUNT = new BigInteger("12345678901234567890");

    private static TestDex dex;
    private static TestContract cash;
    private static TestContract token;
    private static TestContract middle;
    private static TestContract taxed;
    private static TestContract trap;
    private static TestContract reset;
    private static Dex.ConstantProduct pairs;
    private static Dex.Concentrated ranges;
    private static SwapCalls v2;
    private static SwapCalls router02;

    private FaultProxy proxy;
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
        cash = dex.resetApprovalToken("USDT", 18);
        token = dex.token("TOK", 18);
        middle = dex.token("MID", 18);
        taxed = dex.taxedToken("TAX", 18, 300);
        trap = dex.honeypotToken("POT", 18);
        reset = dex.resetApprovalToken("RST", 18);
        for (TestContract each : List.of(token, middle, taxed, trap, reset)) {
            dex.pairV2(cash, RESERVE, each, RESERVE);
        }
        TestContract pool = dex.poolV3(middle, token, 500, AT_PAR);
        dex.provide(pool, -60_000, 60_000, RESERVE, RESERVE);
        TestContract taxedPool = dex.poolV3(cash, taxed, 500, AT_PAR);
        dex.provide(taxedPool, -10, 10, BigInteger.TEN, BigInteger.TEN);
    }

    @BeforeEach
    void connect() {
        proxy = FaultProxy.before(CHAIN);
        client = Clients.client(CHAIN, proxy.url());
        wallet = new TestWallet(CHAIN);
        cash.send("mint(address,uint256)", wallet.address().hex(), AMOUNT);
    }

    @AfterEach
    void disconnect() {
        client.close();
        proxy.close();
    }

    private PoolRef pair(TestContract a, TestContract b) {
        return new PoolReader(client)
                .findPair(client.head(), pairs, at(a), at(b))
                .orElseThrow();
    }

    private Route route(TestContract out, PoolRef... refs) {
        BlockRef head = client.head();
        PoolReader reader = new PoolReader(client);
        return new RouteFinder(
                        Stream.of(refs).map(ref -> reader.read(head, ref)).toList(), RouteLimits.DEFAULTS)
                .find(at(cash), at(out), AMOUNT, GasCosts.FREE)
                .orElseThrow();
    }

    private TokenVerdict verdict(SwapCalls calls, Route route) {
        return new TokenTrial(client, calls).verdict(client.head(), wallet.address(), route);
    }

    @Test
    void a_plain_token_is_sound_through_either_router() {
        Route route = route(token, pair(cash, token));
        assertEquals(new TokenVerdict.Sound(), verdict(v2, route));
        assertEquals(new TokenVerdict.Sound(), verdict(router02, route));
    }

    @Test
    void a_token_behind_a_pair_and_a_pool_with_ranges_is_sound() {
        PoolRef pool = new PoolReader(client)
                .findPool(client.head(), ranges, at(middle), at(token), 500)
                .orElseThrow();
        Route route = route(token, pair(cash, middle), pool);
        assertEquals(2, route.parts().getFirst().hops().size());
        assertEquals(new TokenVerdict.Sound(), verdict(router02, route));
    }

    @Test
    void a_token_that_changes_allowances_by_way_of_zero_is_sound() {
        cash.send("mint(address,uint256)", wallet.address().hex(), AMOUNT);
        Approvals.exactly(at(cash), at(dex.routerV2()), BigInteger.ZERO, BigInteger.ONE)
                .forEach(call -> assertTrue(wallet.succeeds(call)));
        assertEquals(new TokenVerdict.Sound(), verdict(v2, route(reset, pair(cash, reset))));
    }

    @Test
    void a_taxed_token_is_found_with_its_tax_each_way() {
        Route route = route(taxed, pair(cash, taxed));
        // What goes back is taxed before it comes to the pair, which then gives a little less than 3 % less.
        for (SwapCalls calls : List.of(v2, router02)) {
            TokenVerdict.Taxed found = assertInstanceOf(TokenVerdict.Taxed.class, verdict(calls, route));
            assertEquals(300, found.buyBps());
            assertTrue(found.sellBps() > 295 && found.sellBps() <= 300, found.toString());
        }
    }

    @Test
    void a_taxed_token_passes_the_gate_only_where_that_is_allowed_and_is_then_bought_within_its_limits() {
        Route route = route(taxed, pair(cash, taxed));
        TokenVerdict verdict = verdict(v2, route);
        RiskLimits limits = RiskLimits.of(
                new AllowLists(Set.of(at(cash), at(taxed)), Set.of(at(dex.routerV2())), Optional.empty()));
        assertEquals(List.of(RefusalReason.TAXED_TOKEN), reasons(limits, route, verdict));
        RiskLimits lenient = limits.with(new TokenLimits(300, 100));
        assertEquals(List.of(), reasons(lenient, route, verdict));
        BigInteger minOut = new RiskGate(lenient).minOut(Side.BUY, route, verdict);
        Approvals.exactly(at(cash), at(dex.routerV2()), BigInteger.ZERO, AMOUNT)
                .forEach(call -> assertTrue(wallet.succeeds(call)));
        SwapTerms terms =
                new SwapTerms(wallet.address(), minOut, Clients.now(CHAIN).plusSeconds(60), true);
        assertTrue(wallet.succeeds(v2.swap(route, terms)));
        assertTrue(wallet.balance(taxed).compareTo(minOut) >= 0);
    }

    private List<RefusalReason> reasons(RiskLimits limits, Route route, TokenVerdict verdict) {
        RiskGate gate = new RiskGate(limits);
        Instant now = Clients.now(CHAIN);
        TradeProposal trade = new TradeProposal(
                Side.BUY,
                new TradeProposal.Quoted(route, now),
                at(dex.routerV2()),
                gate.minOut(Side.BUY, route, verdict),
                new TradeProposal.Worth(BigDecimal.valueOf(100), BigDecimal.ZERO));
        Situation situation =
                new Situation(now, BigDecimal.ZERO, BigDecimal.ZERO, Optional.of(BigDecimal.ONE), verdict);
        return gate.refusals(trade, situation).stream().map(Refusal::reason).toList();
    }

    @Test
    void a_honeypot_is_found_and_without_the_trial_its_buyer_is_caught() {
        PoolRef pair = pair(cash, trap);
        assertEquals(new TokenVerdict.Sound(), verdict(v2, route(trap, pair)));
        trap.send("trap(address)", pair.address().hex());
        Route route = route(trap, pair);
        TokenVerdict.Honeypot found = assertInstanceOf(TokenVerdict.Honeypot.class, verdict(v2, route));
        assertTrue(found.why().contains("TRANSFER_FROM_FAILED"), found.why());
        RiskLimits lenient = RiskLimits.of(
                        new AllowLists(Set.of(at(cash), at(trap)), Set.of(at(dex.routerV2())), Optional.empty()))
                .with(new TokenLimits(10_000, 100));
        assertEquals(List.of(RefusalReason.HONEYPOT), reasons(lenient, route, found));
        // The control: it can be bought, and then not be sold.
        swap(route, cash);
        Route back = new RouteFinder(List.of(new PoolReader(client).read(client.head(), pair)), RouteLimits.DEFAULTS)
                .find(at(trap), at(cash), wallet.balance(trap), GasCosts.FREE)
                .orElseThrow();
        Approvals.exactly(at(trap), at(dex.routerV2()), BigInteger.ZERO, back.amountIn())
                .forEach(call -> assertTrue(wallet.succeeds(call)));
        assertFalse(wallet.succeeds(v2.swap(back, terms())));
    }

    private void swap(Route route, TestContract in) {
        Approvals.exactly(at(in), at(dex.routerV2()), BigInteger.ZERO, route.amountIn())
                .forEach(call -> assertTrue(wallet.succeeds(call)));
        assertTrue(wallet.succeeds(v2.swap(route, terms())));
    }

    private SwapTerms terms() {
        return new SwapTerms(
                wallet.address(), BigInteger.ONE, Clients.now(CHAIN).plusSeconds(60), false);
    }

    @Test
    void a_trial_changes_nothing() {
        Route route = route(token, pair(cash, token));
        BlockRef before = client.head();
        verdict(v2, route);
        assertEquals(before, client.head());
        assertEquals(AMOUNT, wallet.balance(cash));
        assertEquals(BigInteger.ZERO, wallet.allowance(cash, at(dex.routerV2())));
    }

    @Test
    void without_the_money_or_a_way_through_the_router_nothing_is_proven() {
        Route route = route(token, pair(cash, token));
        swap(route, cash);
        TokenVerdict poor = verdict(v2, route(token, pair(cash, token)));
        assertTrue(assertInstanceOf(TokenVerdict.Unproven.class, poor).why().contains("could not be bought"));
        SwapCalls blind = new SwapCalls(new RouterContract(at(dex.routerV2()), RouterKind.V2_ROUTER, List.of()));
        assertInstanceOf(TokenVerdict.Unproven.class, verdict(blind, route));
    }

    @Test
    void where_no_node_simulates_nothing_is_proven() {
        Route route = route(token, pair(cash, token));
        BlockRef head = client.head();
        for (FaultProxy.Fault fault : List.of(
                new FaultProxy.Fault.Error(-32601, "no such method"),
                new FaultProxy.Fault.LostRequest(),
                new FaultProxy.Fault.Result("[]"),
                new FaultProxy.Fault.Result("[{\"calls\":[{},{},{},{},{}]}]"))) {
            proxy.set("eth_simulateV1", fault);
            TokenVerdict verdict = new TokenTrial(client, v2).verdict(head, wallet.address(), route);
            assertInstanceOf(TokenVerdict.Unproven.class, verdict);
        }
    }
}
