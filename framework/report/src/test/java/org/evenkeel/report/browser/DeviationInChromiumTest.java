package org.evenkeel.report.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.evenkeel.report.DeviationReport;
import org.evenkeel.report.DeviationReportTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsChromium
final class DeviationInChromiumTest {
    private static final String PICTURE =
            "return document.querySelector('[data-pane=\"waterfall\"] canvas').toDataURL()";

    @TempDir
    private static Path folder;

    private static Path page;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        page = DeviationReport.write(DeviationReportTest.input("WETH-USDC"), folder.resolve("deviation.html"));
        chromium = new Chromium(folder.resolve("profile"));
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private static void open(int width, String scheme) {
        chromium.open(page, width, scheme);
        chromium.run("window.evenkeel.showAll()");
    }

    @Test
    void the_steps_are_drawn_in_the_light_and_in_the_dark_and_nothing_is_complained_of() {
        open(1300, "light");
        String light = chromium.text(PICTURE);
        assertTrue(light.length() > 5_000, "something is drawn");
        assertEquals(List.of(), chromium.messages());
        open(1300, "dark");
        assertNotEquals(light, chromium.text(PICTURE));
        assertEquals(List.of(), chromium.messages());
    }

    @Test
    void a_phone_scrolls_no_further_than_down() {
        open(420, "dark");
        assertTrue(chromium.text(PICTURE).length() > 3_000, "something is drawn");
        assertTrue(chromium.isTrue("return document.documentElement.scrollWidth <= 420"), "no wider than the window");
    }

    @Test
    void it_asks_for_nothing_but_itself() {
        open(1300, "light");
        // A browser that has just begun still asks itself for its own first page (chrome:).
        assertEquals(
                List.of(),
                chromium.requests().stream()
                        .filter(address -> !address.matches("(file|data|chrome):.*"))
                        .toList());
    }
}
