package org.evenkeel.report.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evenkeel.api.BridgeTerms;
import org.evenkeel.api.Expenses;
import org.evenkeel.api.FillPrice;
import org.evenkeel.api.GasPrice;
import org.evenkeel.api.Settings;
import org.evenkeel.api.TriggerPrice;
import org.evenkeel.market.Interval;
import org.evenkeel.report.SeededRun;
import org.evenkeel.report.Story;
import org.junit.jupiter.api.Test;

final class AssumptionsTest {
    private static Map<String, String> facts(Run run) {
        return Assumptions.of(run).stream().collect(Collectors.toMap(HeaderView.Fact::name, HeaderView.Fact::text));
    }

    private static Run with(Run run, Expenses expenses) {
        Settings settings = run.settings().withExpenses(expenses);
        return new Run(run.info(), run.book(), settings, run.market());
    }

    @Test
    void what_costs_nothing_is_said_to_cost_nothing() {
        Run run = new Story("A").decide(1_000, 1_000, 1).close(1_000, 1_000).run();
        Map<String, String> facts = facts(run);
        assertEquals("None: the pairs charge no fee.", facts.get("Pool fees"));
        assertEquals("None was charged: trades were taken not to move prices.", facts.get("Price impact"));
        assertEquals("None is set: trades are taken to cost no gas.", facts.get("Gas"));
        assertEquals("Not needed: all pairs are on one chain.", facts.get("Bridging"));
    }

    @Test
    void the_limits_of_decisions_are_told_with_whom_they_bind() {
        Run run = SeededRun.of(1).run();
        Settings weekly = run.settings().withCycle(Interval.WEEKLY);
        Settings limited = weekly.withCapital(new Settings.Capital(10_000, 0.95, 300));
        Settings unlimited = weekly.withCapital(new Settings.Capital(10_000, 1, 0));
        assertEquals(
                "Every 7d, with 10,000.00 USD at the start. An alpha model is given 95 % of the equity to invest; orders"
                        + " take what they say. Changes of less than 300.00 USD toward a target are left out, but a close"
                        + " never is.",
                facts(with(run, limited)).get("Decisions"));
        assertEquals(
                "Every 7d, with 10,000.00 USD at the start. All of the equity may be invested, and no change is too"
                        + " small to be made.",
                facts(with(run, unlimited)).get("Decisions"));
    }

    private static Run with(Run run, Settings settings) {
        return new Run(run.info(), run.book(), settings, run.market());
    }

    @Test
    void costs_are_told_by_chain_route_and_source() {
        Run run = SeededRun.of(1).run();
        GasPrice gas = GasPrice.constant(8).then(Instant.parse("2022-02-01T00:00:00Z"), 20);
        Expenses expenses = new Expenses(
                Map.of("ethereum", gas, "bsc", GasPrice.constant(0.2)),
                5,
                10,
                Duration.ofMinutes(30),
                Map.of("bsc/polygon", new BridgeTerms(1, 0, Duration.ofHours(2))));
        Map<String, String> facts = facts(with(run, expenses));
        assertEquals("0.05 % to 0.3 % for each pool that a trade goes through.", facts.get("Pool fees"));
        assertEquals(
                "Of 11 pairs: from the pools' reserves for 6, from the value locked for 2, none for 3.",
                facts.get("Price impact"));
        assertEquals("For each trade 0.20 USD on bsc, 8.00 USD and 1 later prices on ethereum.", facts.get("Gas"));
        assertEquals(
                "For each transfer 5.00 USD and 0.1 % of the amount, within 30 min; bsc/polygon: 1.00 USD and 0 % of"
                        + " the amount, within 2 h.",
                facts.get("Bridging"));
        assertEquals(
                "None is set: money is taken to move between chains at once and for nothing.",
                facts(with(run, Expenses.NONE)).get("Bridging"));
    }

    @Test
    void a_close_that_has_passed_is_called_unobtainable() {
        Run run = SeededRun.of(1).run();
        Settings atClose =
                run.settings().withFills(new Settings.Fills(FillPrice.CLOSE, TriggerPrice.OPEN, Optional.empty()));
        Map<String, String> facts = facts(new Run(run.info(), run.book(), atClose, run.market()));
        assertTrue(facts.get("Fills").contains("nobody could have traded at it"));
        assertTrue(facts.get("Triggers").startsWith("Only opens fire triggers"));
    }
}
