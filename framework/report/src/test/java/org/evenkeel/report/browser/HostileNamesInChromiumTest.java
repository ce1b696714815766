package org.evenkeel.report.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.evenkeel.report.Report;
import org.evenkeel.report.ReportInput;
import org.evenkeel.report.Story;
import org.evenkeel.state.model.TriggerFactors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsChromium
final class HostileNamesInChromiumTest {
    private static final List<String> NAMES = List.of(
            "</script><script>window.ran=1</script>",
            "<img src=x onerror=window.ran=2>",
            "{{window.ran=3}}",
            "\u202eCDSU",
            "{a|b}<b>bold</b>");

    @TempDir
    private Path folder;

    @Test
    void names_are_shown_as_they_are_and_nothing_of_them_runs() {
        Story story = new Story(NAMES.toArray(String[]::new)).decide(1_000, 1_000, 1, 1, 1, 1, 1);
        for (int pair = 0; pair < NAMES.size(); pair++) {
            story.buy(pair, 100, 1, 0, TriggerFactors.stopLoss(0.5));
        }
        story.close(1_000, 500).decide(1_000, 500, 1, 1, 1, 1, 1).close(1_000, 500);
        Path page = folder.resolve("report.html");
        Report.write(ReportInput.of(story.ledger()), page);
        try (Chromium chromium = new Chromium(folder.resolve("profile"))) {
            chromium.open(page, 1200, "light");
            chromium.run("window.evenkeel.showAll(); document.querySelectorAll('#benchmarks input')"
                    + ".forEach((box) => box.checked || box.click())");
            chromium.run("for (const entry of window.evenkeel.panes)"
                    + " entry.chart.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: 0 })");
            chromium.await(
                    "tooltips are shown",
                    browser -> browser.isTrue("return document.querySelectorAll('.tip').length >= 3"));
            assertEquals("undefined", chromium.text("return typeof window.ran"));
            assertEquals(0L, chromium.run("return document.querySelectorAll('main img, main b').length"));
            assertEquals(List.of(), chromium.messages());
            String text = chromium.text("return document.body.innerText");
            assertTrue(text.contains("</script><script>window.ran=1</script>-USD"), "the first name");
            assertTrue(text.contains("CDSU-USD"), "the name without the character that turns it round");
            assertEquals(-1, text.indexOf('\u202e'));
        }
    }
}
