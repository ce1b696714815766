package org.evenkeel.report.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Interval;
import org.evenkeel.report.SeededRun;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

final class CandlesViewTest {
    private static double[] column(CandlesView.Pane pane, String name) {
        return ((Island.Column) pane.island().data().get(name)).values();
    }

    private static List<?> list(CandlesView.Pane pane, String name) {
        return (List<?>) pane.island().data().get(name);
    }

    @SeededTest
    void few_candles_keep_the_extremes_of_many(long seed) {
        SeededRun seeded = SeededRun.of(seed);
        Run run = seeded.run();
        for (CandlesView.Pane pane : CandlesView.of(run).panes()) {
            int pair = run.labels().all().indexOf(pane.label());
            Candles candles = seeded.market().of(run.labels().pairs().get(pair)).candles();
            long first = (long) pane.island().data().get("first");
            int from = candles.firstAtOrAfter(first);
            int to = candles.firstAtOrAfter(run.end());
            Candles.Prices prices = candles.rows(from, to).prices();
            assertTrue(column(pane, "high").length <= 840);
            assertEquals(
                    Arrays.stream(prices.highs()).max(),
                    Arrays.stream(column(pane, "high")).max());
            assertEquals(
                    Arrays.stream(prices.lows()).min(),
                    Arrays.stream(column(pane, "low")).min());
        }
    }

    @SeededTest
    void every_executed_trade_is_a_mark_on_its_pair(long seed) {
        Run run = SeededRun.of(seed).run();
        CandlesView view = CandlesView.of(run);
        int marks = view.panes().stream()
                .mapToInt(pane -> list(pane, "trades").size())
                .sum();
        assertEquals(run.fills().all().size(), marks);
        assertTrue(marks > 0);
        view.panes()
                .forEach(
                        pane -> assertEquals(pane.trades(), list(pane, "trades").size()));
    }

    @Test
    void the_interval_is_the_finest_usual_one_that_fits() {
        long day = Interval.DAILY.millis();
        assertEquals(Interval.HOURLY, CandlesView.interval(Interval.HOURLY, 30 * day, 800));
        assertEquals(Interval.DAILY, CandlesView.interval(Interval.HOURLY, 700 * day, 800));
        assertEquals(Interval.days(7), CandlesView.interval(Interval.DAILY, 5_000 * day, 800));
        assertEquals(Interval.days(21), CandlesView.interval(Interval.DAILY, 12_000 * day, 800));
        assertEquals(Interval.days(30), CandlesView.interval(Interval.days(30), 300 * day, 800));
    }

    @SeededTest
    void from_the_state_alone_there_are_no_candles_and_it_is_said_why(long seed) {
        CandlesView view = CandlesView.of(SeededRun.of(seed).runOfStateAlone());
        assertTrue(view.panes().isEmpty());
        assertTrue(view.note().contains("data at hand"));
    }
}
