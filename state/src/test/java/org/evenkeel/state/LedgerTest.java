package org.evenkeel.state;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Costs;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.EquityCurve;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.RoutePart;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.TradeStatus;
import org.evenkeel.state.model.TriggerFactors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LedgerTest {
    private static final Instant MONDAY = Instant.parse("2021-06-07T00:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2021-06-08T00:00:00Z");
    private static final Cycle.Decision NOTHING = new Cycle.Decision(List.of(), Cycle.Notes.NONE);

    private final List<Event> kept = new ArrayList<>();
    private final Ledger ledger = new Ledger(kept::add);

    @BeforeEach
    void open() {
        ledger.apply(new Event.LedgerOpened(MONDAY, TestMarket.info()));
        deposit("main", "10000");
    }

    private void deposit(String book, String amount) {
        ledger.apply(new Event.CashFlowed(MONDAY, book, TestMarket.USDC, new BigDecimal(amount)));
    }

    private void decide(Instant at, double equity) {
        int next = ledger.book("main").cycles().size() + 1;
        ledger.apply(
                new Event.Decided(at, "main", next, new Cycle.Inputs(equity, 5, TestMarket.prices(2500)), NOTHING));
    }

    private void close(Instant at) {
        int number = ledger.book("main").openCycle().orElseThrow().number();
        ledger.apply(new Event.CycleClosed(at, "main", number, new Cycle.Result(1, 2, List.of())));
    }

    private long plan(TradeIntent intent) {
        Portfolio book = ledger.book("main");
        int cycle = book.cycles().size() + (book.openCycle().isPresent() ? 1 : 0);
        long id = ledger.nextTrade();
        ledger.apply(new Event.TradePlanned(MONDAY, new PlannedTrade(id, "main", cycle, TestMarket.USDC, intent)));
        return id;
    }

    private void fill(long trade, String quantity, String value, double mid, String gas) {
        Costs costs = new Costs(new BigDecimal("0.30"), BigDecimal.ZERO, new BigDecimal(gas));
        ledger.apply(new Event.TradeFilled(
                MONDAY,
                trade,
                new Fill(
                        new BigDecimal(quantity),
                        new BigDecimal(value),
                        mid,
                        costs,
                        RoutePart.whole(List.of(TestMarket.WETH_USDC)))));
    }

    private static TradeIntent buy(String value) {
        return TradeIntent.buy(TestMarket.WETH_USDC, new Size.Spend(new BigDecimal(value)), TradeReason.REBALANCE)
                .with(TriggerFactors.stopLoss(0.66));
    }

    private static TradeIntent sellAll() {
        return TradeIntent.sell(TestMarket.WETH_USDC, new Size.SellAll(), TradeReason.CLOSE);
    }

    @Test
    void a_buy_and_two_sales_add_up_by_hand() {
        fill(plan(buy("1000")), "0.4", "1000", 2500, "1");
        fill(plan(buy("1000")), "0.5", "1000", 2000, "1");
        Position held = ledger.book("main").findPosition(TestMarket.WETH_USDC).orElseThrow();
        assertEquals(new BigDecimal("0.9"), held.quantity());
        assertEquals(new BigDecimal("2002"), held.holding().cost());
        // (0.4 × 2500 + 0.5 × 2000) / 0.9
        assertEquals(2222.222222222222, held.holding().entryPrice(), 1e-9);

        fill(plan(sellAll()), "0.3", "700", 2400, "2");
        Trade half = ledger.trade(3);
        // 700 − 2 − 2002 × 0.3 / 0.9
        assertEquals(
                0,
                new BigDecimal("30.666666666667")
                        .compareTo(half.filled().orElseThrow().realised()));
        fill(plan(sellAll()), "0.6", "1500", 2600, "0");

        Portfolio book = ledger.book("main");
        assertTrue(book.positions().isEmpty());
        Position closed = book.closedPositions().getFirst();
        assertEquals(Optional.of(MONDAY), closed.life().closed());
        // 700 + 1500 − 2 − 2002
        assertEquals(0, new BigDecimal("196").compareTo(closed.totals().realised()));
        assertEquals(0, new BigDecimal("10196").compareTo(book.reserve(TestMarket.USDC)));
    }

    @Test
    void a_buy_after_everything_was_sold_opens_a_position_of_its_own() {
        fill(plan(buy("100")), "1", "100", 100, "0");
        fill(plan(sellAll()), "1", "110", 110, "0");
        fill(plan(buy("100")), "2", "100", 50, "0");
        Portfolio book = ledger.book("main");
        assertEquals(1, book.closedPositions().getFirst().id());
        Position second = book.positions().iterator().next();
        assertEquals(2, second.id());
        assertEquals(50, second.holding().entryPrice());
        assertEquals(0.66 * 50, second.stopPrice());
    }

    @Test
    void a_trade_whose_outcome_is_unknown_can_still_end_either_way_but_only_once() {
        long first = plan(buy("100"));
        long second = plan(buy("100"));
        ledger.apply(new Event.TradeUnknown(MONDAY, first));
        ledger.apply(new Event.TradeUnknown(MONDAY, second));
        fill(first, "1", "100", 100, "0");
        Event failure = new Event.TradeFailed(MONDAY, second, Outcome.REVERTED, new BigDecimal("3"));
        ledger.apply(failure);
        assertEquals(TradeStatus.FILLED, ledger.trade(first).status());
        assertEquals(TradeStatus.FAILED, ledger.trade(second).status());
        assertEquals(0, new BigDecimal("9897").compareTo(ledger.book("main").reserve(TestMarket.USDC)));
        assertThrows(IllegalStateException.class, () -> ledger.apply(failure));
        assertThrows(
                IllegalStateException.class,
                () -> ledger.apply(new Event.TradeFailed(MONDAY, first, Outcome.REVERTED, BigDecimal.ZERO)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.evenkeel.state.Seeds#all")
    void the_open_trades_are_those_without_an_end_in_the_order_they_were_planned_in(long seed) {
        Ledger folded = new Ledger();
        for (Event event : RandomRun.events(seed, 300)) {
            folded.apply(event);
            for (Portfolio book : folded.books()) {
                List<Trade> expected = book.trades().stream()
                        .filter(trade -> trade.end().isEmpty())
                        .toList();
                assertEquals(expected, book.openTrades());
            }
        }
        Ledger restored = Ledger.restored(folded.snapshot(), event -> {});
        for (Portfolio book : folded.books()) {
            assertEquals(book.openTrades(), restored.book(book.book()).openTrades());
        }
    }

    @Test
    void the_equity_curve_has_the_flows_since_the_point_before() {
        decide(MONDAY, 10_000);
        close(MONDAY);
        deposit("main", "500");
        deposit("main", "-200");
        decide(TUESDAY, 10_300);
        deposit("main", "7");
        ledger.apply(new Event.Valued(TUESDAY, "main", 10_307, 1));
        EquityCurve curve = ledger.book("main").equityCurve();
        assertArrayEquals(new double[] {10_000, 10_300, 10_307}, curve.equity());
        assertArrayEquals(new double[] {10_000, 300, 7}, curve.flows());
        assertEquals(TUESDAY, curve.time(1));
    }

    @Test
    void a_cycle_is_open_until_it_is_closed() {
        decide(MONDAY, 10_000);
        assertEquals(1, ledger.book("main").openCycle().map(Cycle.Begun::number).orElseThrow());
        assertTrue(ledger.book("main").cycles().isEmpty());
        close(TUESDAY);
        assertTrue(ledger.book("main").openCycle().isEmpty());
        Cycle cycle = ledger.book("main").cycles().getFirst();
        assertEquals(MONDAY, cycle.at());
        assertEquals(2500, cycle.inputs().price(0));
    }

    @Test
    void books_share_numbers_and_nothing_else() {
        deposit("second", "5");
        long first = plan(buy("100"));
        ledger.apply(new Event.TradePlanned(MONDAY, new PlannedTrade(2, "second", 0, TestMarket.USDC, buy("1"))));
        fill(first, "1", "100", 100, "0");
        fill(2, "0.01", "1", 100, "0");
        assertEquals(1, ledger.book("main").positions().iterator().next().id());
        assertEquals(2, ledger.book("second").positions().iterator().next().id());
        assertEquals(0, new BigDecimal("4").compareTo(ledger.book("second").reserve(TestMarket.USDC)));
        assertEquals(
                List.of("main", "second"),
                ledger.books().stream().map(Portfolio::book).toList());
        assertEquals(3, ledger.nextTrade());
    }

    @Test
    void every_accepted_event_is_handed_on_once_and_in_order() {
        List<Event> events = RandomRun.events(1, 100);
        List<Event> handed = new ArrayList<>();
        Ledger copy = new Ledger(handed::add);
        events.forEach(copy::apply);
        assertEquals(events, handed);
        assertEquals(handed.size(), copy.sequence());
    }

    @Test
    void a_snapshot_does_not_follow_what_happens_after_it() {
        LedgerSnapshot before = ledger.snapshot();
        LedgerSnapshot again = ledger.snapshot();
        deposit("main", "1");
        assertEquals(again, before);
        assertNotEquals(ledger.snapshot(), before);
        assertEquals(
                0,
                new BigDecimal("10000")
                        .compareTo(before.books().getFirst().cash().netDeposits()));
    }

    @Test
    void what_is_handed_in_cannot_be_changed_from_outside() {
        double[] prices = TestMarket.prices(1, 2);
        List<TradeIntent> intents = new ArrayList<>(List.of(buy("1")));
        Cycle.Inputs inputs = new Cycle.Inputs(1, 1, prices);
        ledger.apply(new Event.Decided(MONDAY, "main", 1, inputs, new Cycle.Decision(intents, Cycle.Notes.NONE)));
        LedgerSnapshot before = ledger.snapshot();
        prices[0] = 99;
        inputs.prices()[1] = 99;
        intents.clear();
        assertEquals(before, ledger.snapshot());
        assertEquals(1, ledger.book("main").openCycle().orElseThrow().inputs().price(0));
        assertEquals(
                1,
                ledger.book("main")
                        .openCycle()
                        .orElseThrow()
                        .decision()
                        .intents()
                        .size());
    }
}
