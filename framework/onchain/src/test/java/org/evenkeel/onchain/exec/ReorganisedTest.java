package org.evenkeel.onchain.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.evenkeel.api.port.Execution;
import org.evenkeel.market.TradingPair;
import org.evenkeel.onchain.market.Units;
import org.evenkeel.onchain.tx.TxSettings;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Trade;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Blocks that are taken back after their trades were booked. */
final class ReorganisedTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    private static Floor floor;
    private static TradingPair pair;

    @TempDir
    private Path folder;

    private Dealer dealer;

    @BeforeAll
    static void deploy() {
        floor = new Floor(CHAIN, 6, false);
        pair = floor.pairV2("TOK");
    }

    @BeforeEach
    void open() {
        Dealer.fund(floor, 100_000);
        dealer = new Dealer(floor, folder, Trading.Ways.USUAL);
    }

    @AfterEach
    void close() {
        dealer.close();
    }

    /** The last blocks are others now, without what was in them. */
    private static void reorganise(int blocks) {
        CHAIN.ask("anvil_reorg", blocks, List.of());
        CHAIN.ask("anvil_dropAllTransactions");
    }

    @Test
    void a_trade_that_is_still_in_its_block_is_not_undone_whoever_asks() {
        Trade trade = dealer.booked(dealer.planBuy(pair, "1000"));
        assertEquals(List.of(), dealer.execution.undone(List.of(trade)));
        dealer = dealer.restarted();
        assertEquals(List.of(), dealer.execution.undone(List.of(trade)));
    }

    @Test
    void a_swap_whose_block_is_gone_is_undone_with_all_after_it_and_booked_as_it_lands_again() {
        Trade first = dealer.booked(dealer.planBuy(pair, "1000"));
        Trade second = dealer.booked(dealer.planBuy(pair, "2000"));
        Trade third = dealer.booked(dealer.planBuy(pair, "3000"));
        reorganise(4);
        floor.dex.swapV2(floor.cash, floor.contract(pair), floor.whole(500));
        List<Trade> undone = dealer.execution.undone(List.of(first, second, third));
        assertEquals(List.of(third, second), undone);
        List<Execution.Ended> again = dealer.execution.settle(List.of(second, third), Instant.EPOCH);
        Fill secondFill = dealer.filled(again.get(0));
        Fill thirdFill = dealer.filled(again.get(1));
        assertNotEquals(second.filled().orElseThrow().fill().quantity(), secondFill.quantity());
        BigDecimal all = first.filled()
                .orElseThrow()
                .fill()
                .quantity()
                .add(secondFill.quantity())
                .add(thirdFill.quantity());
        assertEquals(Units.of(all, pair.base()), dealer.held(pair));
        assertEquals(
                floor.whole(100_000),
                dealer.cash()
                        .add(Units.of(
                                BigDecimal.valueOf(1000).add(secondFill.value()).add(thirdFill.value()),
                                floor.reserve)));
    }

    @Test
    void a_trade_that_was_planned_first_and_sent_last_is_undone_first() {
        PlannedTrade waited = dealer.planBuy(pair, "1000");
        Trade before = dealer.booked(dealer.planBuy(pair, "2000"));
        Trade after = dealer.booked(waited);
        reorganise(4);
        floor.dex.swapV2(floor.cash, floor.contract(pair), floor.whole(500));
        assertEquals(List.of(after, before), dealer.execution.undone(List.of(after, before)));
    }

    @Test
    void a_trade_that_was_planned_last_and_sent_first_is_still_so_where_only_the_later_is_gone() {
        PlannedTrade waited = dealer.planBuy(pair, "1000");
        Trade before = dealer.booked(dealer.planBuy(pair, "2000"));
        Trade after = dealer.booked(waited);
        reorganise(1);
        floor.dex.swapV2(floor.cash, floor.contract(pair), floor.whole(500));
        assertEquals(List.of(after), dealer.execution.undone(List.of(after, before)));
    }

    @Test
    void a_swap_that_reverts_where_it_lands_again_is_undone_and_failed() {
        Trade trade = dealer.booked(dealer.planBuy(pair, "1000"));
        reorganise(1);
        floor.dex.swapV2(floor.cash, floor.contract(pair), floor.whole(50_000));
        assertEquals(List.of(trade), dealer.execution.undone(List.of(trade)));
        Execution.Ended again =
                dealer.execution.settle(List.of(trade), Instant.EPOCH).getFirst();
        assertInstanceOf(Execution.Failed.class, again);
        assertEquals(floor.whole(100_000), dealer.cash());
        assertEquals(BigInteger.ZERO, dealer.allowed(floor.cash));
    }

    @Test
    void what_has_all_its_confirmations_is_not_looked_for_any_more() {
        dealer = dealer.restarted(Trading.Ways.USUAL.with(TxSettings.DEFAULTS.withConfirmations(2)));
        Trade trade = dealer.booked(dealer.planBuy(pair, "1000"));
        CHAIN.ask("evm_mine");
        assertEquals(List.of(), dealer.execution.undone(List.of(trade)));
        assertTrue(dealer.transactions.reconcile().stream()
                .noneMatch(outcome -> outcome.id().endsWith("/swap")));
        assertTrue(dealer.transactions.reconcile().isEmpty());
    }
}
