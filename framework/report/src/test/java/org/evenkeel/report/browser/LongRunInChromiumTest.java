package org.evenkeel.report.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.evenkeel.api.Settings;
import org.evenkeel.report.Report;
import org.evenkeel.report.ReportInput;
import org.evenkeel.report.Story;
import org.evenkeel.state.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsChromium
final class LongRunInChromiumTest {
    private static final int DECISIONS = 6_000;
    private static final String LABELS = "window.evenkeel.showAll();"
            + " const chart = echarts.getInstanceByDom(document.querySelector('[data-pane=\"equity\"] .chart'));"
            + " const labels = chart.getOption().graphic[0].elements.filter((one) => /^label-/.test(one.id));";

    @TempDir
    private Path folder;

    @Test
    void the_names_of_lines_stand_at_their_ends_and_apart_however_many_points_there_are() {
        Story story = new Story("A", "B");
        for (int day = 0; day < DECISIONS; day++) {
            double wave = 1_000 + 100 * Math.sin(day / 50.0);
            story.decide(wave, wave, 10 + Math.sin(day / 9.0), 20 + Math.cos(day / 9.0))
                    .close(wave, wave);
        }
        Path page = folder.resolve("report.html");
        Ledger ledger = story.ledger();
        Report.write(
                new ReportInput(ledger.info(), ledger.book(Ledger.MAIN_BOOK), Settings.DEFAULTS, Optional.empty()),
                page);
        try (Chromium chromium = new Chromium(folder.resolve("profile"))) {
            chromium.open(page, 1_200, "light");
            assertEquals(
                    "A-USD,Equal weight,Strategy",
                    chromium.text(LABELS + " return labels.map((one) => one.style.text).sort().join()"));
            assertTrue(chromium.isTrue(LABELS + " return labels.every((one) => one.x > chart.getWidth() - 140"
                    + " && one.y > 0 && one.y < chart.getHeight())"));
            assertTrue(chromium.isTrue(LABELS + " const at = labels.map((one) => one.y).sort((a, b) => a - b);"
                    + " return at.every((y, i) => i === 0 || y - at[i - 1] > 14)"));
            assertEquals(List.of(), chromium.messages());
        }
    }
}
