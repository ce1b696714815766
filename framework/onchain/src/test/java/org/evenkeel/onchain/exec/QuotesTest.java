package org.evenkeel.onchain.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.evenkeel.api.port.Quote;
import org.evenkeel.api.port.Quotes;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Quotes over real pools, held against trades that are then made. */
final class QuotesTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    private static Floor floor;
    private static TradingPair inPair;
    private static TradingPair inRanges;
    private static TradingPair honeypot;

    @TempDir
    private Path folder;

    private Dealer dealer;

    @BeforeAll
    static void deploy() {
        floor = new Floor(CHAIN, 6, false);
        inPair = floor.pairV2("TOK");
        inRanges = floor.poolV3("RNG");
        honeypot = floor.pairV2(floor.dex.honeypotToken("POT", 18), "POT");
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

    @Test
    void a_value_is_never_more_than_the_sale_brings_and_a_quote_is_what_a_trade_comes_to() {
        Random random = new Random(5);
        for (TradingPair pair : new TradingPair[] {inPair, inRanges}) {
            for (int round = 0; round < 4; round++) {
                BigDecimal spend = BigDecimal.valueOf(1 + random.nextInt(5_000_000), 3);
                Quote buy = dealer.quotes().buy(pair, spend.doubleValue());
                Fill bought = dealer.filled(dealer.buy(pair, spend.toPlainString()));
                assertEquals(bought.quantity().doubleValue(), buy.quantity(), buy.quantity() * 1e-12);
                assertEquals(bought.midPrice(), buy.midPrice());
                assertEquals(bought.costs().fee().doubleValue(), buy.losses().fee(), 1e-5);
                assertEquals(bought.costs().impact().doubleValue(), buy.losses().impact(), 1e-5);
                double held = bought.quantity().doubleValue();
                double value = dealer.quotes().saleValue(pair, held);
                Quote sale = dealer.quotes().sell(pair, held);
                Fill sold = dealer.filled(dealer.sell(pair, bought.quantity()));
                assertTrue(value <= sold.value().doubleValue(), value + " of " + sold.value());
                assertEquals(sold.value().doubleValue(), value, 2e-6);
                assertEquals(sold.value().doubleValue(), sale.value(), 2e-6);
                assertEquals(sold.costs().fee().doubleValue(), sale.losses().fee(), 2e-6);
            }
        }
    }

    @Test
    void a_quantity_brings_the_value_it_was_asked_for_and_a_cost_buys_the_quantity() {
        Quotes quotes = dealer.quotes();
        for (TradingPair pair : new TradingPair[] {inPair, inRanges}) {
            double quantity = quotes.quantityFor(pair, 700, 1000);
            assertEquals(700, quotes.sell(pair, quantity).value(), 1e-5);
            double cost = quotes.costFor(pair, 250);
            assertEquals(250, quotes.buy(pair, cost).quantity(), 1e-5);
            assertThrows(IllegalArgumentException.class, () -> quotes.costFor(pair, 5_000_000));
        }
    }

    @Test
    void the_most_that_may_be_traded_moves_the_price_by_the_limit() {
        Quotes quotes = dealer.quotes();
        for (TradingPair pair : new TradingPair[] {inPair, inRanges}) {
            double spend = quotes.maxSpend(pair, 0.01);
            assertEquals(0.01, quotes.buy(pair, spend).impactFraction(), 1e-4);
            assertTrue(quotes.buy(pair, spend * 1.01).impactFraction() > 0.01);
            double quantity = quotes.maxSale(pair, 0.01);
            assertEquals(0.01, quotes.sell(pair, quantity).impactFraction(), 1e-4);
        }
        assertEquals(2_000_000, quotes.poolValue(inPair), 1);
        assertTrue(quotes.poolValue(inRanges) > 1_000_000 && quotes.poolValue(inRanges) < 2_010_000);
    }

    @Test
    void all_quotes_of_one_view_are_of_one_block() {
        Quotes quotes = dealer.quotes();
        double before = quotes.saleValue(inPair, 1000);
        floor.dex.swapV2(floor.cash, floor.contract(inPair), floor.whole(50_000));
        assertEquals(before, quotes.saleValue(inPair, 1000));
        assertTrue(dealer.quotes().saleValue(inPair, 1000) > before);
    }

    @Test
    void a_pair_whose_candle_is_too_old_is_not_traded_and_is_valued_all_the_same() {
        Quotes stale = dealer.quotes(Duration.ofHours(3));
        assertEquals(Optional.of(Outcome.STALE_PRICE), stale.findObstacle(inPair));
        assertTrue(stale.saleValue(inPair, 100) > 99);
        assertEquals(
                Optional.of(Outcome.NO_PRICE),
                dealer.quotes(Duration.ofHours(-1)).findObstacle(inPair));
        assertEquals(Optional.empty(), dealer.quotes().findObstacle(inPair));
    }

    @Test
    void a_token_that_cannot_be_sold_any_more_is_worth_nothing_and_the_others_go_on() {
        Fill bought = dealer.filled(dealer.buy(honeypot, "1000"));
        double held = bought.quantity().doubleValue();
        assertTrue(dealer.quotes().saleValue(honeypot, held) > 980);
        floor.trap(honeypot);
        dealer.verdicts.doubt(honeypot.base());
        assertEquals(0, dealer.quotes().saleValue(honeypot, held));
        assertEquals(Optional.of(Outcome.FROZEN), dealer.quotes().findObstacle(honeypot));
        assertTrue(dealer.quotes().saleValue(inPair, 100) > 99);
        assertEquals(Optional.empty(), dealer.quotes().findObstacle(inPair));
    }

    @Test
    void a_pool_that_cannot_be_read_is_worth_nothing_and_the_others_go_on() {
        TestContract pool =
                floor.dex.factoryV2().contract("getPair(address,address)", floor.cash, floor.contract(honeypot));
        Object code = CHAIN.ask("eth_getCode", pool.address(), "latest");
        CHAIN.ask("anvil_setCode", pool.address(), "0x");
        CHAIN.ask("evm_mine");
        assertEquals(0, dealer.quotes().saleValue(honeypot, 100));
        assertEquals(Optional.of(Outcome.NO_PRICE), dealer.quotes().findObstacle(honeypot));
        assertTrue(dealer.quotes().saleValue(inRanges, 100) > 99);
        CHAIN.ask("anvil_setCode", pool.address(), code);
    }
}
