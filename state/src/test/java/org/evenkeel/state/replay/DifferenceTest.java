package org.evenkeel.state.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.RandomRun;
import org.evenkeel.state.Scenario;
import org.evenkeel.state.TestMarket;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Basket;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.TriggerFactors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DifferenceTest {
    private static TradeIntent buy(String value) {
        return TradeIntent.buy(TestMarket.WETH_USDC, new Size.Spend(new BigDecimal(value)), TradeReason.REBALANCE);
    }

    private static Cycle.Decision decision(TradeIntent... intents) {
        return new Cycle.Decision(List.of(intents), Cycle.Notes.NONE);
    }

    private static String difference(Cycle.Decision recorded, Cycle.Decision now) {
        return FirstDifference.of(recorded, now).orElseThrow().toString();
    }

    @Test
    void the_first_field_that_differs_is_named_with_both_values() {
        assertEquals(
                "decision.intents[2].size.value: recorded 812.11, now 812.10",
                difference(
                        decision(buy("1"), buy("2"), buy("812.11"), buy("3")),
                        decision(buy("1"), buy("2"), buy("812.10"), buy("4"))));
    }

    @Test
    void a_decision_that_is_the_same_has_no_difference() {
        assertEquals(Optional.empty(), FirstDifference.of(decision(buy("1.00")), decision(buy("1.00"))));
    }

    @Test
    void a_missing_and_an_additional_intent_are_named() {
        String missing = difference(decision(buy("1"), buy("2")), decision(buy("1")));
        assertTrue(missing.startsWith("decision.intents[1]: recorded {\"pair\":101,"), missing);
        assertTrue(missing.endsWith(", now nothing"), missing);
        String added = difference(decision(), decision(buy("1")));
        assertTrue(added.startsWith("decision.intents[0]: recorded nothing, now {\"pair\":101,"), added);
    }

    @Test
    void another_kind_of_value_is_named() {
        TradeIntent plain = buy("1");
        TradeIntent watched = plain.with(TriggerFactors.stopLoss(0.9));
        assertEquals(
                "decision.intents[0].triggers: recorded null, now {\"stopLoss\":0.9,\"takeProfit\":null,\"trailingStop\":null}",
                difference(decision(plain), decision(watched)));
        Basket basket = new Basket("group", OptionalDouble.empty(), OptionalDouble.empty());
        assertEquals(
                "decision.intents[0].basket.name: recorded group, now gruppe",
                difference(
                        decision(plain.in(basket)),
                        decision(plain.in(new Basket("gruppe", OptionalDouble.empty(), OptionalDouble.empty())))));
    }

    @Test
    void notes_are_part_of_the_decision() {
        Cycle.Decision recorded = new Cycle.Decision(List.of(), new Cycle.Notes(Map.of("rsi", 30.0), List.of("a")));
        Cycle.Decision now = new Cycle.Decision(List.of(), new Cycle.Notes(Map.of("rsi", 31.0), List.of("a")));
        assertEquals("decision.plots.rsi: recorded 30.0, now 31.0", difference(recorded, now));
        Cycle.Decision other = new Cycle.Decision(List.of(), new Cycle.Notes(Map.of("rsj", 30.0), List.of("a")));
        assertTrue(difference(recorded, other).contains("recorded rsi, now rsj"), difference(recorded, other));
    }

    @Test
    void the_outcomes_of_two_cycles_are_compared_too() {
        SignalOutcome traded = new SignalOutcome(
                TestMarket.WETH_USDC,
                OptionalDouble.of(0.1),
                SignalOutcome.Weighing.NONE,
                SignalOutcome.Adjustment.NONE,
                Outcome.TRADED,
                0);
        Cycle.Result recorded = new Cycle.Result(1, 1, List.of(traded));
        Cycle.Result now = new Cycle.Result(1, 1, List.of(traded.with(Outcome.NO_CASH, 0)));
        assertEquals(
                "result.outcomes[0].outcome: recorded TRADED, now NO_CASH",
                FirstDifference.of(recorded, now).orElseThrow().toString());
    }

    @Test
    void two_states_are_compared_field_by_field() {
        Ledger left = new Ledger();
        Ledger right = new Ledger();
        Scenario.events().forEach(left::apply);
        Scenario.events().forEach(right::apply);
        assertEquals(Optional.empty(), FirstDifference.of(left.snapshot(), right.snapshot()));
        right.apply(new Event.CashFlowed(Scenario.WEEK_3, "second", TestMarket.DOLLAR, BigDecimal.ONE));
        assertEquals(
                "sequence: recorded 26, now 27",
                FirstDifference.of(left.snapshot(), right.snapshot())
                        .orElseThrow()
                        .toString());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.evenkeel.state.Seeds#all")
    void a_state_does_not_differ_from_itself(long seed) {
        Ledger left = new Ledger();
        Ledger right = new Ledger();
        RandomRun.events(seed, 100).forEach(left::apply);
        RandomRun.events(seed, 100).forEach(right::apply);
        assertTrue(StateDiff.between(left, right).isEmpty());
    }

    @Test
    void states_are_compared_position_by_position_whatever_their_numbers() {
        List<Event> changed = new ArrayList<>();
        for (Event event : Scenario.events()) {
            if (event instanceof Event.TradeFilled filled && filled.trade() == 5) {
                Fill was = filled.fill();
                Fill fill =
                        new Fill(was.quantity(), new BigDecimal("2422.70"), was.midPrice(), was.costs(), was.route());
                changed.add(new Event.TradeFilled(filled.at(), 5, fill));
            } else {
                changed.add(event);
            }
        }
        Ledger left = new Ledger();
        Ledger right = new Ledger();
        Scenario.events().forEach(left::apply);
        changed.forEach(right::apply);
        StateDiff diff = StateDiff.between(left, right);
        StateDiff.BookDiff book = diff.books().getFirst();
        assertEquals(1, diff.books().size());
        assertEquals("main", book.book());
        assertEquals(List.of(new StateDiff.Change("reserve USDC on ethereum", "8524.87", "8524.86")), book.changes());
        StateDiff.PositionDiff position = book.positions().getFirst();
        assertEquals(1, book.positions().size());
        assertEquals(TestMarket.WETH_USDC, position.pair());
        assertEquals(1, position.occurrence());
        assertEquals(
                List.of("sold", "realised"),
                position.changes().stream().map(StateDiff.Change::field).toList());
    }

    @Test
    void triggers_that_differ_are_told_one_by_one() {
        Ledger left = new Ledger();
        Ledger right = new Ledger();
        Scenario.events().forEach(left::apply);
        for (Event event : Scenario.events()) {
            right.apply(event instanceof Event.WatchChanged watched ? raisedFurther(watched) : event);
        }
        StateDiff.PositionDiff position =
                StateDiff.between(left, right).books().getFirst().positions().getFirst();
        assertEquals(
                List.of("peak"),
                position.changes().stream().map(StateDiff.Change::field).toList());
    }

    private static Event raisedFurther(Event.WatchChanged event) {
        Position.Watch was = event.watch();
        return new Event.WatchChanged(
                event.at(), event.position(), new Position.Watch(was.factors(), was.peak() * 2, was.basket()));
    }

    @Test
    void a_book_and_a_position_that_only_one_state_has_are_told() {
        Ledger left = new Ledger();
        Ledger right = new Ledger();
        Scenario.events().forEach(left::apply);
        Scenario.events().subList(0, 2).forEach(right::apply);
        StateDiff diff = StateDiff.between(left, right);
        StateDiff.BookDiff main = diff.books().getFirst();
        assertEquals(2, main.positions().size());
        assertTrue(main.positions().getFirst().right().isEmpty());
        assertTrue(main.positions().getFirst().changes().isEmpty());
        StateDiff.BookDiff second = diff.books().get(1);
        assertTrue(second.left() && !second.right());
    }
}
