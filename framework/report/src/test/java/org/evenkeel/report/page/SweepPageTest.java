package org.evenkeel.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.evenkeel.report.sweep.SeededSweep;
import org.evenkeel.report.sweep.SweepAxis;
import org.evenkeel.report.sweep.SweepCounts;
import org.evenkeel.report.sweep.SweepGrid;
import org.evenkeel.report.sweep.SweepInput;
import org.evenkeel.report.sweep.SweepPoints;
import org.evenkeel.report.sweep.SweepSubject;
import org.evenkeel.report.sweep.view.Sweep;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;

final class SweepPageTest {
    private static final List<String> SECTIONS =
            List.of("map", "plateau", "best", "overfitting", "walk", "runs", "notes");
    private static final String HOSTILE = "</script><script>alert(1)</script>";

    private static String page(SweepInput input) {
        return SweepPage.of(new Sweep(input), Optional.empty());
    }

    private static long count(String text, String part) {
        return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
    }

    @SeededTest
    void the_same_sweep_gives_the_same_page_to_the_last_character(long seed) {
        assertEquals(
                page(SeededSweep.crossover(seed).input()),
                page(SeededSweep.crossover(seed).input()));
    }

    @Test
    void every_section_is_there_and_made_up_prices_are_called_so_in_each() {
        String page = page(SeededSweep.crossover(1).input());
        for (String section : SECTIONS) {
            assertTrue(page.contains("<section id=\"" + section + "\""), section);
            assertTrue(page.contains("href=\"#" + section + "\""), section);
        }
        assertEquals(SECTIONS.size(), count(page, "<span class=\"badge\">synthetic data</span>"));
        assertTrue(page.contains("(synthetic data)</title>"));
        assertTrue(page.contains("<a href=\"runs.csv\">runs.csv</a>"));
    }

    @SeededTest
    void nowhere_is_a_figure_that_is_not_a_number_shown(long seed) {
        String page = page(SeededSweep.grid(seed, 9, 9).without(0.2, 0.3).input());
        String own = page.substring(page.indexOf("<main>"), page.lastIndexOf("<script>"))
                .replaceAll("(?s)<script>.*?</script>", "");
        assertFalse(Pattern.compile("NaN|Infinity").matcher(own).find());
        assertTrue(own.contains("the returns do not vary"));
        assertTrue(own.contains("None: it was not asked for"));
    }

    @SeededTest
    void the_data_is_json_that_any_reader_reads(long seed) {
        String page = page(
                SeededSweep.grid(seed, 6, 5, 4).withChoices("mode", "a", "b").input());
        Pattern data = Pattern.compile("<script type=\"application/json\" id=\"data-([^\"]*)\">(.*?)</script>");
        List<String> names = data.matcher(page)
                .results()
                .peek(found -> new ObjectMapper().readTree(found.group(2)))
                .map(found -> found.group(1))
                .toList();
        assertEquals(List.of("map", "plateau", "best", "overfitting", "folds", "walk"), names);
    }

    @Test
    void a_hostile_name_is_shown_and_nothing_of_it_runs() {
        SweepInput seeded = SeededSweep.crossover(1).input();
        SweepSubject subject = new SweepSubject(
                HOSTILE,
                HOSTILE,
                new SweepSubject.Data(
                        HOSTILE + "\u202e",
                        HOSTILE,
                        seeded.subject().data().from(),
                        seeded.subject().data().to(),
                        false),
                seeded.subject().form(),
                List.of(new SweepSubject.Assumption(HOSTILE, HOSTILE)));
        SweepPoints points = SweepPoints.builder(
                        List.of(
                                SweepAxis.choices(HOSTILE, List.of(HOSTILE, "b")),
                                SweepAxis.numbers("p", List.of("1", "2"))),
                        SeededSweep.METRICS)
                .done(new int[] {0, 0}, 1, 1, 1, 1, 1)
                .failed(new int[] {1, 1}, HOSTILE)
                .build();
        SweepCounts counts = new SweepCounts(4, List.of(new SweepCounts.LeftOut(HOSTILE, 1)), 1, 1, 2);
        String page = page(SweepInput.of(subject, new SweepGrid(points, "meanSharpe", counts, Optional.empty()))
                .withNote(HOSTILE));
        assertFalse(page.contains("<script>alert"));
        assertEquals(2, count(page, "<script>"));
        assertEquals(-1, page.indexOf('\u202e'));
        assertTrue(page.contains("&lt;/script&gt;&lt;script&gt;alert(1)"));
    }

    @Test
    void a_sweep_in_which_nothing_ran_has_a_page() {
        SweepInput seeded = SeededSweep.crossover(1).input();
        SweepPoints none = SweepPoints.builder(seeded.grid().points().axes(), SeededSweep.METRICS)
                .build();
        SweepCounts counts = new SweepCounts(190, List.of(), 0, 0, 0);
        String page =
                page(SweepInput.of(seeded.subject(), new SweepGrid(none, "meanSharpe", counts, Optional.empty())));
        assertTrue(page.contains("so there is no best"));
        assertTrue(page.contains("nothing to map"));
        assertTrue(page.contains("Nothing was tested"));
        assertTrue(page.contains("190 of 190 were not run"));
    }

    @Test
    void a_page_of_twenty_thousand_points_is_a_few_times_the_library_at_most() {
        assertTrue(page(SeededSweep.grid(1, 200, 100).input()).length() < 4_000_000);
    }

    @Test
    void a_page_that_shares_the_library_holds_all_but_that() {
        Sweep sweep = new Sweep(SeededSweep.crossover(1).input());
        String page = SweepPage.of(sweep, Optional.of("../" + SweepPage.CHARTS_FILE));
        assertTrue(page.contains("<script src=\"../" + SweepPage.CHARTS_FILE + "\"></script>"));
        assertTrue(page.length() < 300_000, () -> page.length() + " characters");
        assertTrue(page.contains("script-src &#39;self&#39; file: &#39;sha256-"), "the policy allows the file");
        assertFalse(page(SeededSweep.crossover(1).input()).contains("file: "), "and only where it is asked for");
    }
}
