package org.evenkeel.report.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class FiguresViewTest {
    private static final long HOUR = 3_600_000;
    private static final long WEEK = 7 * 24 * HOUR;

    @Test
    void a_run_of_full_periods_has_no_stub_to_tell_of() {
        assertEquals("", FiguresView.stubs(new long[] {0, WEEK, 2 * WEEK, 3 * WEEK, 4 * WEEK}));
        assertEquals("", FiguresView.stubs(new long[] {0}));
    }

    @Test
    void a_stub_is_told_with_its_length_and_what_it_counts_in() {
        assertEquals(
                "Of this run the last period (1 d) is a stub, shorter than half of the usual 7 d. It counts in returns"
                        + " and drawdowns, but not in volatility, Sharpe and the other figures made of means and"
                        + " spreads, which need full periods.",
                FiguresView.stubs(new long[] {0, WEEK, 2 * WEEK, 3 * WEEK, 3 * WEEK + 24 * HOUR}));
    }

    @Test
    void both_ends_may_be_cut() {
        long[] times = {WEEK - 36 * HOUR, WEEK, 2 * WEEK, 3 * WEEK, 4 * WEEK, 4 * WEEK + HOUR};
        String told = FiguresView.stubs(times);
        assertEquals(
                "Of this run the first period (1.5 d) and the last period (1 h) are stubs",
                told.substring(0, told.indexOf(',')));
    }
}
