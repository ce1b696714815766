package org.evenkeel.onchain.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.api.port.Execution;
import org.evenkeel.market.TradingPair;
import org.evenkeel.onchain.market.Units;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeStatus;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.Whim;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Tokens that were tried and found sound, and are something else when they are traded. */
final class FickleTokensTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    private static Floor floor;
    private static TradingPair inPair;
    private static TradingPair inRanges;
    private static TradingPair plain;

    @TempDir
    private Path folder;

    private Dealer dealer;

    @BeforeAll
    static void deploy() {
        floor = new Floor(CHAIN, 6, false);
        inPair = floor.pairV2(floor.dex.fickleToken("FKL", 18), "FKL");
        inRanges = floor.poolV3(floor.dex.fickleToken("RNG", 18), "RNG");
        plain = floor.pairV2("TOK");
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

    /** A trade in a token that has become what it was not is booked as the balances have it. */
    private void assertBookedByBalances(TradingPair pair, Whim whim) {
        BigDecimal before = dealer.filled(dealer.buy(pair, "1000")).quantity();
        whim.on(floor.contract(pair));
        BigInteger cash = dealer.cash();
        Fill bought = dealer.filled(dealer.buy(pair, "500"));
        assertEquals(Units.of(bought.value(), floor.reserve), cash.subtract(dealer.cash()));
        assertEquals(Units.of(before.add(bought.quantity()), pair.base()), dealer.held(pair));
        assertTrue(dealer.hasHeard("is bought no more"), dealer.heard.toString());
        Execution.Failed refused = assertInstanceOf(Execution.Failed.class, dealer.buy(pair, "500"));
        assertEquals(Outcome.REFUSED, refused.outcome());
        assertTrue(dealer.hasHeard("TOKEN_UNTRUE"), dealer.heard.toString());
        cash = dealer.cash();
        Fill sold = dealer.filled(dealer.sell(pair, before.add(bought.quantity())));
        assertEquals(Units.of(sold.value(), floor.reserve), dealer.cash().subtract(cash));
        assertEquals(0, before.add(bought.quantity()).compareTo(sold.quantity()));
        assertEquals(BigInteger.ZERO, dealer.held(pair));
    }

    @Test
    void a_token_that_logs_nothing_any_more_is_booked_by_the_balances_bought_no_more_and_can_be_sold() {
        assertBookedByBalances(inPair, Whim.QUIET);
        assertBookedByBalances(inRanges, Whim.QUIET);
        dealer.filled(dealer.buy(plain, "500"));
    }

    @Test
    void a_token_that_logs_more_than_it_moves_is_booked_by_the_balances() {
        assertBookedByBalances(inPair, Whim.BOASTFUL);
        assertBookedByBalances(inRanges, Whim.BOASTFUL);
    }

    @Test
    void what_was_paid_for_nothing_is_booked_as_that() {
        BigDecimal before = dealer.filled(dealer.buy(inRanges, "1000")).quantity();
        Whim.STINGY.on(floor.contract(inRanges));
        BigInteger cash = dealer.cash();
        Fill bought = dealer.filled(dealer.buy(inRanges, "500"));
        assertEquals(0, bought.quantity().signum());
        assertEquals(Units.of(bought.value(), floor.reserve), cash.subtract(dealer.cash()));
        assertEquals(Units.of(before, inRanges.base()), dealer.held(inRanges));
    }

    @Test
    void what_comes_from_elsewhere_in_the_same_block_is_not_the_trades_and_harms_no_token() {
        dealer.filled(dealer.buy(inPair, "1000"));
        BigInteger gift = BigInteger.TEN.pow(18);
        dealer = dealer.restarted(
                SharedBlock.withGift(CHAIN, floor.contract(inPair), gift).client());
        BigInteger held = dealer.held(inPair);
        Fill bought = dealer.filled(
                dealer.trading.executionOf("Other@2026").execute(dealer.order(dealer.planBuy(inPair, "500"))));
        assertEquals(
                Units.of(bought.quantity(), inPair.base()).add(gift),
                dealer.held(inPair).subtract(held));
        assertTrue(!dealer.hasHeard("bought no more"), dealer.heard.toString());
        dealer.filled(dealer.trading.executionOf("Third@2026").execute(dealer.order(dealer.planBuy(inPair, "500"))));
    }

    @Test
    void what_falls_silent_right_after_it_was_bought_is_booked_by_what_was_logged_and_is_not_undone() {
        Fill bought = dealer.filled(dealer.buy(inPair, "1000"));
        BigInteger held = dealer.held(inPair);
        assertEquals(Units.of(bought.quantity(), inPair.base()), held);
        Whim.SILENT.on(floor.contract(inPair));
        dealer = dealer.restarted();
        Trade booked = Trade.planned(dealer.planBuy(inPair, "1000"), Instant.EPOCH);
        Execution.Filled again = assertInstanceOf(Execution.Filled.class, dealer.settle(booked.plan()));
        assertEquals(bought, again.fill());
        assertEquals(
                List.of(),
                dealer.execution.undone(List.of(booked.advanced(
                        TradeStatus.FILLED,
                        Optional.of(new Trade.Filled(again.at(), again.fill(), 1, BigDecimal.ZERO))))));
    }

    @Test
    void a_token_that_is_frozen_is_worth_nothing_and_not_bought_until_it_is_thawed() {
        BigDecimal held = dealer.filled(dealer.buy(inPair, "1000")).quantity();
        double worth = dealer.quotes().saleValue(inPair, held.doubleValue());
        assertTrue(worth > 900, "it is worth " + worth);
        dealer.verdicts.freeze(inPair.base(), "it tells nothing");
        assertEquals(0, dealer.quotes().saleValue(inPair, held.doubleValue()));
        assertEquals(Optional.of(Outcome.FROZEN), dealer.quotes().findObstacle(inPair));
        assertEquals(Optional.empty(), dealer.quotes().findObstacle(plain));
        assertInstanceOf(Execution.Failed.class, dealer.buy(inPair, "500"));
        assertTrue(dealer.hasHeard("it tells nothing"), dealer.heard.toString());
        dealer.verdicts.thaw(inPair.base());
        assertEquals(worth, dealer.quotes().saleValue(inPair, held.doubleValue()));
        dealer.filled(dealer.buy(inPair, "500"));
    }

    @Test
    void a_token_whose_contract_is_gone_does_not_keep_the_others_from_being_opened_and_traded() {
        dealer.filled(dealer.buy(inPair, "1000"));
        CHAIN.ask("anvil_setCode", floor.contract(inPair).address(), "0x");
        dealer = dealer.restarted();
        assertEquals(Set.of(inPair.base()), dealer.market.silent());
        dealer.filled(dealer.trading.executionOf("Other@2026").execute(dealer.order(dealer.planBuy(plain, "500"))));
    }
}
