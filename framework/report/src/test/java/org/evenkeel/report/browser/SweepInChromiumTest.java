package org.evenkeel.report.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.evenkeel.report.SweepReport;
import org.evenkeel.report.WalkReport;
import org.evenkeel.report.sweep.SeededSweep;
import org.evenkeel.report.sweep.SweepInput;
import org.evenkeel.report.sweep.WalkInput;
import org.evenkeel.report.sweep.view.CellState;
import org.evenkeel.report.sweep.view.HeatMap;
import org.evenkeel.report.sweep.view.HeatMap.Choice;
import org.evenkeel.report.sweep.view.HeatMap.Rest;
import org.evenkeel.report.sweep.view.Sweep;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsChromium
final class SweepInChromiumTest {
    private static final int WIDE = 1300;
    private static final int PHONE = 390;
    private static final List<String> FLAT = List.of("map", "plateau", "best", "logits", "splits", "walk", "folds");
    private static final Map<Rest, String> RESTS = Map.of(Rest.AT_BEST, "best", Rest.MEAN, "mean", Rest.BEST, "top");
    private static final String PICTURE =
            "return document.querySelector('[data-pane=\"' + arguments[0] + '\"] canvas').toDataURL()";
    private static final String SLICE = "return window.evenkeel.slice({ metric: arguments[0], x: arguments[1],"
            + " y: arguments[2], rest: arguments[3], mirror: true }).places"
            + ".map((place) => [place.state, place.value])";

    @TempDir
    private static Path folder;

    private static SweepInput flat;
    private static SweepInput deep;
    private static Path flatPage;
    private static Path deepPage;
    private static Chromium chromium;

    @BeforeAll
    static void start() throws IOException {
        flat = SeededSweep.crossover(1).without(0.05, 0.05).input();
        deep = SeededSweep.grid(2, 6, 5, 4)
                .withChoices("mode", "sma", "ema")
                .without(0.05, 0.05)
                .input();
        flatPage = SweepReport.write(flat, Files.createDirectory(folder.resolve("flat")));
        deepPage = SweepReport.write(deep, Files.createDirectory(folder.resolve("deep")));
        chromium = new Chromium(folder.resolve("profile"));
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private static void open(Path page, int width, String scheme) {
        chromium.open(page, width, scheme);
        chromium.run("window.evenkeel.showAll()");
    }

    private static String picture(String pane) {
        return chromium.text(PICTURE, pane);
    }

    private static void choose(String control, String value) {
        chromium.run(
                "const control = document.getElementById(arguments[0]); control.value = arguments[1];"
                        + " control.dispatchEvent(new Event('change'))",
                control,
                value);
    }

    /** Whether the page cuts a map out of its data as the house does. */
    private static void assertSlice(SweepInput input, Choice choice) {
        HeatMap expected = HeatMap.of(new Sweep(input), choice);
        List<?> places =
                (List<?>) chromium.run(SLICE, choice.metric(), choice.x(), choice.y(), RESTS.get(choice.rest()));
        int columns = expected.values()[0].length;
        assertEquals(columns * expected.values().length, places.size());
        for (int i = 0; i < places.size(); i++) {
            List<?> place = (List<?>) places.get(i);
            CellState state = expected.states()[i / columns][i % columns];
            double value = expected.values()[i / columns][i % columns];
            assertEquals((long) state.ordinal(), place.get(0), choice + " at " + i);
            if (state == CellState.VALUE) {
                double shown = ((Number) place.get(1)).doubleValue();
                assertEquals(value, shown, 5e-4 * Math.max(1, Math.abs(value)), choice + " at " + i);
            }
        }
    }

    @Test
    void every_pane_draws_something_and_nothing_is_complained_of() {
        open(flatPage, WIDE, "light");
        for (String pane : FLAT) {
            assertTrue(picture(pane).length() > 5_000, pane);
        }
        open(deepPage, WIDE, "light");
        assertTrue(picture("parallel").length() > 5_000);
        assertEquals(List.of(), chromium.messages());
    }

    @Test
    void the_page_cuts_the_same_maps_out_of_its_data_as_the_house_does() {
        open(flatPage, WIDE, "light");
        assertSlice(flat, new Choice(0, 0, 1, Rest.AT_BEST));
        assertSlice(flat, new Choice(0, 1, 0, Rest.MEAN));
        open(deepPage, WIDE, "light");
        for (Rest rest : Rest.values()) {
            assertSlice(deep, new Choice(0, 0, 1, rest));
            assertSlice(deep, new Choice(3, 2, 1, rest));
            assertSlice(deep, new Choice(1, 3, 0, rest));
            assertSlice(deep, new Choice(2, 1, 1, rest));
        }
        assertEquals(List.of(), chromium.messages());
    }

    @Test
    void another_figure_other_axes_and_another_way_with_the_rest_change_the_map() {
        open(deepPage, WIDE, "light");
        String first = picture("map");
        choose("map-metric", "1");
        String figure = picture("map");
        assertNotEquals(first, figure);
        choose("map-x", "2");
        String axis = picture("map");
        assertNotEquals(figure, axis);
        choose("map-rest", "mean");
        assertNotEquals(axis, picture("map"));
        assertTrue(chromium.text("return document.getElementById('map-words').textContent")
                .contains("averaged over"));
        choose("map-y", "2");
        assertTrue(picture("map").length() > 5_000, "one axis twice is a line");
        assertEquals(List.of(), chromium.messages());
    }

    @Test
    void the_mirror_image_can_be_taken_away() {
        open(flatPage, WIDE, "light");
        String both = picture("map");
        chromium.run("document.getElementById('map-mirror').click()");
        assertNotEquals(both, picture("map"));
        assertTrue(chromium.text("return document.querySelector('[data-pane=\"map\"] .key').textContent")
                .contains("invalid, left out"));
    }

    @Test
    void the_name_of_the_rows_is_drawn_whole_however_long_it_is() throws IOException {
        String name = "aThresholdWithALongName";
        SweepInput named = SeededSweep.grid(4, 5).withChoices(name, "a", "b").input();
        Path page = SweepReport.write(named, Files.createDirectories(folder.resolve("named")));
        for (int width : new int[] {WIDE, PHONE}) {
            open(page, width, "light");
            assertTrue(chromium.isTrue(
                    "const chart = echarts.getInstanceByDom(document.querySelector('[data-pane=\"map\"] .chart'));"
                            + " const text = chart.getZr().storage.getDisplayList(true)"
                            + ".find((one) => one.style && one.style.text === arguments[0]);"
                            + " const box = text.getBoundingRect().clone();"
                            + " if (text.transform) box.applyTransform(text.transform);"
                            + " return box.x >= 0 && box.x + box.width <= chart.getWidth()",
                    name));
        }
    }

    @Test
    void a_map_without_a_single_figure_has_no_scale_of_colours() throws IOException {
        SweepInput empty = SeededSweep.grid(5, 4, 4).without(0, 1).input();
        Path page = SweepReport.write(empty, Files.createDirectories(folder.resolve("empty")));
        open(page, WIDE, "light");
        String key = chromium.text("return document.querySelector('[data-pane=\"map\"] .key').textContent");
        assertEquals("no figure", key);
    }

    @Test
    void pointing_at_a_place_tells_its_parameters_its_figures_and_why_it_has_none() {
        open(flatPage, WIDE, "light");
        chromium.run("document.getElementById('map').scrollIntoView({ behavior: 'instant' })");
        chromium.run("const chart = echarts.getInstanceByDom(document.querySelector('[data-pane=\"map\"] .chart'));"
                + " chart.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: 21 })");
        chromium.await(
                "the tooltip is there",
                browser -> browser.isTrue("return document.querySelector('.tip') !== null"
                        + " && document.querySelector('.tip').textContent.includes('fast 12, slow 12')"));
        assertTrue(chromium.text("return document.querySelector('.tip').textContent")
                .contains("invalid, left out"));
    }

    @Test
    void a_log_scale_changes_the_equity_and_a_column_sorts_the_runs() {
        open(flatPage, WIDE, "light");
        String linear = picture("best");
        chromium.run("document.querySelector('input[name=\"scale-best\"][value=\"log\"]').click()");
        assertNotEquals(linear, picture("best"));
        String sharpes = "return Array.from(document.querySelectorAll('[aria-label=\"Best runs\"] tbody tr'),"
                + " (row) => Number(row.cells[1].textContent)).every((value, i, all) => i === 0 || all[i - 1] <= value)";
        assertTrue(!chromium.isTrue(sharpes));
        chromium.run("document.querySelectorAll('[aria-label=\"Best runs\"] th button')[1].click()");
        assertTrue(chromium.isTrue(sharpes));
    }

    @Test
    void nothing_is_asked_for_but_the_page_itself() {
        open(flatPage, WIDE, "light");
        chromium.print();
        List<String> requests = chromium.requests().stream()
                .filter(address -> !address.startsWith("data:"))
                .toList();
        assertEquals(List.of(flatPage.toUri().toString()), requests);
    }

    @Test
    void a_page_that_shares_the_library_draws_with_it() throws IOException {
        Path own = Files.createDirectories(folder.resolve("sweeps").resolve("one"));
        Path page = SweepReport.writeSharing(flat, own);
        open(page, WIDE, "light");
        assertTrue(picture("map").length() > 5_000);
        assertEquals(List.of(), chromium.messages());
    }

    @Test
    void in_the_dark_the_map_has_other_colours() {
        open(flatPage, WIDE, "light");
        String light = picture("map");
        open(flatPage, WIDE, "dark");
        assertNotEquals(light, picture("map"));
        assertEquals(List.of(), chromium.messages());
    }

    @Test
    void on_paper_every_pane_is_a_picture_and_every_fold_is_open() {
        open(flatPage, WIDE, "dark");
        chromium.run("window.addEventListener('beforeprint', () => { window.onPaper = {"
                + " pictures: Array.from(document.querySelectorAll('.printed'), (image) => image.src.length),"
                + " folded: document.querySelectorAll('details:not([open])').length }; })");
        byte[] pdf = Base64.getDecoder().decode((String) chromium.print());
        assertEquals("%PDF", new String(pdf, 0, 4, StandardCharsets.US_ASCII));
        assertTrue(chromium.isTrue(
                "return window.onPaper.pictures.length === arguments[0]"
                        + " && window.onPaper.pictures.every((length) => length > 5000)",
                FLAT.size()));
        assertEquals("0", chromium.text("return window.onPaper.folded"));
        assertEquals(List.of(), chromium.messages());
    }

    @Test
    void on_a_phone_nothing_sticks_out() {
        for (Path page : List.of(flatPage, deepPage)) {
            for (int width : new int[] {PHONE, 1000}) {
                open(page, width, "light");
                assertTrue(chromium.isTrue("return document.documentElement.scrollWidth <= innerWidth"), width + " px");
            }
        }
        assertEquals(List.of(), chromium.messages());
    }

    @Test
    void the_page_of_a_walk_draws_all_its_panes_and_fits_a_phone() throws IOException {
        WalkInput walk = new WalkInput(
                deep.subject(),
                deep.walkForward().orElseThrow(),
                new WalkInput.Kept(OptionalDouble.of(0.9), OptionalDouble.of(0.45)),
                List.of());
        Path page = WalkReport.write(walk, Files.createDirectory(folder.resolve("walked")));
        for (int width : new int[] {WIDE, PHONE}) {
            open(page, width, "light");
            for (String pane : List.of("walk", "folds", "choices")) {
                assertTrue(picture(pane).length() > 5_000, pane);
            }
            assertEquals(List.of(), chromium.messages());
            assertEquals(
                    true,
                    chromium.run(
                            "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        }
    }
}
