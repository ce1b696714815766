package org.evenkeel.onchain.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.evenkeel.market.TradingPair;
import org.evenkeel.onchain.market.Units;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestContract;
import org.evenkeel.testkit.chain.Whim;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Tokens that tell wrong balances when they are traded, or move more than they are told to. */
final class LyingBalancesTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static Floor floor;
    private static TradingPair inPair;
    private static TradingPair inRanges;

    @TempDir
    private Path folder;

    private Dealer dealer;

    @BeforeAll
    static void deploy() {
        floor = new Floor(CHAIN, 6, false);
        inPair = floor.pairV2(floor.dex.fickleToken("FKL", 18), "FKL");
        inRanges = floor.poolV3(floor.dex.fickleToken("RNG", 18), "RNG");
    }

    @BeforeEach
    void open() {
        Dealer.fund(floor, 100_000);
        dealer = new Dealer(floor, folder, Trading.Ways.USUAL);
    }

    @AfterEach
    void close() {
        dealer.close();
        List.of(inPair, inRanges).forEach(pair -> Whim.PLAIN.on(floor.contract(pair)));
    }

    private Fill executed(PlannedTrade trade) {
        return dealer.filled(execution(trade).execute(dealer.order(trade)));
    }

    private Fill settled(PlannedTrade trade) {
        return dealer.filled(execution(trade)
                .settle(List.of(Trade.planned(trade, START)), START)
                .getFirst());
    }

    /** Each dealer counts its trades from 1 on: a run of its own for each pair. */
    private SwapExecution execution(PlannedTrade trade) {
        return dealer.trading.executionOf(trade.intent().pair().base() + "@2026");
    }

    private void assertBooksWhatPoolsPaid(TradingPair pair, Whim whim) {
        BigInteger before = dealer.held(pair);
        dealer = dealer.restarted(
                SharedBlock.turnedAtItsEnd(CHAIN, floor.contract(pair), whim).client());
        PlannedTrade buy = dealer.planBuy(pair, "1000");
        Fill bought = executed(buy);
        assertEquals(before.add(Units.of(bought.quantity(), pair.base())), dealer.held(pair));
        assertEquals(bought, settled(buy));
    }

    @Test
    void no_more_is_booked_as_bought_than_the_pools_paid_out_whatever_a_token_tells() {
        for (TradingPair pair : List.of(inPair, inRanges)) {
            assertBooksWhatPoolsPaid(pair, Whim.VAIN);
            assertTrue(dealer.hasHeard("is bought no more"), dealer.heard.toString());
        }
    }

    @Test
    void what_is_more_than_any_pool_holds_is_no_balance() {
        assertBooksWhatPoolsPaid(inPair, Whim.ABSURD);
    }

    /** Sells all by a way of the token's, and settles that again; the books must bear both. */
    private void assertSellsNoMoreThanIsHeld(SharedBlock block) {
        PlannedTrade buy = dealer.planBuy(inPair, "1000");
        Fill bought = dealer.filled(dealer.trading.execute(buy));
        Position position = Position.open(1, buy.intent(), bought, START);
        dealer = dealer.restarted(block.client());
        PlannedTrade sale = dealer.planSale(inPair, bought.quantity(), TradeReason.CLOSE);
        Fill sold = executed(sale);
        assertEquals(sold, settled(sale));
        assertEquals(0, position.sold(sold, START).quantity().signum());
        assertTrue(dealer.hasHeard("is bought no more"), dealer.heard.toString());
    }

    @Test
    void no_more_is_booked_as_sold_than_is_held_whatever_a_token_tells() {
        assertSellsNoMoreThanIsHeld(SharedBlock.turnedBack(CHAIN, floor.contract(inPair), Whim.VAIN));
    }

    @Test
    void what_a_token_takes_of_its_seller_on_top_is_not_booked_as_sold() {
        TestContract token = floor.contract(inPair);
        token.send("transfer(address,uint256)", Dealer.WALLET.hex(), BigInteger.TEN.pow(21));
        Runnable toll = () -> Whim.TOLL.on(token);
        String nothing = Whim.TOLL.input(token);
        assertSellsNoMoreThanIsHeld(new SharedBlock(CHAIN, token, nothing, true, toll, () -> {}));
    }

    @Test
    void control_a_sale_of_more_than_is_held_is_refused_by_the_books() {
        PlannedTrade buy = dealer.planBuy(inPair, "1000");
        Fill bought = dealer.filled(dealer.trading.execute(buy));
        Position position = Position.open(1, buy.intent(), bought, START);
        Fill more = new Fill(
                bought.quantity().add(BigDecimal.ONE), bought.value(), bought.midPrice(), bought.costs(), List.of());
        assertThrows(IllegalStateException.class, () -> position.sold(more, START));
    }
}
