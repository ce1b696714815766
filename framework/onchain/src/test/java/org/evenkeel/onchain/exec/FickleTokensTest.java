package org.evenkeel.onchain.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.evenkeel.api.port.Execution;
import org.evenkeel.api.port.Quotes;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.market.PairHistory;
import org.evenkeel.market.TradingPair;
import org.evenkeel.onchain.market.OnchainPricing;
import org.evenkeel.onchain.market.Units;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeStatus;
import org.evenkeel.testkit.chain.LocalChain;
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

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final int QUIET = 1;
    private static final int BOASTFUL = 2;
    private static final int STINGY = 3;
    private static final int SILENT = 4;

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
        inPair = floor.pairV2(floor.dex.fickleToken("FKL", 18), "FKL", 1_000_000);
        inRanges = floor.poolV3(floor.dex.fickleToken("RNG", 18), "RNG", 500, 1_000_000);
        plain = floor.pairV2(floor.dex.token("TOK", 18), "TOK", 1_000_000);
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

    private static void turn(TradingPair pair, int way) {
        SharedBlock.turn(floor.contract(pair), way);
    }

    private Fill filled(Execution.Ended ended) {
        return assertInstanceOf(Execution.Filled.class, ended, () -> ended + " " + dealer.heard)
                .fill();
    }

    private boolean isSaid(String what) {
        return dealer.heard.stream().anyMatch(said -> said.contains(what));
    }

    private Quotes quotes() {
        Map<TradingPair, PairHistory> histories = new LinkedHashMap<>();
        for (TradingPair pair : floor.universe().pairs()) {
            Candles candles = new Candles(
                    Interval.HOURLY, new long[] {START.toEpochMilli()}, Candles.Prices.ofCloses(new double[] {1}));
            histories.put(pair, new PairHistory(pair, candles));
        }
        return new OnchainPricing(
                        Stream.of(new OnchainPricing.Desk(dealer.market, dealer.verdicts)), Duration.ofHours(2))
                .quotes(new MarketHistory(floor.universe(), histories).asOf(START.plus(Duration.ofHours(1))));
    }

    /** A trade in a token that has become what it was not is booked as the balances have it. */
    private void assertBookedByBalances(TradingPair pair, int way) {
        BigDecimal before = filled(dealer.buy(pair, "1000")).quantity();
        turn(pair, way);
        BigInteger cash = dealer.cash();
        Fill bought = filled(dealer.buy(pair, "500"));
        assertEquals(Units.of(bought.value(), floor.reserve), cash.subtract(dealer.cash()));
        assertEquals(Units.of(before.add(bought.quantity()), pair.base()), dealer.held(pair));
        assertTrue(isSaid("is bought no more"), dealer.heard.toString());
        Execution.Failed refused = assertInstanceOf(Execution.Failed.class, dealer.buy(pair, "500"));
        assertEquals(Outcome.REFUSED, refused.outcome());
        assertTrue(isSaid("TOKEN_UNTRUE"), dealer.heard.toString());
        cash = dealer.cash();
        Fill sold = filled(dealer.sell(pair, before.add(bought.quantity())));
        assertEquals(Units.of(sold.value(), floor.reserve), dealer.cash().subtract(cash));
        assertEquals(0, before.add(bought.quantity()).compareTo(sold.quantity()));
        assertEquals(BigInteger.ZERO, dealer.held(pair));
    }

    @Test
    void a_token_that_logs_nothing_any_more_is_booked_by_the_balances_bought_no_more_and_can_be_sold() {
        assertBookedByBalances(inPair, QUIET);
        assertBookedByBalances(inRanges, QUIET);
        filled(dealer.buy(plain, "500"));
    }

    @Test
    void a_token_that_logs_more_than_it_moves_is_booked_by_the_balances() {
        assertBookedByBalances(inPair, BOASTFUL);
        assertBookedByBalances(inRanges, BOASTFUL);
    }

    @Test
    void what_was_paid_for_nothing_is_booked_as_that() {
        BigDecimal before = filled(dealer.buy(inRanges, "1000")).quantity();
        turn(inRanges, STINGY);
        BigInteger cash = dealer.cash();
        Fill bought = filled(dealer.buy(inRanges, "500"));
        assertEquals(0, bought.quantity().signum());
        assertEquals(Units.of(bought.value(), floor.reserve), cash.subtract(dealer.cash()));
        assertEquals(Units.of(before, inRanges.base()), dealer.held(inRanges));
    }

    @Test
    void what_comes_from_elsewhere_in_the_same_block_is_not_the_trades_and_harms_no_token() {
        filled(dealer.buy(inPair, "1000"));
        BigInteger gift = BigInteger.TEN.pow(18);
        dealer.close();
        dealer = new Dealer(
                floor, SharedBlock.withGift(CHAIN, floor.contract(inPair), gift).client(), folder, Trading.Ways.USUAL);
        BigInteger held = dealer.held(inPair);
        Fill bought =
                filled(dealer.trading.executionOf("Other@2026").execute(dealer.order(dealer.planBuy(inPair, "500"))));
        assertEquals(
                Units.of(bought.quantity(), inPair.base()).add(gift),
                dealer.held(inPair).subtract(held));
        assertTrue(dealer.heard.stream().noneMatch(said -> said.contains("bought no more")), dealer.heard.toString());
        filled(dealer.trading.executionOf("Third@2026").execute(dealer.order(dealer.planBuy(inPair, "500"))));
    }

    @Test
    void what_falls_silent_right_after_it_was_bought_is_booked_by_what_was_logged_and_is_not_undone() {
        Fill bought = filled(dealer.buy(inPair, "1000"));
        BigInteger held = dealer.held(inPair);
        assertEquals(Units.of(bought.quantity(), inPair.base()), held);
        turn(inPair, SILENT);
        dealer.close();
        dealer = new Dealer(floor, folder, Trading.Ways.USUAL);
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
        BigDecimal held = filled(dealer.buy(inPair, "1000")).quantity();
        double worth = quotes().saleValue(inPair, held.doubleValue());
        assertTrue(worth > 900, "it is worth " + worth);
        dealer.verdicts.freeze(inPair.base(), "it tells nothing");
        assertEquals(0, quotes().saleValue(inPair, held.doubleValue()));
        assertEquals(Optional.of(Outcome.FROZEN), quotes().findObstacle(inPair));
        assertEquals(Optional.empty(), quotes().findObstacle(plain));
        assertInstanceOf(Execution.Failed.class, dealer.buy(inPair, "500"));
        assertTrue(isSaid("it tells nothing"), dealer.heard.toString());
        dealer.verdicts.thaw(inPair.base());
        assertEquals(worth, quotes().saleValue(inPair, held.doubleValue()));
        filled(dealer.buy(inPair, "500"));
    }

    @Test
    void a_token_whose_contract_is_gone_does_not_keep_the_others_from_being_opened_and_traded() {
        filled(dealer.buy(inPair, "1000"));
        dealer.close();
        CHAIN.ask("anvil_setCode", floor.contract(inPair).address(), "0x");
        dealer = new Dealer(floor, folder, Trading.Ways.USUAL);
        assertEquals(Set.of(inPair.base()), dealer.market.silent());
        filled(dealer.trading.executionOf("Other@2026").execute(dealer.order(dealer.planBuy(plain, "500"))));
    }
}
