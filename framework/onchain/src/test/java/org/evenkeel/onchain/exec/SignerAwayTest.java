package org.evenkeel.onchain.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import org.evenkeel.api.port.Execution;
import org.evenkeel.api.port.Unavailable;
import org.evenkeel.market.TradingPair;
import org.evenkeel.onchain.sign.FarKey;
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

/** Whoever signs is away, or refuses, while trades are wanted: that is no market, and none is paid for it. */
final class SignerAwayTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    private static Floor floor;
    private static TradingPair pair;

    @TempDir
    private Path folder;

    private final FarKey key = new FarKey(Trading.KEY);
    private Dealer dealer;

    @BeforeAll
    static void deploy() {
        floor = new Floor(CHAIN, 18, false);
        pair = floor.pairV2("TOK");
    }

    @BeforeEach
    void open() {
        Dealer.fund(floor, 100_000);
        dealer = new Dealer(floor, folder, Trading.Ways.USUAL.with(key));
    }

    @AfterEach
    void close() {
        dealer.close();
    }

    private static Execution.Failed assertFailed(Outcome outcome, Execution.Ended ended) {
        Execution.Failed failed = assertInstanceOf(Execution.Failed.class, ended);
        assertEquals(outcome, failed.outcome(), failed::toString);
        return failed;
    }

    /** It ends nothing and nobody is told that it was refused: the run looks again what became of it, and tries again. */
    private Execution.Failed unsigned(PlannedTrade trade) {
        Unavailable away = assertThrows(Unavailable.class, () -> dealer.execution.execute(dealer.order(trade)));
        assertTrue(String.valueOf(away.getMessage()).contains("did not answer"), away::toString);
        return assertFailed(Outcome.NOT_SENT, dealer.settle(trade));
    }

    @Test
    void what_a_decision_wants_is_unavailable_while_nobody_signs_and_was_never_sent() {
        key.leavesAfter(0);
        assertEquals(BigDecimal.ZERO, unsigned(dealer.planBuy(pair, "1000")).gas());
        assertEquals(List.of(), dealer.heard);
        key.isBack();
        dealer.filled(dealer.buy(pair, "1000"));
    }

    @Test
    void one_who_leaves_after_the_approval_leaves_it_standing_and_the_next_trade_gives_exactly_its_own() {
        key.leavesAfter(1);
        assertTrue(unsigned(dealer.planBuy(pair, "1000")).gas().signum() > 0);
        assertEquals(floor.whole(1_000), dealer.allowed(floor.cash));
        assertTrue(dealer.hasHeard("could not be taken back"), dealer.heard::toString);
        key.isBack();
        dealer.filled(dealer.buy(pair, "500"));
        assertEquals(BigInteger.ZERO, dealer.allowed(floor.cash));
    }

    @Test
    void a_refusal_stays_one() {
        key.refusesAfter(0);
        assertFailed(Outcome.REFUSED, dealer.buy(pair, "1000"));
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

    @Test
    void stops_that_nobody_signed_do_not_make_the_next_one_cost_more() {
        BigDecimal half = bought();
        BigDecimal all = half.add(bought());
        key.leavesAfter(0);
        for (int secondsAgo : List.of(150, 90, 30)) {
            assertFailed(Outcome.NOT_SENT, stopped(half, secondsAgo));
        }
        key.refusesAfter(0);
        assertFailed(Outcome.REFUSED, stopped(half, 20));
        key.isBack();
        assertFailed(Outcome.REFUSED, stopped(all, 10));
        assertTrue(dealer.heard.getLast().startsWith("PRICE_IMPACT"), dealer.heard::toString);
        dealer.filled(stopped(half, 0));
    }

    @Test
    void the_time_between_two_that_the_pools_did_not_bear_counts_only_where_somebody_signed_meanwhile() {
        BigDecimal half = bought();
        BigDecimal all = half.add(bought());
        assertFailed(Outcome.REFUSED, stopped(all, 300));
        key.leavesAfter(0);
        assertFailed(Outcome.NOT_SENT, stopped(half, 200));
        key.isBack();
        assertFailed(Outcome.REFUSED, stopped(all, 150));
        assertFailed(Outcome.REFUSED, stopped(all, 30));
        dealer.filled(stopped(all, 0));
    }
}
