package org.evenkeel.state.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.RandomRun;
import org.evenkeel.state.Scenario;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.model.Trade;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InspectionTest {
    private final Ledger ledger = new Ledger();
    private Inspection inspection = Inspection.of(ledger);

    @BeforeEach
    void fold() {
        Scenario.events().forEach(ledger::apply);
        inspection = Inspection.of(ledger);
    }

    @Test
    void a_position_comes_with_its_trades() {
        List<Inspection.PositionLine> lines = inspection.positions();
        assertEquals(2, lines.size());
        assertEquals(
                List.of(1L, 3L, 5L),
                lines.getFirst().trades().stream()
                        .map(trade -> trade.plan().id())
                        .toList());
        assertEquals(BigDecimal.ZERO, lines.getFirst().averageCost());
        // 1001.75 / 40.123456789012345678
        assertEquals(24.9667, lines.get(1).averageCost().doubleValue(), 1e-4);
    }

    @Test
    void a_rebalancing_trade_says_its_signal_rank_and_weight() {
        String why = inspection.why(1).why();
        for (String part :
                List.of("rebalanced in cycle 1", "signal 0.2500", "rank 1", "weight 0.8000", "4,000.00 USD")) {
            assertTrue(why.contains(part), why);
        }
        assertEquals(Outcome.TRADED, inspection.why(1).signal().orElseThrow().outcome());
    }

    @Test
    void a_triggered_trade_says_its_trigger_and_what_the_price_was_measured_by() {
        Inspection.TradeLine line = inspection.why(5);
        assertEquals("the price fell to the trailing stop: 0.9000 × the highest price of 2700.00 USD", line.why());
        assertTrue(line.signal().isEmpty());
    }

    @Test
    void a_trade_that_failed_says_why() {
        assertEquals(
                "ordered by the strategy in cycle 2; not executed: reverted",
                inspection.why(4).why());
        assertThrows(IllegalStateException.class, () -> inspection.why(99));
    }

    @Test
    void an_ordered_trade_says_what_was_ordered_and_nothing_of_signals() {
        Trade trade = inspection.why(4).trade();
        SignalOutcome order = SignalOutcome.ofOrder(
                trade.plan().intent().pair(), new SignalOutcome.Adjustment(2_000, 0), Outcome.REVERTED, 0);
        assertEquals(
                "ordered by the strategy in cycle 2: +2,000.00 USD wanted, reverted; not executed",
                Reasons.why(trade, Optional.empty(), Optional.of(order)));
    }

    @Test
    void while_its_cycle_is_not_closed_a_trade_says_the_signal_that_is_on_record_with_the_decision() {
        Ledger stopped = new Ledger();
        List<SignalOutcome> signals =
                ledger.book("main").cycles().getFirst().result().outcomes();
        for (Event event : Scenario.events()) {
            if (event instanceof Event.TradeFilled) {
                break;
            }
            stopped.apply(event instanceof Event.Decided decided ? with(decided, signals) : event);
        }
        String why = Inspection.of(stopped).why(1).why();
        assertTrue(why.contains("signal 0.2500, rank 1, weight 0.8000"), why);
        assertTrue(why.endsWith("; planned, not yet executed"), why);
    }

    private static Event.Decided with(Event.Decided decided, List<SignalOutcome> signals) {
        return new Event.Decided(
                decided.at(),
                decided.book(),
                decided.cycle(),
                decided.inputs(),
                decided.decision(),
                new Event.Knowledge(decided.quoted(), signals));
    }

    @Test
    void a_cycle_counts_its_outcomes() {
        List<Inspection.CycleLine> lines = inspection.cycles();
        assertEquals(2, lines.size());
        assertEquals(
                Map.of(Outcome.TRADED, 1, Outcome.NO_PRICE, 1), lines.get(1).outcomes());
        assertEquals(
                Map.of(Outcome.TRADED, 1, Outcome.TRIMMED_TO_LIQUIDITY, 1),
                lines.getFirst().outcomes());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.evenkeel.state.Seeds#all")
    void every_filled_trade_stands_under_one_position_and_every_trade_has_a_reason(long seed) {
        Ledger random = new Ledger();
        RandomRun.events(seed, 150).forEach(random::apply);
        Inspection all = Inspection.of(random);
        List<Inspection.TradeLine> trades = all.trades();
        assertEquals(random.nextTrade() - 1, trades.size());
        for (Inspection.TradeLine line : trades) {
            assertTrue(!line.why().isBlank());
        }
        long under =
                all.positions().stream().mapToLong(line -> line.trades().size()).sum();
        long filled = trades.stream()
                .map(Inspection.TradeLine::trade)
                .filter(trade -> trade.filled().isPresent())
                .count();
        assertEquals(filled, under);
        for (Inspection.PositionLine line : all.positions()) {
            for (Trade trade : line.trades()) {
                assertEquals(line.position().pair(), trade.plan().intent().pair());
            }
        }
    }
}
