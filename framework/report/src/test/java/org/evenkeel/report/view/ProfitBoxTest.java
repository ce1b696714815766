package org.evenkeel.report.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.evenkeel.report.SeededRun;
import org.evenkeel.report.Story;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.TriggerFactors;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

final class ProfitBoxTest {
    @Test
    void a_box_runs_from_the_first_buy_at_the_entry_to_the_last_sale_at_its_price() {
        Run run = new Story("A")
                .decide(1_000, 1_000, 10)
                .buy(0, 20, 10, 0, TriggerFactors.NONE)
                .close(1_000, 800)
                .decide(1_000, 800, 20)
                .buy(0, 20, 20, 1, TriggerFactors.NONE)
                .close(1_000, 400)
                .sell(0, 40, 12, 1.5, TradeReason.STOP_LOSS)
                .decide(880, 880, 12)
                .close(880, 880)
                .run();
        ProfitBox box = ProfitBox.of(run, PositionsView.all(run)).getFirst();
        assertEquals(Story.day(0).toEpochMilli(), box.from());
        assertEquals(Story.day(1.5).toEpochMilli(), box.until());
        assertEquals(15, box.prices().entry(), 1e-9);
        assertEquals(12, box.prices().exit(), 1e-9);
        assertEquals(480 - 600, box.profit(), 1e-9);
    }

    @SeededTest
    void every_position_has_a_box_within_the_time_of_the_run_and_its_own_profit(long seed) {
        Run run = SeededRun.of(seed).run();
        List<Position> positions = PositionsView.all(run);
        List<ProfitBox> boxes = ProfitBox.of(run, positions);
        assertEquals(positions.size(), boxes.size());
        for (int i = 0; i < boxes.size(); i++) {
            assertEquals(
                    PositionRow.of(run, positions.get(i)).profit(), boxes.get(i).profit());
            assertEquals(positions.get(i).isOpen(), boxes.get(i).until() == run.end());
        }
    }
}
