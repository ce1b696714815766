package org.evenkeel.report.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.evenkeel.report.SeededRun;
import org.evenkeel.report.Story;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

final class CalendarViewTest {
    private static double number(String text) {
        return Double.parseDouble(text.replace('\u2212', '-'));
    }

    @SeededTest
    void months_compound_to_their_year_and_years_to_the_total(long seed) {
        Run run = SeededRun.weekly(seed).run();
        List<CalendarView.Row> rows = CalendarView.of(run).rows();
        assertEquals(2, rows.size());
        double total = 1;
        for (CalendarView.Row row : rows) {
            double months = 1;
            for (CalendarView.Cell cell : row.months()) {
                months *= cell.text().isEmpty() ? 1 : 1 + number(cell.text()) / 100;
            }
            double year = 1 + number(row.total().text()) / 100;
            // Each of up to twelve months is shown to a tenth of a per cent.
            assertEquals(year, months, 0.013 * Math.max(1, year));
            total *= year;
        }
        double[] growth = run.curve().growth();
        assertEquals(growth[growth.length - 1] / growth[0], total, 0.004 * Math.max(1, total));
    }

    @Test
    void gains_and_losses_differ_in_sign_and_side_of_the_scale() {
        Story story = new Story("A").decide(1_000, 1_000, 1).close(1_000, 1_000);
        Run run = story.value(20, 1_100, 1_100)
                .value(45, 880, 880)
                .value(80, 880, 880)
                .run();
        CalendarView.Row row = CalendarView.of(run).rows().getFirst();
        CalendarView.Cell march = row.months().get(2);
        CalendarView.Cell april = row.months().get(3);
        assertEquals("+10.0", march.text());
        assertEquals("heat gain-3", march.style());
        assertEquals("\u221220.0", april.text());
        assertEquals("heat loss-4", april.style());
        assertEquals("0.0", row.months().get(4).text());
        assertEquals("heat", row.months().get(4).style());
        assertTrue(row.months().get(5).text().isEmpty());
        assertEquals("\u221212.0", row.total().text());
    }
}
