package org.evenkeel.report.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.evenkeel.report.Report;
import org.evenkeel.report.SeededRun;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

@NeedsChromium
final class ReportInChromiumTest {
    private static final int WIDE = 1300;
    private static final int PHONE = 390;
    private static final List<String> PANES =
            List.of("equity", "rolling", "allocation", "candles", "normalised", "positions", "costs", "notes");

    /** How many different colours a pane's canvas shows. */
    private static final String COLOURS = """
            const canvas = document.querySelector('[data-pane="' + arguments[0] + '"] canvas');
            const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
            const seen = new Set();
            for (let i = 0; i < pixels.length; i += 4) {
              if (pixels[i + 3] > 0) seen.add(pixels[i] << 16 | pixels[i + 1] << 8 | pixels[i + 2]);
            }
            return seen.size;
            """;

    /** What a pane's canvas shows, as one text. */
    private static final String PICTURE =
            "return document.querySelector('[data-pane=\"' + arguments[0] + '\"] canvas').toDataURL()";

    @TempDir
    private static Path folder;

    private static Path page;
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        page = folder.resolve("report.html");
        Report.write(SeededRun.weekly(1).input(), page);
        chromium = new Chromium(folder.resolve("profile"));
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void open() {
        chromium.open(page, WIDE, "light");
    }

    private static void showAll() {
        chromium.run("window.evenkeel.showAll()");
    }

    private static long colours(String pane) {
        return (Long) chromium.run(COLOURS, pane);
    }

    private static String picture(String pane) {
        return chromium.text(PICTURE, pane);
    }

    @Test
    void every_pane_draws_something_and_nothing_is_complained_of() {
        showAll();
        for (String pane : PANES) {
            assertTrue(colours(pane) > 10, pane);
        }
        assertEquals(List.of(), chromium.messages());
    }

    @Test
    void a_pane_is_drawn_once_it_comes_into_view() {
        assertEquals(0L, chromium.run("return document.querySelectorAll('[data-pane=\"costs\"] canvas').length"));
        chromium.run("document.getElementById('costs').scrollIntoView({ behavior: 'instant' })");
        chromium.await(
                "the costs are drawn",
                browser -> browser.isTrue("return document.querySelector('[data-pane=\"costs\"] canvas') !== null"));
        assertTrue(colours("costs") > 10);
    }

    @Test
    void nothing_is_asked_for_but_the_page_itself() {
        showAll();
        chromium.print();
        List<String> requests = chromium.requests().stream()
                .filter(address -> !address.startsWith("data:"))
                .toList();
        assertEquals(List.of(page.toUri().toString()), requests);
    }

    @Test
    void choosing_a_decision_shows_its_signals() {
        String last = chromium.text("return document.getElementById('cycle-details').textContent");
        chromium.driver().findElement(By.id("cycle-before")).click();
        String before = chromium.text("return document.getElementById('cycle-details').textContent");
        assertNotEquals(last, before);
        assertTrue(before.contains("Decision 58, "), before);
        assertTrue(before.contains("below the threshold"), before);
        chromium.driver().findElement(By.id("cycle-range")).sendKeys(Keys.HOME);
        assertTrue(chromium.text("return document.querySelector('#cycle-details h3').textContent")
                .startsWith("Decision 1,"));
        assertEquals("1", chromium.text("return document.getElementById('cycle').value"));
        assertTrue(chromium.isTrue("return document.getElementById('cycle-before').disabled"));
    }

    @Test
    void another_pair_a_log_scale_and_another_benchmark_change_the_pictures() {
        showAll();
        String candles = picture("candles");
        chromium.driver().findElement(By.id("pair")).sendKeys(Keys.ARROW_DOWN);
        assertNotEquals(candles, picture("candles"));
        String linear = picture("equity");
        chromium.run("document.querySelector('input[value=\"log\"]').click()");
        String log = picture("equity");
        assertNotEquals(linear, log);
        chromium.run("document.querySelector('#benchmarks label:last-child input').click()");
        assertNotEquals(log, picture("equity"));
        assertEquals(List.of(), chromium.messages());
    }

    @Test
    void values_instead_of_shares_and_prices_on_another_scale_change_the_pictures() {
        showAll();
        String shares = picture("allocation");
        chromium.run("document.querySelector('input[name=\"allocation\"][value=\"value\"]').click()");
        assertNotEquals(shares, picture("allocation"));
        String prices = picture("normalised");
        chromium.run("document.querySelector('input[name=\"scale-normalised\"]:not(:checked)').click()");
        assertNotEquals(prices, picture("normalised"));
        assertEquals(List.of(), chromium.messages());
    }

    @Test
    void a_table_is_sorted_by_the_column_that_is_pressed_and_back_when_pressed_again() {
        String profits = "return Array.from(document.querySelectorAll('[aria-label=\"All positions\"] tbody tr'),"
                + " (row) => Number(row.cells[6].textContent.replace('\\u2212', '-').replace(/[,+]/g, '')))"
                + ".every((value, i, all) => i === 0 || all[i - 1] * arguments[0] <= value * arguments[0])";
        assertTrue(!chromium.isTrue(profits, 1));
        chromium.run("document.querySelectorAll('[aria-label=\"All positions\"] th button')[6].click()");
        assertTrue(chromium.isTrue(profits, 1));
        chromium.run("document.querySelectorAll('[aria-label=\"All positions\"] th button')[6].click()");
        assertTrue(chromium.isTrue(profits, -1));
    }

    @Test
    void in_the_dark_page_and_charts_are_dark() {
        showAll();
        String light = picture("equity");
        String background = "return getComputedStyle(document.body).backgroundColor";
        assertEquals("rgb(252, 251, 248)", chromium.text(background));
        chromium.open(page, WIDE, "dark");
        showAll();
        assertEquals("rgb(20, 23, 27)", chromium.text(background));
        assertNotEquals(light, picture("equity"));
    }

    @Test
    void on_paper_every_pane_is_a_picture_and_every_fold_is_open() {
        chromium.run("window.addEventListener('beforeprint', () => { window.onPaper = {"
                + " pictures: Array.from(document.querySelectorAll('.printed'), (image) => image.src.length),"
                + " folded: document.querySelectorAll('details:not([open])').length }; })");
        byte[] pdf = Base64.getDecoder().decode((String) chromium.print());
        assertEquals("%PDF", new String(pdf, 0, 4, StandardCharsets.US_ASCII));
        assertTrue(pdf.length > 100_000, () -> pdf.length + " bytes");
        assertTrue(chromium.isTrue(
                "return window.onPaper.pictures.length === arguments[0]"
                        + " && window.onPaper.pictures.every((length) => length > 5000)",
                PANES.size()));
        assertEquals("0", chromium.text("return window.onPaper.folded"));
        assertEquals("0", chromium.text("return document.querySelectorAll('.printed, html.light').length"));
        assertEquals(List.of(), chromium.messages());
    }

    @Test
    void on_a_phone_every_benchmark_can_be_chosen_and_every_key_is_read_without_turning_pages() {
        chromium.open(page, PHONE, "light");
        showAll();
        assertTrue(chromium.isTrue("const chips = document.getElementById('benchmarks');"
                + " return chips.scrollHeight <= chips.clientHeight + 1"));
        String key = chromium.text("return document.querySelector('[data-pane=\"allocation\"] .key').innerText");
        assertTrue(key.endsWith("Cash"), key);
        assertEquals(
                "true",
                chromium.text("return document.querySelectorAll('[data-pane=\"allocation\"] .key span').length"
                        + " === window.evenkeel.data('allocation').shares.length + 1"));
    }

    @Test
    void on_a_phone_nothing_sticks_out() {
        for (int width : new int[] {PHONE, 1000}) {
            chromium.open(page, width, "light");
            showAll();
            assertTrue(chromium.isTrue("return document.documentElement.scrollWidth <= innerWidth"), width + " px");
        }
        assertEquals(List.of(), chromium.messages());
    }
}
