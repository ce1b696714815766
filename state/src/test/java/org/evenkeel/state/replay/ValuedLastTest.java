package org.evenkeel.state.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.TestMarket;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Costs;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs that valued themselves last, as every backtest does: they are worth what they said, and not what adds up to it. */
class ValuedLastTest {
    private static final Instant TICK = Instant.parse("2026-03-02T18:00:00Z");
    private static final int RUNS = 50;

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.evenkeel.state.Seeds#all")
    void a_run_after_whose_last_value_nothing_happened_is_worth_that_to_the_bit(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int run = 0; run < RUNS; run++) {
            List<Event> events = events(random);
            Ledger ledger = new Ledger();
            events.forEach(ledger::apply);
            Portfolio book = ledger.book(Ledger.MAIN_BOOK);
            LastWorth worth = LastWorth.of(events).orElseThrow();
            assertEquals(((Event.Valued) events.getLast()).equity(), worth.equity());
            assertEquals(book.equityCurve(), worth.curve(book), "no point is added");
        }
    }

    /** Holds two positions from its only decision on, and is valued a day later. */
    private static List<Event> events(SplittableRandom random) {
        List<Event> events = new ArrayList<>(List.of(
                new Event.LedgerOpened(TICK.minusSeconds(60), TestMarket.info()),
                new Event.CashFlowed(TICK.minusSeconds(60), "main", TestMarket.USDC, new BigDecimal("1000"))));
        events.add(new Event.Decided(
                TICK,
                "main",
                1,
                new Cycle.Inputs(1000, 1000, TestMarket.prices(2000, 5)),
                new Cycle.Decision(List.of(), Cycle.Notes.NONE)));
        double worth = buy(events, 1, TestMarket.WETH_USDC, random) + buy(events, 2, TestMarket.UNI_WETH, random);
        events.add(new Event.CycleClosed(TICK, "main", 1, new Cycle.Result(200 + worth, 200, List.of())));
        double later = worth * random.nextDouble(0.5, 1.5);
        events.add(new Event.Valued(TICK.plusSeconds(86_400), "main", 200 + later, 200));
        return events;
    }

    private static double buy(List<Event> events, long id, TradingPair pair, SplittableRandom random) {
        TradeIntent intent = TradeIntent.buy(pair, new Size.Spend(new BigDecimal("400")), TradeReason.REBALANCE);
        double price = random.nextDouble(1, 700);
        BigDecimal quantity = BigDecimal.valueOf(Math.round(396e6 / price), 6);
        Costs costs = new Costs(new BigDecimal("4"), BigDecimal.ZERO, BigDecimal.ZERO);
        events.add(new Event.TradePlanned(TICK, new PlannedTrade(id, "main", 1, TestMarket.USDC, intent)));
        events.add(new Event.TradeFilled(TICK, id, new Fill(quantity, new BigDecimal("400"), price, costs, List.of())));
        return quantity.doubleValue() * price * 0.99;
    }
}
