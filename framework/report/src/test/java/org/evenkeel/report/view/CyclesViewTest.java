package org.evenkeel.report.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.evenkeel.market.TradingPair;
import org.evenkeel.report.SeededRun;
import org.evenkeel.report.Story;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.RoutePart;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

final class CyclesViewTest {
    private static List<?> cycles(CyclesView view) {
        return (List<?>) view.island().data().get("cycles");
    }

    private static List<?> part(Object cycle, String name) {
        return (List<?>) ((Island) cycle).data().get(name);
    }

    @SeededTest
    void every_signal_of_every_decision_is_there_with_its_reason(long seed) {
        Run run = SeededRun.of(seed).run();
        CyclesView view = CyclesView.of(run);
        List<Cycle> cycles = run.book().cycles();
        assertEquals(cycles.size(), view.rows().size());
        for (int i = 0; i < cycles.size(); i++) {
            List<String> told = new ArrayList<>();
            for (Object signal : part(cycles(view).get(i), "signals")) {
                told.add((String) ((List<?>) signal).get(4));
            }
            List<String> expected = cycles.get(i).result().outcomes().stream()
                    .map(SignalOutcome::explain)
                    .sorted()
                    .toList();
            assertEquals(expected, told.stream().sorted().toList());
        }
    }

    @SeededTest
    void every_trade_is_in_the_decision_that_it_followed_from(long seed) {
        Run run = SeededRun.of(seed).run();
        CyclesView view = CyclesView.of(run);
        int trades = cycles(view).stream()
                .mapToInt(cycle -> part(cycle, "trades").size())
                .sum();
        assertEquals(run.book().trades().size(), trades);
        int counted = view.rows().stream()
                .mapToInt(row -> row.counts().trades() + row.counts().triggers())
                .sum();
        assertEquals(run.fills().all().size(), counted);
        assertTrue(view.rows().stream().anyMatch(row -> row.counts().triggers() > 0));
    }

    @Test
    void an_order_is_told_apart_from_a_position_that_is_held_without_a_signal() {
        TradingPair pair = Story.pair(1, "A");
        SignalOutcome bought = SignalOutcome.ofOrder(pair, new SignalOutcome.Adjustment(200, 0), Outcome.TRADED, 0);
        SignalOutcome dropped = new SignalOutcome(
                pair,
                OptionalDouble.empty(),
                new SignalOutcome.Weighing(0, 0, 0, 0.2),
                new SignalOutcome.Adjustment(0, 200),
                Outcome.TRADED,
                0);
        Run run = new Story("A")
                .decide(1_000, 1_000, 1)
                .close(1_000, 800, bought, dropped)
                .run();
        List<?> signals = part(cycles(CyclesView.of(run)).getFirst(), "signals");
        assertEquals(
                List.of(true, false),
                signals.stream().map(row -> ((List<?>) row).get(6)).toList());
    }

    @Test
    void a_split_route_tells_the_share_of_each_path() {
        RoutePart most = new RoutePart(0.75, List.of(Story.pair(2, "B"), Story.pair(1, "A")));
        RoutePart rest = new RoutePart(0.25, List.of(Story.pair(1, "A")));
        Story story = new Story("A", "B").decide(1_000, 1_000, 1, 1).buyOver(0, most, rest);
        Run run = story.buyOver(1, new RoutePart(1, List.of(Story.pair(2, "B"))))
                .close(1_000, 998)
                .run();
        List<?> trades = part(cycles(CyclesView.of(run)).getFirst(), "trades");
        assertEquals("75.00\u00a0% by B-USD, then A-USD; 25.00\u00a0% by A-USD", ((List<?>) trades.get(0)).get(5));
        assertEquals("B-USD", ((List<?>) trades.get(1)).get(5));
    }

    @Test
    void of_very_many_signals_those_that_led_to_something_come_first_and_the_rest_is_counted() {
        List<SignalOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            outcomes.add(new SignalOutcome(
                    Story.pair(1, "A"),
                    OptionalDouble.of(i),
                    new SignalOutcome.Weighing(i == 7 ? 1 : 0, 0, 0, 0),
                    SignalOutcome.Adjustment.NONE,
                    Outcome.NOT_SELECTED,
                    1));
        }
        Run run = new Story("A")
                .decide(1_000, 1_000, 1)
                .close(1_000, 1_000, outcomes.toArray(SignalOutcome[]::new))
                .run();
        Object cycle = cycles(CyclesView.of(run)).getFirst();
        assertEquals(12_000, part(cycle, "signals").size());
        assertEquals(8_000, ((Island) cycle).data().get("more"));
        assertEquals(1, ((List<?>) part(cycle, "signals").getFirst()).get(1));
    }
}
