package org.evenkeel.state.replay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.RandomRun;
import org.evenkeel.state.TestMarket;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Costs;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Decimals;
import org.evenkeel.state.model.EquityCurve;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Quoted;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.Transfer;
import org.evenkeel.state.store.Durability;
import org.evenkeel.state.store.StateFolder;
import org.evenkeel.state.store.StateStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LastWorthTest {
    private static final Instant TICK = Instant.parse("2026-03-02T18:00:00Z");
    private static final TradingPair WETH = TestMarket.WETH_USDC;
    private static final TradingPair UNI = TestMarket.UNI_WETH;

    @TempDir
    private Path folder;

    private final List<Event> events = new ArrayList<>(List.of(
            new Event.LedgerOpened(TICK.minusSeconds(60), TestMarket.info()),
            new Event.CashFlowed(TICK.minusSeconds(60), "main", TestMarket.USDC, new BigDecimal("1000"))));

    private StateFolder written() {
        try (StateStore store = StateStore.create(folder.resolve("run"), Durability.FAST)) {
            events.forEach(store.ledger()::apply);
            return store.folder();
        }
    }

    private void decided(int seconds, int cycle, double equity, double cash, Quoted.Answer... told) {
        events.add(new Event.Decided(
                TICK.plusSeconds(seconds),
                "main",
                cycle,
                new Cycle.Inputs(equity, cash, TestMarket.prices(2000, 5)),
                new Cycle.Decision(List.of(), Cycle.Notes.NONE),
                new Event.Knowledge(Optional.of(new Quoted(List.of(told))), List.of())));
    }

    private static Quoted.Answer brings(TradingPair pair, double quantity, double value) {
        return new Quoted.Answer(
                new Quoted.Asked(Quoted.Question.SALE_VALUE, pair, List.of(quantity)), new double[] {value});
    }

    private void closed(int seconds, int cycle, double equity, double cash) {
        events.add(new Event.CycleClosed(
                TICK.plusSeconds(seconds), "main", cycle, new Cycle.Result(equity, cash, List.of())));
    }

    private void trade(int seconds, long id, int cycle, TradeIntent intent, Fill fill) {
        events.add(new Event.TradePlanned(
                TICK.plusSeconds(seconds), new PlannedTrade(id, "main", cycle, TestMarket.USDC, intent)));
        events.add(new Event.TradeFilled(TICK.plusSeconds(seconds), id, fill));
    }

    private void buy(int seconds, long id, TradingPair pair, String quantity, String value, double mid) {
        TradeIntent intent = TradeIntent.buy(pair, new Size.Spend(new BigDecimal(value)), TradeReason.REBALANCE);
        trade(seconds, id, 1, intent, fill(quantity, value, mid));
    }

    private static Fill fill(String quantity, String value, double mid) {
        Costs costs = new Costs(new BigDecimal("4"), BigDecimal.ZERO, BigDecimal.ZERO);
        return new Fill(new BigDecimal(quantity), new BigDecimal(value), mid, costs, List.of());
    }

    /** Buys for 400 each; 796 and 200 of cash is what it then has. */
    private void firstWeek() {
        decided(0, 1, 1000, 1000);
        buy(12, 1, WETH, "0.198", "400", 2000);
        buy(14, 2, UNI, "79.2", "400", 5);
        closed(0, 1, 984, 200);
    }

    @Test
    void after_the_trades_of_its_only_decision_it_is_what_the_quotes_then_said() {
        firstWeek();
        LastWorth worth = LastWorth.of(written()).orElseThrow();
        assertEquals(TICK.plusSeconds(14), worth.at(), "when its last trade was filled");
        assertEquals(984, worth.equity(), 1e-9);
        assertEquals(200, worth.cash());
        assertEquals(392, worth.positions().get(WETH), 1e-9);
        assertEquals(392, worth.positions().get(UNI), 1e-9);
        EquityCurve curve =
                worth.curve(StateFolder.at(folder.resolve("run")).load().book("main"));
        assertArrayEquals(new double[] {1000, 984}, curve.equity(), 1e-9);
        assertArrayEquals(new double[] {1000, 0}, curve.flows(), 1e-9);
        assertEquals(TICK.plusSeconds(14), curve.time(1));
    }

    @Test
    void a_stop_between_decisions_brings_its_own_money_and_leaves_the_rest_as_it_was_quoted() {
        firstWeek();
        decided(3600, 2, 1100, 200, brings(WETH, 0.198, 500), brings(UNI, 79.2, 400));
        closed(3600, 2, 1100, 200);
        trade(5000, 3, 2, TradeIntent.sell(UNI, new Size.SellAll(), TradeReason.STOP_LOSS), fill("79.2", "250", 3.2));
        LastWorth worth = LastWorth.of(written()).orElseThrow();
        assertEquals(TICK.plusSeconds(5000), worth.at());
        assertEquals(450, worth.cash());
        assertEquals(950, worth.equity(), 1e-9);
        assertEquals(500, worth.positions().get(WETH), 1e-9);
        assertEquals(1, worth.positions().size());
    }

    @Test
    void of_what_is_valued_together_a_later_fill_tells_more_than_the_quotes_before_it() {
        firstWeek();
        decided(3600, 2, 1100, 200, brings(WETH, 0.198, 500), brings(UNI, 79.2, 400));
        TradeIntent more = TradeIntent.buy(UNI, new Size.Spend(new BigDecimal("104")), TradeReason.REBALANCE);
        trade(3610, 3, 2, more, fill("20.8", "104", 4.807692307692308)); // A unit brings 4.6154 of it.
        closed(3600, 2, 1057.5384615, 96);
        LastWorth worth = LastWorth.of(written()).orElseThrow();
        assertEquals(500, worth.positions().get(WETH), 1e-4);
        assertEquals(461.5384615, worth.positions().get(UNI), 1e-4);
        assertEquals(1057.5384615, worth.equity(), 1e-9);
    }

    @Test
    void before_its_trades_are_made_a_decision_is_worth_what_it_saw() {
        firstWeek();
        decided(3600, 2, 1100, 200, brings(WETH, 0.198, 500), brings(UNI, 79.2, 400));
        LastWorth worth = LastWorth.of(written()).orElseThrow();
        assertEquals(1100, worth.equity(), 1e-9);
        assertEquals(TICK.plusSeconds(3600), worth.at());
        Portfolio book = StateFolder.at(folder.resolve("run")).load().book("main");
        assertEquals(book.equityCurve(), worth.curve(book), "the curve has it already");
    }

    @Test
    void what_trades_left_in_the_very_instant_of_their_decision_is_a_millisecond_after_it() {
        decided(0, 1, 1000, 1000);
        buy(0, 1, WETH, "0.198", "400", 2000);
        closed(0, 1, 992, 600);
        StateFolder run = written();
        EquityCurve curve = LastWorth.of(run).orElseThrow().curve(run.load().book("main"));
        assertArrayEquals(new double[] {1000, 992}, curve.equity(), 1e-9);
        assertEquals(TICK.plusMillis(1), curve.time(1));
    }

    @Test
    void a_quote_that_is_no_number_leaves_each_position_what_it_was_last_known_to_bring() {
        firstWeek();
        decided(3600, 2, 984, 200, brings(WETH, 0.198, Double.NaN), brings(UNI, 79.2, 392));
        Map<TradingPair, Double> positions =
                LastWorth.of(written()).orElseThrow().positions();
        assertEquals(392, positions.get(WETH), 1e-9);
        assertEquals(392, positions.get(UNI), 1e-9);
    }

    /** A token was silent when it was decided, and answered again when the cycle was closed. */
    @Test
    void what_the_quotes_gave_nothing_for_is_worth_what_the_run_then_said_of_all() {
        firstWeek();
        decided(3600, 2, 200, 200, brings(WETH, 0.198, 0), brings(UNI, 79.2, 0));
        closed(3600, 2, 1100, 200);
        LastWorth worth = LastWorth.of(written()).orElseThrow();
        assertEquals(1100, worth.equity());
        assertEquals(450, worth.positions().get(WETH), 1e-9, "half, as it is by quantity and entry price");
        assertEquals(450, worth.positions().get(UNI), 1e-9);
    }

    @Test
    void what_the_quotes_gave_nothing_for_keeps_its_worth_when_something_else_happens_later() {
        firstWeek();
        decided(3600, 2, 200, 200, brings(WETH, 0.198, 0), brings(UNI, 79.2, 0));
        closed(3600, 2, 1100, 200);
        trade(5000, 3, 2, TradeIntent.sell(UNI, new Size.SellAll(), TradeReason.STOP_LOSS), fill("79.2", "250", 3.2));
        LastWorth worth = LastWorth.of(written()).orElseThrow();
        assertEquals(450, worth.positions().get(WETH), 1e-9);
        assertEquals(900, worth.equity(), 1e-9);
    }

    @Test
    void where_one_is_quoted_at_nothing_and_another_at_something_the_other_has_it_all() {
        firstWeek();
        decided(3600, 2, 600, 200, brings(WETH, 0.198, 0), brings(UNI, 79.2, 400));
        Map<TradingPair, Double> positions =
                LastWorth.of(written()).orElseThrow().positions();
        assertEquals(Map.of(WETH, 0.0, UNI, 400.0), positions);
    }

    @Test
    void what_a_buy_brought_nothing_of_is_worth_nothing_after_it_too() {
        decided(0, 1, 1000, 1000);
        buy(12, 1, WETH, "0", "400", 2000);
        closed(0, 1, 600, 600);
        events.add(new Event.CashFlowed(TICK.plusSeconds(99), "main", TestMarket.USDC, BigDecimal.TEN));
        LastWorth worth = LastWorth.of(written()).orElseThrow();
        assertEquals(610, worth.equity());
        assertEquals(Map.of(WETH, 0.0), worth.positions());
    }

    @Test
    void what_was_never_valued_has_no_worth() {
        assertTrue(LastWorth.of(written()).isEmpty());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.evenkeel.state.Seeds#all")
    void at_any_time_its_cash_is_that_of_the_books_and_nothing_of_it_is_told_later(long seed) {
        events.clear();
        events.addAll(RandomRun.events(seed, 60));
        StateFolder run = written();
        Instant from = events.getFirst().at();
        for (Event event : events) {
            Instant then = event.at();
            Optional<LastWorth> worth = then.isBefore(from) ? Optional.empty() : LastWorth.until(run, then);
            if (worth.isPresent()) {
                Portfolio book = Replay.until(run, then).book(Ledger.MAIN_BOOK);
                List<BigDecimal> money = new ArrayList<>(book.reserves().values());
                for (Transfer transfer : book.inFlight()) {
                    money.add(transfer.amounts().received());
                }
                assertEquals(Decimals.sum(money).doubleValue(), worth.get().cash(), "at " + then);
                assertTrue(!worth.get().at().isAfter(then), () -> worth.get().at() + " at " + then);
                assertEquals(book.positions().size(), worth.get().positions().size());
                double held = worth.get().positions().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum();
                double equity =
                        worth.get().equity(); // A random run says at times that what it holds is worth no number.
                double close = Double.isFinite(equity) ? 1e-6 * Math.abs(equity) + 1e-9 : 1;
                assertEquals(equity, worth.get().cash() + held, close);
            }
        }
    }
}
