package org.evenkeel.report.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.evenkeel.report.Story;
import org.junit.jupiter.api.Test;

final class NormalisedViewTest {
    @Test
    void every_pair_begins_at_one_when_it_first_has_a_price() {
        Run run = new Story("A", "B", "C")
                .decide(1_000, 1_000, 10, Double.NaN, Double.NaN)
                .close(1_000, 1_000)
                .decide(1_000, 1_000, 15, 4, Double.NaN)
                .close(1_000, 1_000)
                .decide(1_000, 1_000, 5, 6, Double.NaN)
                .close(1_000, 1_000)
                .run();
        NormalisedView view = NormalisedView.of(run);
        assertEquals(2, view.lines().size(), "a pair that never had a price has no line");
        assertArrayEquals(new double[] {1, 1.5, 0.5}, view.lines().get(0).values(), 1e-12);
        assertArrayEquals(new double[] {Double.NaN, 1, 1.5}, view.lines().get(1).values(), 1e-12);
        assertFalse(view.isWide());
    }

    @Test
    void prices_far_apart_want_a_logarithmic_scale() {
        Run run = new Story("A")
                .decide(1_000, 1_000, 1)
                .close(1_000, 1_000)
                .decide(1_000, 1_000, 25)
                .close(1_000, 1_000)
                .run();
        assertTrue(NormalisedView.of(run).isWide());
    }

    @Test
    void without_any_price_there_is_nothing_to_draw() {
        Run run = new Story("A")
                .decide(1_000, 1_000, Double.NaN)
                .close(1_000, 1_000)
                .run();
        assertTrue(NormalisedView.of(run).island().isEmpty());
    }
}
