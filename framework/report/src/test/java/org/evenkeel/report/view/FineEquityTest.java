package org.evenkeel.report.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.evenkeel.metrics.EquityCurve;
import org.evenkeel.report.SeededRun;
import org.evenkeel.report.Story;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

final class FineEquityTest {
    @SeededTest
    void at_a_decision_it_is_the_ledgers_equity_and_the_cost_of_selling_all(long seed) {
        Run run = SeededRun.of(seed).run();
        EquityCurve fine = FineEquity.of(run).orElseThrow();
        assertTrue(fine.size() > 5 * run.curve().size());
        for (int point = 0; point < run.curve().size() - 1; point++) {
            int at = Arrays.binarySearch(fine.times(), run.curve().times()[point]);
            double equity = run.curve().equity()[point];
            double atMid = fine.equity()[at];
            assertTrue(atMid >= equity - 0.01, () -> "at mid " + atMid + ", at what a sale brings " + equity);
            assertEquals(equity, atMid, 0.05 * equity);
        }
    }

    @SeededTest
    void the_capital_is_its_only_flow_unless_more_comes_in(long seed) {
        EquityCurve fine = FineEquity.of(SeededRun.of(seed).run()).orElseThrow();
        double[] flows = fine.findFlows().orElseThrow();
        assertEquals(10_000, flows[0]);
        assertEquals(10_000, Arrays.stream(flows).sum());
    }

    @Test
    void without_prices_nothing_is_known_of_what_happened_between() {
        Run run = new Story("A").decide(1_000, 1_000, 1).close(1_000, 1_000).run();
        assertTrue(FineEquity.of(run).isEmpty());
        assertEquals("", EquityView.of(run).between());
    }
}
