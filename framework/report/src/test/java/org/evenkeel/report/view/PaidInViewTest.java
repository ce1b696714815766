package org.evenkeel.report.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.evenkeel.report.SeededRun;
import org.evenkeel.report.Story;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.TriggerFactors;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

final class PaidInViewTest {
    @Test
    void money_put_in_and_taken_out_is_added_up() {
        Run run = new Story("A")
                .decide(1_000, 1_000, 10)
                .close(1_000, 1_000)
                .deposit(500)
                .decide(1_500, 1_500, 10)
                .buy(0, 100, 10, 1, TriggerFactors.NONE)
                .close(1_500, 500)
                .deposit(-200)
                .decide(1_400, 300, 11)
                .close(1_400, 300)
                .run();
        PaidInView view = PaidInView.of(run).orElseThrow();
        assertArrayEquals(new double[] {1_000, 1_500, 1_300}, view.paidIn());
        assertArrayEquals(new double[] {1_000, 1_500, 1_400}, view.value());
        assertArrayEquals(new double[] {1_000, 1_500, 300}, view.cash());
        assertEquals(
                "1,300.00 USD were put in on balance and came to 1,400.00 USD, +7.7\u00a0% on the money put in.",
                view.sentence());
    }

    @Test
    void a_run_that_buys_on_and_on_is_shown_so_even_where_all_its_money_was_there_from_the_start() {
        Story story = new Story("A");
        Story seller = new Story("A");
        for (int day = 0; day < 8; day++) {
            story.decide(1_000, 1_000 - 10 * day, 1)
                    .buy(0, 10, 1, day, TriggerFactors.NONE)
                    .close(1_000, 990 - 10 * day);
            seller.decide(1_000, 1_000, 1)
                    .buy(0, 10, 1, day, TriggerFactors.NONE)
                    .sell(0, 10, 1, day + 0.5, TradeReason.REBALANCE)
                    .close(1_000, 990);
        }
        assertTrue(PaidInView.of(story.run()).isPresent());
        assertTrue(PaidInView.of(seller.run()).isEmpty());
    }

    @SeededTest
    void a_run_whose_money_came_in_once_and_is_turned_over_has_none(long seed) {
        assertTrue(PaidInView.of(SeededRun.of(seed).run()).isEmpty());
    }
}
