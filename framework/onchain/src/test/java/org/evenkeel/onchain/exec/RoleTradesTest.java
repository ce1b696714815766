package org.evenkeel.onchain.exec;

import static org.evenkeel.onchain.swap.TestExchanges.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import org.evenkeel.api.port.Execution;
import org.evenkeel.market.TradingPair;
import org.evenkeel.onchain.safe.RoleAccess;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestContract;
import org.evenkeel.testkit.chain.TestRoles;
import org.evenkeel.testkit.chain.TestRoles.Limit;
import org.evenkeel.testkit.chain.TestRoles.Version;
import org.evenkeel.testkit.chain.TestSafe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A Safe trades whose owners gave a key a role: its money moves within their limits, and the key has nothing but gas. */
final class RoleTradesTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    private static final String APPROVE = "approve(address,uint256)";
    private static final String SWAPS = "multicall(uint256,bytes[])";
    private static final long CAP = 5_000;

    private static Floor floor;
    private static TradingPair inPair;
    private static TradingPair inRanges;
    private static TestSafe safes;

    @TempDir
    private Path folder;

    private TestRoles roles;
    private Dealer dealer;

    @BeforeAll
    static void deploy() {
        floor = new Floor(CHAIN, 6, false);
        inPair = floor.pairV2("TOK");
        inRanges = floor.poolV3("RNG");
        safes = TestSafe.deployOn(CHAIN);
    }

    private void open(Version version) {
        roles = TestRoles.deployFor(safes, safes.createOfTwo(), version)
                .enable()
                .assign(Trading.WALLET.hex(), true)
                .allow(floor.dex.router(), SWAPS);
        if (version == Version.ONE) {
            roles.limit(floor.cash, APPROVE, Limit.under(1, floor.whole(CAP)));
        }
        for (TestContract token : List.of(floor.cash, floor.contract(inPair), floor.contract(inRanges))) {
            approvals(version, token);
        }
        Dealer.fund(floor, 0);
        floor.cash.send("mint(address,uint256)", roles.safe(), floor.whole(100_000));
        dealer = new Dealer(floor, folder, Trading.Ways.USUAL.with(Trading.Speaker.on(floor, RoleAccess.of(roles))));
    }

    private void approvals(Version version, TestContract token) {
        if (version == Version.ONE) {
            roles.limitTo(List.of(floor.dex.router(), floor.dex.routerV2()), token, APPROVE, 0);
        } else {
            roles.allow(token, APPROVE);
        }
    }

    @AfterEach
    void close() {
        dealer.close();
    }

    private BigInteger coins() {
        return dealer.client().balance(dealer.client().head(), Trading.WALLET);
    }

    @ParameterizedTest
    @EnumSource
    void a_safe_buys_and_sells_through_its_module_and_what_moved_is_booked(Version version) {
        open(version);
        BigInteger before = safes.nonce(roles.safe());
        RoundTrip.throughSafe(dealer, inPair);
        RoundTrip.throughSafe(dealer, inRanges);
        assertEquals(before, safes.nonce(roles.safe()), "no owner signed anything");
    }

    @ParameterizedTest
    @EnumSource
    void its_trade_is_found_again_after_a_restart_and_made_once(Version version) {
        open(version);
        dealer = RoundTrip.halfAcrossRestart(dealer, inPair);
    }

    private void assertRefused(String why, Outcome outcome, Execution.Ended ended) {
        Execution.Failed failed = assertInstanceOf(Execution.Failed.class, ended, () -> ended + " " + dealer.heard);
        assertEquals(outcome, failed.outcome());
        assertTrue(dealer.heard.getLast().contains(why), dealer.heard.toString());
        assertEquals(0, failed.gas().signum());
    }

    @Test
    void more_than_the_owners_let_a_router_take_at_once_is_refused_in_words_and_costs_nothing() {
        open(Version.ONE);
        BigInteger before = coins();
        assertRefused(
                "an argument is more than the role may have there (ParameterGreaterThanAllowed)",
                Outcome.NOT_SENT,
                dealer.buy(inPair, Long.toString(CAP)));
        assertEquals(before, coins());
        dealer.filled(dealer.buy(inPair, Long.toString(CAP - 1)));
    }

    @ParameterizedTest
    @EnumSource
    void a_router_that_the_role_may_not_call_any_more_is_allowed_nothing_and_costs_nothing(Version version) {
        open(version);
        roles.revoke(floor.dex.router());
        BigInteger before = coins();
        assertRefused("(TargetAddressNotAllowed)", Outcome.REFUSED, dealer.buy(inPair, "100"));
        assertEquals(before, coins());
        assertEquals(BigInteger.ZERO, dealer.allowed(floor.cash));
    }

    @Test
    void control_where_the_modifier_is_not_asked_before_a_trade_begins_an_allowance_is_paid_for_in_vain() {
        open(Version.TWO);
        roles.revoke(floor.dex.router());
        BigInteger before = coins();
        TradePlanner unasked = new TradePlanner(
                dealer.market, at(roles.safe()), dealer.trading.rules(dealer.verdicts), () -> dealer.now());
        SwapExecution.Desk desk = new SwapExecution.Desk(
                dealer.market, unasked, dealer.verdicts, dealer.trading.account, () -> soFar -> true);
        SwapExecution execution = new SwapExecution("Test@2026", List.of(desk), dealer.trading, () -> dealer.now());
        assertInstanceOf(Execution.Failed.class, execution.execute(dealer.order(dealer.planBuy(inPair, "100"))));
        assertTrue(dealer.heard.getLast().contains("TargetAddressNotAllowed"), dealer.heard.toString());
        assertTrue(coins().compareTo(before) < 0, "gas for an allowance, and to take it back");
    }
}
