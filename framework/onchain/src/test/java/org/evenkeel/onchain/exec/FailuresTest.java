package org.evenkeel.onchain.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import org.evenkeel.api.port.Execution;
import org.evenkeel.market.TradingPair;
import org.evenkeel.onchain.market.Units;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong between a plan and its block. */
final class FailuresTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    private static Floor floor;
    private static TradingPair pair;

    @TempDir
    private Path folder;

    private Dealer dealer;

    @BeforeAll
    static void deploy() {
        floor = new Floor(CHAIN, 18, false);
        pair = floor.pairV2("TOK");
    }

    @BeforeEach
    void open() {
        Dealer.fund(floor, 100_000);
    }

    @AfterEach
    void close() {
        dealer.close();
    }

    private static void frontRun(long amount) {
        floor.dex.swapV2(floor.cash, floor.contract(pair), Floor.units(amount, 18));
    }

    private void dealThrough(ChainClient client) {
        dealer = new Dealer(floor, client, folder, Trading.Ways.USUAL);
    }

    private BigDecimal quoted(String spend) {
        SwapPlan.Ready plan = assertInstanceOf(SwapPlan.Ready.class, dealer.planner.plan(dealer.planBuy(pair, spend)));
        return Units.amount(plan.routed().route().amountOut(), pair.base());
    }

    @Test
    void what_comes_after_a_small_move_of_the_price_is_booked_and_not_what_was_quoted() {
        dealThrough(Sendings.before(CHAIN, Sendings.SWAP, () -> frontRun(1_000)));
        BigInteger cash = dealer.cash();
        BigDecimal quoted = quoted("1000");
        Fill fill = dealer.filled(dealer.buy(pair, "1000"));
        assertTrue(fill.quantity().compareTo(quoted) < 0);
        assertEquals(Units.of(fill.quantity(), pair.base()), dealer.held(pair));
        assertEquals(Units.of(fill.value(), floor.reserve), cash.subtract(dealer.cash()));
    }

    @Test
    void a_large_move_reverts_the_swap_whose_gas_is_booked_and_whose_allowance_is_taken_back() {
        dealThrough(Sendings.before(CHAIN, Sendings.SWAP, () -> frontRun(50_000)));
        BigInteger cash = dealer.cash();
        Execution.Failed failed = assertInstanceOf(Execution.Failed.class, dealer.buy(pair, "1000"));
        assertEquals(Outcome.REVERTED, failed.outcome());
        assertTrue(failed.gas().signum() > 0);
        assertEquals(cash, dealer.cash());
        assertEquals(BigInteger.ZERO, dealer.allowed(floor.cash));
    }

    @Test
    void a_move_while_the_approval_waits_is_quoted_anew() {
        dealThrough(Sendings.before(CHAIN, Sendings.APPROVAL, () -> frontRun(50_000)));
        Fill fill = dealer.filled(dealer.buy(pair, "1000"));
        assertEquals(Units.of(fill.quantity(), pair.base()), dealer.held(pair));
    }

    @Test
    void a_swap_that_waits_longer_than_is_waited_is_unknown_and_is_settled_by_its_receipt() {
        dealThrough(Sendings.before(CHAIN, Sendings.SWAP, () -> CHAIN.ask("evm_setAutomine", false)));
        dealer.trading.patience = 5;
        PlannedTrade trade = dealer.planBuy(pair, "1000");
        BigInteger cash = dealer.cash();
        assertInstanceOf(Execution.Unknown.class, dealer.execution.execute(dealer.order(trade)));
        assertInstanceOf(Execution.Unknown.class, dealer.settle(trade));
        CHAIN.ask("evm_mine");
        CHAIN.ask("evm_setAutomine", true);
        Fill fill = dealer.filled(dealer.settle(trade));
        assertEquals(Units.of(fill.value(), floor.reserve), cash.subtract(dealer.cash()));
        assertEquals(Units.of(fill.quantity(), pair.base()), dealer.held(pair));
    }

    @Test
    void an_approval_that_waits_longer_than_is_waited_ends_the_trade_and_is_taken_back() {
        dealThrough(Sendings.before(CHAIN, Sendings.APPROVAL, () -> CHAIN.ask("evm_setAutomine", false)));
        dealer.trading.patience = 5;
        PlannedTrade trade = dealer.planBuy(pair, "1000");
        assertInstanceOf(Execution.Unknown.class, dealer.execution.execute(dealer.order(trade)));
        CHAIN.ask("evm_mine");
        CHAIN.ask("evm_setAutomine", true);
        dealer.trading.patience = 300;
        Execution.Failed failed = assertInstanceOf(Execution.Failed.class, dealer.settle(trade));
        assertEquals(Outcome.NOT_SENT, failed.outcome());
        assertTrue(failed.gas().signum() > 0);
        assertEquals(BigInteger.ZERO, dealer.allowed(floor.cash));
        assertEquals(BigInteger.ZERO, dealer.held(pair));
    }

    /** The stop is the third trade, and each takes an approval and a swap. */
    @Test
    void a_stop_that_reverted_counts_in_what_the_next_one_may_cost() {
        dealThrough(Sendings.before(
                CHAIN,
                3 * Sendings.SWAP,
                () -> floor.dex.swapV2(floor.contract(pair), floor.cash, Floor.units(20_000, 18))));
        BigDecimal half = bought();
        BigDecimal all = half.add(bought());
        assertEquals(
                Outcome.REVERTED,
                assertInstanceOf(Execution.Failed.class, stopped(half, 150)).outcome());
        assertEquals(
                Outcome.REFUSED,
                assertInstanceOf(Execution.Failed.class, stopped(all, 30)).outcome());
        dealer.filled(stopped(all, 0));
    }

    private BigDecimal bought() {
        return dealer.filled(dealer.trading.booked(dealer.planBuy(pair, "9000"), dealer.now()))
                .quantity();
    }

    private Execution.Ended stopped(BigDecimal quantity, int secondsAgo) {
        return dealer.trading.booked(
                dealer.planSale(pair, quantity, TradeReason.STOP_LOSS),
                dealer.now().minusSeconds(secondsAgo));
    }
}
