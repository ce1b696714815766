package org.evenkeel.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.evenkeel.metrics.Figure;
import org.evenkeel.report.sweep.SeededSweep;
import org.evenkeel.report.sweep.SweepWalkForward;
import org.evenkeel.report.sweep.SweepWalkForward.Fold;
import org.evenkeel.report.sweep.WalkInput;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;

final class WalkPageTest {
    private static final String HOSTILE = "</script><script>alert(1)</script>";

    private static WalkInput input(SweepWalkForward walk) {
        return new WalkInput(
                SeededSweep.crossover(1).input().subject(),
                walk,
                new WalkInput.Kept(OptionalDouble.of(0.9), OptionalDouble.of(0.45)),
                List.of(HOSTILE));
    }

    private static SweepWalkForward seeded(long seed) {
        return SeededSweep.grid(seed, 6, 5, 4)
                .withChoices("mode", "a", "b")
                .input()
                .walkForward()
                .orElseThrow();
    }

    private static long count(String text, String part) {
        return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
    }

    @SeededTest
    void a_walk_has_its_equity_its_folds_and_its_choices_and_the_same_page_each_time(long seed) {
        SweepWalkForward walk = seeded(seed);
        String page = WalkPage.of(input(walk));
        assertEquals(page, WalkPage.of(input(walk)));
        for (String section : List.of("walk", "choices", "notes")) {
            assertTrue(page.contains("<section id=\"" + section + "\""), section);
            assertTrue(page.contains("href=\"#" + section + "\""), section);
        }
        List<String> names = Pattern.compile("<script type=\"application/json\" id=\"data-([^\"]*)\">(.*?)</script>")
                .matcher(page)
                .results()
                .peek(found -> new ObjectMapper().readTree(found.group(2)))
                .map(found -> found.group(1))
                .toList();
        assertEquals(List.of("walk", "folds", "choices"), names);
        assertEquals(walk.folds().size(), count(page, "<tr><th scope=\"row\"><span class=\"span\">2"));
        assertTrue(page.contains("made on the past alone"));
        assertTrue(page.contains("45.00"));
        assertFalse(page.contains("<script>alert"));
        assertEquals(2, count(page, "<script>"));
        assertTrue(page.contains("&lt;/script&gt;&lt;script&gt;alert(1)"));
    }

    @Test
    void folds_that_are_not_in_the_order_of_time_have_no_choices_over_time() {
        SweepWalkForward walk = seeded(1);
        Fold first = walk.folds().getFirst();
        Fold cut = new Fold(
                first.train(),
                List.of(
                        walk.folds().get(1).test().getFirst(),
                        walk.folds().get(3).test().getFirst()),
                parameters("x"),
                Figure.value(1),
                Figure.value(2));
        String page = WalkPage.of(
                input(new SweepWalkForward("4 folds", walk.measure(), List.of(first, cut), walk.curves(), List.of())));
        assertFalse(page.contains("id=\"choices\""));
        assertTrue(page.contains("class=\"prose\""), "several stretches of time may break into lines");
    }

    private static SequencedMap<String, String> parameters(String value) {
        SequencedMap<String, String> parameters = new LinkedHashMap<>();
        parameters.put("mode", value);
        return parameters;
    }
}
