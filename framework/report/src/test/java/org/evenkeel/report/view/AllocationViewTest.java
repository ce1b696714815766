package org.evenkeel.report.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.evenkeel.report.SeededRun;
import org.evenkeel.report.Story;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.TriggerFactors;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

final class AllocationViewTest {
    @Test
    void shares_are_quantities_at_the_prices_of_the_decision() {
        Run run = new Story("A", "B")
                .decide(1_000, 1_000, 10, 4)
                .buy(0, 30, 10, 0, TriggerFactors.NONE)
                .buy(1, 50, 4, 0, TriggerFactors.NONE)
                .close(1_000, 500)
                .sell(1, 50, 5, 0.5, TradeReason.TAKE_PROFIT)
                .decide(1_350, 750, 20, 5)
                .close(1_350, 750)
                .run();
        AllocationView view = AllocationView.of(run);
        assertEquals(
                List.of("A-USD", "B-USD"),
                view.shares().stream().map(AllocationView.Share::label).toList());
        assertArrayEquals(new double[] {0.3, 600 / 1350.0}, view.shares().get(0).values(), 1e-12);
        assertArrayEquals(new double[] {0.2, 0}, view.shares().get(1).values(), 1e-12);
        assertArrayEquals(new double[] {0.5, 750 / 1350.0}, view.cash(), 1e-12);
        assertArrayEquals(new double[] {1_000, 1_350}, view.totals(), 1e-9);
    }

    @SeededTest
    void the_shares_of_every_decision_add_up_to_the_whole(long seed) {
        AllocationView view = AllocationView.of(SeededRun.of(seed).run());
        for (int cycle = 0; cycle < view.times().length; cycle++) {
            double sum = view.cash()[cycle];
            for (AllocationView.Share share : view.shares()) {
                assertTrue(share.values()[cycle] >= 0);
                sum += share.values()[cycle];
            }
            assertEquals(1, sum, 1e-12);
        }
    }

    @SeededTest
    void what_is_not_cash_is_what_the_engine_valued_but_for_the_cost_of_selling_it(long seed) {
        SeededRun seeded = SeededRun.of(seed);
        AllocationView view = AllocationView.of(seeded.run());
        List<Cycle> cycles = seeded.ledger().books().getFirst().cycles();
        for (int cycle = 0; cycle < cycles.size(); cycle++) {
            Cycle.Result result = cycles.get(cycle).result();
            double invested = result.equity() - result.cash();
            double cashShare = view.cash()[cycle];
            double atMid = result.cash() / cashShare - result.cash();
            assertTrue(atMid >= invested - 0.01, () -> "at mid " + atMid + ", at what a sale brings " + invested);
            assertEquals(invested, atMid, 0.05 * result.equity());
        }
    }

    @Test
    void many_pairs_are_brought_down_to_as_many_as_can_be_told_apart() {
        String[] symbols = new String[40];
        double[] prices = new double[40];
        for (int i = 0; i < symbols.length; i++) {
            symbols[i] = "T" + i;
            prices[i] = 1;
        }
        Story story = new Story(symbols).decide(1_000, 1_000, prices);
        for (int i = 0; i < symbols.length; i++) {
            story.buy(i, 1 + i, 1, 0, TriggerFactors.NONE);
        }
        AllocationView view = AllocationView.of(story.close(1_000, 180).run());
        assertEquals(14, view.shares().size());
        assertEquals("T39-USD", view.shares().getFirst().label());
        assertEquals("27 others", view.shares().getLast().label());
        assertEquals(27 * 28 / 2 / 1_000.0, view.shares().getLast().values()[0], 1e-12);
    }
}
