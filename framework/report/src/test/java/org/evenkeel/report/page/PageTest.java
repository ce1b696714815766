package org.evenkeel.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.evenkeel.metrics.Metric;
import org.evenkeel.report.SeededRun;
import org.evenkeel.report.Story;
import org.evenkeel.state.model.TriggerFactors;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;

final class PageTest {
    private static final List<String> SECTIONS = List.of(
            "figures",
            "equity",
            "returns",
            "drawdowns",
            "allocation",
            "prices",
            "positions",
            "decisions",
            "costs",
            "notes");

    private static long count(String text, String part) {
        return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
    }

    @SeededTest
    void the_same_run_gives_the_same_page_to_the_last_character(long seed) {
        assertEquals(
                Page.of(SeededRun.of(seed).run()), Page.of(SeededRun.of(seed).run()));
    }

    @Test
    void every_section_is_there_and_made_up_prices_are_called_so_in_each() {
        String page = Page.of(SeededRun.of(1).run());
        for (String section : SECTIONS) {
            assertTrue(page.contains("<section id=\"" + section + "\""), section);
            assertTrue(page.contains("href=\"#" + section + "\""), section);
        }
        assertEquals(SECTIONS.size(), count(page, "<span class=\"badge\">synthetic data</span>"));
        assertTrue(page.contains("(synthetic data)</title>"));
    }

    @Test
    void real_prices_are_not_called_made_up() {
        Story story = new Story("A").decide(1_000, 1_000, 1).close(1_000, 1_000);
        assertFalse(Page.of(story.run()).contains("class=\"badge\""));
    }

    @Test
    void every_figure_has_its_formula_and_an_undefined_one_its_reason() {
        Story story = new Story("A").decide(1_000, 1_000, 1).close(1_000, 1_000);
        String page = Page.of(story.run());
        for (Metric metric : Metric.values()) {
            String formula =
                    metric.formula().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
            assertTrue(page.contains("<td>" + formula), metric.label());
        }
        assertTrue(page.contains("None: there are too few returns."));
    }

    @SeededTest
    void the_data_is_json_that_any_reader_reads(long seed) {
        String page = Page.of(SeededRun.of(seed).run());
        Pattern data = Pattern.compile("<script type=\"application/json\" id=\"data-([^\"]*)\">(.*?)</script>");
        List<String> names = data.matcher(page)
                .results()
                .peek(found -> new ObjectMapper().readTree(found.group(2)))
                .map(found -> found.group(1))
                .toList();
        assertTrue(names.containsAll(List.of("equity", "allocation", "candles-0", "positions", "cycles", "costs")));
    }

    @Test
    void a_hostile_name_is_shown_and_nothing_of_it_runs() {
        String name = "</script><script>alert(1)</script>";
        Story story = new Story(name, "US\u202eDC\u2028")
                .decide(1_000, 1_000, 1, 1)
                .buy(0, 100, 1, 0, TriggerFactors.stopLoss(0.5))
                .close(1_000, 900)
                .decide(1_000, 900, 1, 1)
                .close(1_000, 900);
        String page = Page.of(story.run());
        assertFalse(page.contains("<script>alert"));
        assertEquals(2, count(page, "<script>"));
        assertTrue(page.contains("&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;"));
        assertEquals(-1, page.indexOf('\u202e'));
        assertEquals(-1, page.indexOf('\u2028'));
    }

    @SeededTest
    void a_page_of_the_state_alone_has_all_but_the_candles(long seed) {
        String page = Page.of(SeededRun.of(seed).runOfStateAlone());
        assertFalse(page.contains("data-pane=\"candles\""));
        assertTrue(page.contains("Prices are not part of the state"));
        assertTrue(page.contains("data-pane=\"allocation\""));
        assertTrue(page.contains("id=\"data-equity\""));
    }

    @SeededTest
    void a_page_of_ten_pairs_is_no_larger_than_a_picture(long seed) {
        assertTrue(Page.of(SeededRun.of(seed).run()).length() < 4_000_000);
    }

    @Test
    void a_run_of_one_decision_and_nothing_else_has_a_page() {
        Story story = new Story("A").decide(1_000, 1_000, Double.NaN).close(1_000, 1_000);
        String page = Page.of(story.run());
        assertTrue(page.contains("No position was opened."));
        assertTrue(page.contains("There is no period to have a return yet."));
        assertTrue(page.contains("slide along runs of a year and more: this one is shorter"));
    }
}
