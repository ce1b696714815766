package org.evenkeel.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Costs;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.TradeStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a reorganisation of the chain takes back leaves no trace in what is owned. */
class UndoneTradeTest {
    private static final Instant NOW = Instant.parse("2021-06-07T00:00:00Z");
    private static final TradingPair WETH = TestMarket.WETH_USDC;
    private static final TradingPair ODD = TestMarket.ODD_USDC;

    private final Ledger ledger = new Ledger();

    @BeforeEach
    void open() {
        ledger.apply(new Event.LedgerOpened(NOW, TestMarket.info()));
        ledger.apply(new Event.CashFlowed(NOW, "main", TestMarket.USDC, new BigDecimal("1000")));
    }

    private Portfolio book() {
        return ledger.book("main");
    }

    private long plan(TradeIntent intent, boolean gasFromOutside) {
        long id = ledger.nextTrade();
        ledger.apply(
                new Event.TradePlanned(NOW, new PlannedTrade(id, "main", 0, TestMarket.USDC, intent, gasFromOutside)));
        return id;
    }

    private void fill(long trade, String quantity, String value, String gas) {
        Costs costs = new Costs(BigDecimal.ZERO, BigDecimal.ZERO, new BigDecimal(gas));
        ledger.apply(new Event.TradeFilled(
                NOW, trade, new Fill(new BigDecimal(quantity), new BigDecimal(value), 2500, costs, List.of())));
    }

    private long bought(TradingPair pair, String quantity, String value) {
        long id = plan(TradeIntent.buy(pair, new Size.Spend(new BigDecimal(value)), TradeReason.REBALANCE), false);
        fill(id, quantity, value, "0");
        return id;
    }

    private long sold(TradingPair pair, String quantity, String value) {
        long id = plan(TradeIntent.sell(pair, new Size.Sell(new BigDecimal(quantity)), TradeReason.REBALANCE), false);
        fill(id, quantity, value, "0");
        return id;
    }

    private void undo(long trade) {
        ledger.apply(new Event.TradeUndone(NOW, trade));
    }

    private void assertRests(long trade, long on) {
        LedgerSnapshot before = ledger.snapshot();
        String message =
                assertThrows(IllegalStateException.class, () -> undo(trade)).getMessage();
        assertTrue(message.contains("trade " + on) && message.contains("first"), message);
        assertEquals(before, ledger.snapshot());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.evenkeel.state.Seeds#all")
    void a_fill_or_revert_undone_leaves_the_state_before_it_and_booked_again_the_state_after(long seed) {
        Ledger random = new Ledger();
        int undone = 0;
        for (Event event : RandomRun.events(seed, 200)) {
            LedgerSnapshot before = random.isEmpty() ? null : random.snapshot();
            random.apply(event);
            long trade = ended(event);
            if (before != null && trade > 0 && random.trade(trade).canBeUndone()) {
                LedgerSnapshot after = random.snapshot();
                random.apply(new Event.TradeUndone(event.at(), trade));
                assertEquals(TradeStatus.UNKNOWN, random.trade(trade).status());
                assertEquals(plain(before, trade), plain(random.snapshot(), trade), () -> "undone " + event);
                random.apply(event);
                assertEquals(plain(after, 0), plain(random.snapshot(), 0), () -> "again " + event);
                undone++;
            }
        }
        assertTrue(undone > 20, "undone " + undone);
    }

    private static long ended(Event event) {
        return switch (event) {
            case Event.TradeFilled filled -> filled.trade();
            case Event.TradeFailed failed -> failed.trade();
            default -> 0;
        };
    }

    /**
     * The books without what may differ: how a trade that is undone was open before, how many zeros end an amount of
     * cash, and that a reserve with nothing in it was once touched.
     */
    private static List<BookSnapshot> plain(LedgerSnapshot snapshot, long undone) {
        return snapshot.books().stream()
                .map(book -> new BookSnapshot(
                        book.name(),
                        new BookSnapshot.Cash(
                                plain(book.cash().reserves()),
                                book.cash().netDeposits().stripTrailingZeros(),
                                Math.rint(book.cash().pendingFlow() * 1e6)),
                        book.holdings(),
                        new BookSnapshot.Deeds(
                                book.deeds().trades().stream()
                                        .map(trade -> trade.plan().id() == undone
                                                ? Trade.planned(trade.plan(), trade.plannedAt())
                                                : trade)
                                        .toList(),
                                book.deeds().inFlight(),
                                book.deeds().arrived(),
                                book.deeds().returned(),
                                book.deeds().fillOrder()),
                        book.history()))
                .toList();
    }

    private static SequencedMap<Token, BigDecimal> plain(Map<Token, BigDecimal> reserves) {
        SequencedMap<Token, BigDecimal> plain = new LinkedHashMap<>();
        reserves.forEach((token, amount) -> {
            if (amount.signum() != 0) {
                plain.put(token, amount.stripTrailingZeros());
            }
        });
        return plain;
    }

    @Test
    void a_buy_that_opened_a_position_takes_it_along_and_its_number_is_free() {
        long first = bought(WETH, "0.2", "500");
        undo(first);
        assertTrue(book().positions().isEmpty());
        assertEquals(0, new BigDecimal("1000").compareTo(book().reserve(TestMarket.USDC)));
        assertEquals(
                List.of(first),
                book().openTrades().stream().map(t -> t.plan().id()).toList());
        fill(first, "0.19", "500", "0");
        assertEquals(1, book().findPosition(WETH).orElseThrow().id());
    }

    @Test
    void the_number_of_a_position_that_is_gone_stays_vacant_while_later_ones_are_there() {
        long first = bought(WETH, "0.2", "500");
        bought(ODD, "7", "100");
        undo(first);
        Ledger restored = Ledger.restored(ledger.snapshot(), event -> {});
        for (Ledger each : List.of(ledger, restored)) {
            each.apply(new Event.TradeFilled(
                    NOW, first, new Fill(BigDecimal.ONE, BigDecimal.TEN, 1, Costs.NONE, List.of())));
            assertEquals(
                    List.of(2L, 3L),
                    each.book("main").positions().stream().map(Position::id).toList());
        }
        assertEquals(ledger.snapshot(), restored.snapshot());
    }

    @Test
    void a_sale_that_closed_a_position_opens_it_again_in_its_place() {
        bought(WETH, "0.2", "500");
        bought(ODD, "7", "100");
        Position before = book().findPosition(WETH).orElseThrow();
        long sale = sold(WETH, "0.2", "450");
        undo(sale);
        assertEquals(before, book().findPosition(WETH).orElseThrow());
        assertEquals(
                List.of(1L, 2L), book().positions().stream().map(Position::id).toList());
        assertTrue(book().closedPositions().isEmpty());
    }

    @Test
    void the_entry_price_of_two_buys_is_that_of_the_first_again_to_the_last_bit() {
        bought(WETH, "0.1", "333.333333");
        double before = book().findPosition(WETH).orElseThrow().holding().entryPrice();
        undo(bought(WETH, "0.3", "100.1"));
        assertEquals(before, book().findPosition(WETH).orElseThrow().holding().entryPrice(), 0);
    }

    @Test
    void what_a_later_trade_rests_on_is_not_undone_before_it() {
        long buy = bought(WETH, "0.2", "500");
        long part = sold(WETH, "0.1", "240");
        assertRests(buy, part);
        long rest = sold(WETH, "0.1", "240");
        long again = bought(WETH, "0.2", "500");
        assertRests(rest, again);
        for (long trade : List.of(again, rest, part, buy)) {
            undo(trade);
        }
        assertEquals(0, new BigDecimal("1000").compareTo(book().reserve(TestMarket.USDC)));
    }

    @Test
    void trades_filled_in_another_order_than_planned_are_undone_in_that_of_their_fills() {
        long first = plan(TradeIntent.buy(WETH, new Size.Spend(BigDecimal.TEN), TradeReason.ORDER), false);
        long second = bought(WETH, "0.3", "10");
        fill(first, "0.1", "10", "0");
        Ledger restored = Ledger.restored(ledger.snapshot(), event -> {});
        for (Ledger each : List.of(ledger, restored)) {
            assertThrows(IllegalStateException.class, () -> each.apply(new Event.TradeUndone(NOW, second)));
            each.apply(new Event.TradeUndone(NOW, first));
            each.apply(new Event.TradeUndone(NOW, second));
        }
        assertEquals(ledger.snapshot(), restored.snapshot());
    }

    @Test
    void a_sale_whose_money_is_spent_is_not_undone() {
        bought(WETH, "0.4", "1000");
        long sale = sold(WETH, "0.4", "900");
        bought(ODD, "1", "800");
        assertThrows(IllegalStateException.class, () -> undo(sale));
        assertEquals(TradeStatus.FILLED, ledger.trade(sale).status());
    }

    @Test
    void gas_from_outside_flows_in_with_the_end_and_out_again_when_it_is_undone() {
        TradeIntent buy = TradeIntent.buy(WETH, new Size.Spend(new BigDecimal("100")), TradeReason.ORDER);
        long id = plan(buy, true);
        fill(id, "0.04", "100", "2.5");
        assertEquals(0, new BigDecimal("900").compareTo(book().reserve(TestMarket.USDC)), "only what the wallet paid");
        assertEquals(0, new BigDecimal("1002.5").compareTo(book().netDeposits()));
        assertEquals(
                0,
                new BigDecimal("102.5")
                        .compareTo(book().findPosition(WETH)
                                .orElseThrow()
                                .holding()
                                .cost()));
        undo(id);
        assertEquals(0, new BigDecimal("1000").compareTo(book().netDeposits()));
        ledger.apply(new Event.TradeFailed(NOW, id, Outcome.REVERTED, new BigDecimal("1.5")));
        assertEquals(0, new BigDecimal("1000").compareTo(book().reserve(TestMarket.USDC)));
        assertEquals(0, new BigDecimal("1001.5").compareTo(book().netDeposits()));
        undo(id);
        assertEquals(0, new BigDecimal("1000").compareTo(book().netDeposits()));
    }

    @Test
    void only_what_was_on_a_chain_is_undone() {
        long id = plan(TradeIntent.buy(WETH, new Size.Spend(BigDecimal.TEN), TradeReason.ORDER), true);
        assertThrows(IllegalStateException.class, () -> undo(id));
        ledger.apply(new Event.TradeFailed(NOW, id, Outcome.NOT_SENT, BigDecimal.ZERO));
        String message =
                assertThrows(IllegalStateException.class, () -> undo(id)).getMessage();
        assertTrue(message.contains("only a fill or a revert"), message);
    }
}
