package org.evenkeel.cli.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Exchange;
import org.evenkeel.market.FeeMode;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Costs;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.RunInfo;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.replay.LastWorth;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A token that is held through two pairs, of which the wallet has less. */
final class WriteOffTest {
    private static final Instant BEGUN = Instant.parse("2026-01-05T00:00:00Z");
    private static final Instant LATER = BEGUN.plusSeconds(60);
    private static final Chain CHAIN = new Chain("local", 31337);
    private static final Token CASH = new Token(CHAIN, "0x" + "a".repeat(40), "USDC", 6);
    private static final Token GOODS = new Token(CHAIN, "0x" + "b".repeat(40), "GOODS", 18);
    private static final TradingPair FIRST = pair(1, 30);
    private static final TradingPair SECOND = pair(2, 5);

    private final List<Event> events = new ArrayList<>();
    private final Ledger ledger = new Ledger(events::add);

    private static TradingPair pair(long id, int fee) {
        Exchange exchange = new Exchange("uniswap-v2", FeeMode.FROM_INPUT);
        return new TradingPair(id, exchange, GOODS, CASH, fee, PriceUnit.USD);
    }

    /** Buys 3 at 10 through the first pair and 2 at 20 through the second, of 100. */
    @BeforeEach
    void buy() {
        RunInfo.Market market = new RunInfo.Market(List.of(FIRST, SECOND), new LinkedHashMap<>(Map.of(CHAIN, CASH)));
        RunInfo.Data data = new RunInfo.Data("none", "nowhere", RunInfo.Data.GROWING, false);
        ledger.apply(new Event.LedgerOpened(BEGUN, new RunInfo("Any", "nowhere", new LinkedHashMap<>(), data, market)));
        ledger.apply(new Event.CashFlowed(BEGUN, Ledger.MAIN_BOOK, CASH, BigDecimal.valueOf(100)));
        buy(FIRST, 3, 10);
        buy(SECOND, 2, 20);
        ledger.apply(new Event.Valued(BEGUN, Ledger.MAIN_BOOK, 100, 30));
    }

    private void buy(TradingPair pair, int quantity, int price) {
        BigDecimal value = BigDecimal.valueOf((long) quantity * price);
        long id = ledger.nextTrade();
        TradeIntent intent = TradeIntent.buy(pair, new Size.Spend(value), TradeReason.REBALANCE);
        ledger.apply(new Event.TradePlanned(BEGUN, new PlannedTrade(id, Ledger.MAIN_BOOK, 0, CASH, intent)));
        Fill fill = new Fill(BigDecimal.valueOf(quantity), value, price, Costs.NONE, List.of());
        ledger.apply(new Event.TradeFilled(BEGUN, id, fill));
    }

    private Portfolio writtenOff(String missing) {
        new WriteOff(ledger, LATER, "stolen").book(GOODS, new BigDecimal(missing));
        return ledger.book(Ledger.MAIN_BOOK);
    }

    private double worth(TradingPair pair) {
        return LastWorth.of(events).orElseThrow().positions().get(pair);
    }

    @Test
    void a_part_is_lost_at_what_it_cost_and_cash_and_the_worth_of_the_rest_stay() {
        Portfolio book = writtenOff("1");
        assertEquals(0, book.reserve(CASH).compareTo(BigDecimal.valueOf(30)));
        assertEquals(
                BigDecimal.valueOf(2), book.findPosition(FIRST).orElseThrow().quantity());
        assertEquals(2, book.positions().size());
        Trade trade = book.trades().getLast();
        assertEquals("written off by hand", trade.plan().intent().reason().words());
        Trade.Filled end = trade.filled().orElseThrow();
        assertEquals(0, end.realised().compareTo(BigDecimal.valueOf(-10)));
        assertEquals(10, end.fill().midPrice(), "the last that is known");
        assertEquals(List.of("stolen"), end.trail().reasons());
        assertEquals(20, worth(FIRST), 1e-9);
        assertEquals(40, worth(SECOND), 1e-9);
        assertEquals(90, LastWorth.of(events).orElseThrow().equity(), 1e-9);
    }

    @Test
    void what_the_first_position_has_not_is_taken_from_the_next() {
        Portfolio book = writtenOff("3.000000000000000001");
        assertTrue(book.findPosition(FIRST).isEmpty());
        assertEquals(
                new BigDecimal("1.999999999999999999"),
                book.findPosition(SECOND).orElseThrow().quantity());
    }

    @Test
    void all_of_it_can_be_gone_and_no_more_than_that() {
        assertThrows(IllegalArgumentException.class, () -> writtenOff("5.000000000000000001"));
        assertEquals(2, ledger.book(Ledger.MAIN_BOOK).trades().size(), "nothing was booked");
        Portfolio book = writtenOff("5");
        assertTrue(book.positions().isEmpty());
        assertEquals(30, LastWorth.of(events).orElseThrow().equity(), 1e-9);
        assertEquals(0, book.reserve(CASH).compareTo(BigDecimal.valueOf(30)));
    }
}
