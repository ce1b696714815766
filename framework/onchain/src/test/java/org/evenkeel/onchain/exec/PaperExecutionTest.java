package org.evenkeel.onchain.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.evenkeel.api.port.Execution;
import org.evenkeel.market.TradingPair;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.market.TokenVerdicts;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Trade;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class PaperExecutionTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    private static Floor floor;
    private static TradingPair pair;

    @TempDir
    private Path folder;

    private Dealer dealer;
    private PaperExecution paper;

    @BeforeAll
    static void deploy() {
        floor = new Floor(CHAIN, 18, false);
        pair = floor.poolV3(floor.dex.token("TOK", 18), "TOK", 3000);
    }

    @BeforeEach
    void open() {
        Dealer.fund(floor, 100_000);
        dealer = new Dealer(floor, folder, Trading.Ways.USUAL);
        paper = new PaperExecution(List.of(dealer.planner), dealer.trading, dealer::now);
    }

    @AfterEach
    void close() {
        dealer.close();
    }

    @Test
    void a_trade_on_paper_comes_to_what_the_same_trade_then_comes_to_on_the_chain() {
        PlannedTrade trade = dealer.planBuy(pair, "1000");
        Fill onPaper = dealer.filled(paper.execute(dealer.order(trade)));
        assertEquals(floor.whole(100_000), dealer.cash());
        assertEquals(BigInteger.ZERO, dealer.held(pair));
        Fill onChain = dealer.filled(dealer.trading.execute(trade));
        assertEquals(onChain.quantity(), onPaper.quantity());
        assertEquals(onChain.value(), onPaper.value());
        assertEquals(onChain.midPrice(), onPaper.midPrice());
        assertEquals(onChain.costs().fee(), onPaper.costs().fee());
        assertEquals(onChain.costs().impact(), onPaper.costs().impact());
        assertEquals(onChain.route(), onPaper.route());
        assertTrue(onPaper.costs().gas().signum() > 0);
    }

    @Test
    void what_would_be_refused_is_refused_on_paper() {
        Execution.Failed failed =
                assertInstanceOf(Execution.Failed.class, paper.execute(dealer.order(dealer.planBuy(pair, "10001"))));
        assertEquals(Outcome.REFUSED, failed.outcome());
        assertTrue(dealer.heard.getFirst().contains("TRADE_VALUE"), dealer.heard.toString());
    }

    @Test
    void without_a_wallet_to_try_a_token_as_it_is_taken_as_sound_and_that_is_said_once() {
        Address nobody = new Address("0x" + "d".repeat(40));
        PlannedTrade first = dealer.planBuy(pair, "1000");
        PaperExecution refusing = paper(nobody, new TokenVerdicts(nobody));
        assertEquals(
                Outcome.REFUSED,
                assertInstanceOf(Execution.Failed.class, refusing.execute(dealer.order(first)))
                        .outcome());
        assertTrue(dealer.heard.getFirst().contains("TOKEN_UNPROVEN"), dealer.heard.toString());
        dealer.heard.clear();
        PaperExecution trusting = paper(nobody, TokenVerdicts.trusting());
        assertInstanceOf(Execution.Filled.class, trusting.execute(dealer.order(first)));
        assertInstanceOf(Execution.Filled.class, trusting.execute(dealer.order(dealer.planBuy(pair, "500"))));
        assertEquals(
                1,
                dealer.heard.stream()
                        .filter(said -> said.contains("taken as sound"))
                        .count(),
                dealer.heard.toString());
    }

    private PaperExecution paper(Address wallet, TokenVerdicts verdicts) {
        TradePlanner planner = new TradePlanner(dealer.market, wallet, dealer.trading.rules(verdicts), dealer::now);
        return new PaperExecution(List.of(planner), dealer.trading, dealer::now);
    }

    @Test
    void what_was_not_tried_is_not_frozen_either() {
        assertFalse(TokenVerdicts.trusting().isFrozen(dealer.market.now(), pair));
    }

    @Test
    void a_planned_trade_was_never_sent() {
        Trade planned = Trade.planned(dealer.planBuy(pair, "1000"), Instant.EPOCH);
        Execution.Ended ended = paper.settle(List.of(planned), Instant.EPOCH).getFirst();
        Execution.Failed failed = assertInstanceOf(Execution.Failed.class, ended);
        assertEquals(Outcome.NOT_SENT, failed.outcome());
        assertEquals(BigDecimal.ZERO, failed.gas());
    }
}
