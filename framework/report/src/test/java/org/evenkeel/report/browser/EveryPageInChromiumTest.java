package org.evenkeel.report.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.evenkeel.report.DeviationReport;
import org.evenkeel.report.DeviationReportTest;
import org.evenkeel.report.LiveStory;
import org.evenkeel.report.Report;
import org.evenkeel.report.ReportInput;
import org.evenkeel.report.SeededRun;
import org.evenkeel.report.Story;
import org.evenkeel.report.SweepReport;
import org.evenkeel.report.WalkReport;
import org.evenkeel.report.sweep.SeededSweep;
import org.evenkeel.report.sweep.SweepInput;
import org.evenkeel.report.sweep.WalkInput;
import org.evenkeel.report.view.LiveJournal;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.TriggerFactors;
import org.evenkeel.state.replay.LastWorth;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for a page of every kind, of runs long and short, whole and hardly begun. */
@NeedsChromium
final class EveryPageInChromiumTest {
    private static final int WIDE = 1300;
    private static final int PHONE = 420;
    private static final Pattern NO_WORD = Pattern.compile("undefined|NaN|Infinity|\\bnull\\b|\\bOptional\\b");

    /** All that is written on the page, its folded parts unfolded. */
    private static final String WRITTEN = """
            document.querySelectorAll('details').forEach((one) => { one.open = true; });
            window.evenkeel.showAll();
            return document.body.innerText + ' ' + document.title
                + ' ' + [...document.querySelectorAll('[title], [aria-label]')]
                    .map((one) => (one.title || '') + ' ' + (one.ariaLabel || '')).join(' ');
            """;

    /** The texts that the charts draw. */
    private static final String DRAWN = """
            return [...document.querySelectorAll('.chart')].map((one) => echarts.getInstanceByDom(one))
                .filter((chart) => chart)
                .flatMap((chart) => chart.getZr().storage.getDisplayList(true)
                    .filter((shape) => shape.style && typeof shape.style.text === 'string' && shape.style.text)
                    .map((shape) => shape.style.text)).join(' | ');
            """;

    @TempDir
    private static Path folder;

    private static final Map<String, Path> PAGES = new LinkedHashMap<>();
    private static Chromium chromium;

    @BeforeAll
    static void start() throws IOException {
        run("of more than a year", SeededRun.weekly(1).input());
        run("of twelve weeks", SeededRun.of(2).input());
        run("sent, with a stop", LiveStory.executed().input());
        run(
                "of one decision without a trade",
                told(new Story("A").decide(1_000, 1_000, 1).close(1_000, 1_000)));
        run("of one decision and its trades", told(bought()));
        run("of one decision and a stop", told(stopped()));
        run(
                "that lost everything",
                told(new Story("A").decide(1_000, 0, 1).close(1_000, 0).value(40, 0, 0)));
        run(
                "that never moved",
                told(new Story("A")
                        .decide(1_000, 1_000, Double.NaN)
                        .close(1_000, 1_000)
                        .value(40, 1_000, 1_000)));
        SweepInput sweep = SeededSweep.crossover(1).input();
        PAGES.put("sweep", SweepReport.write(sweep, Files.createDirectory(folder.resolve("sweep"))));
        SweepInput bare = SeededSweep.grid(2, 6, 5).without(0.2, 1).input();
        PAGES.put("sweep without a figure", SweepReport.write(bare, Files.createDirectory(folder.resolve("bare"))));
        WalkInput walk = new WalkInput(
                sweep.subject(),
                SeededSweep.grid(1, 6, 5, 4).input().walkForward().orElseThrow(),
                new WalkInput.Kept(OptionalDouble.empty(), OptionalDouble.empty()),
                List.of());
        PAGES.put("walk", WalkReport.write(walk, Files.createDirectory(folder.resolve("walk"))));
        PAGES.put(
                "deviation",
                DeviationReport.write(DeviationReportTest.input("WETH-USDC"), folder.resolve("deviation.html")));
        chromium = new Chromium(folder.resolve("profile"));
    }

    private static Story bought() {
        return new Story("A")
                .decide(1_000, 1_000, 10)
                .buy(0, 50, 10, 0.001, TriggerFactors.stopLoss(0.9))
                .close(995, 500);
    }

    private static Story stopped() {
        return bought().sell(0, 50, 9, 0.01, TradeReason.STOP_LOSS);
    }

    /** With what its events tell of its last worth, as of a run whose journal is at hand. */
    private static ReportInput told(Story story) {
        return ReportInput.of(story.ledger()).withJournal(new LiveJournal(List.of(), List.of(), worth(story)));
    }

    private static Optional<LastWorth> worth(Story story) {
        return LastWorth.of(story.events());
    }

    private static void run(String name, ReportInput input) {
        Path file = folder.resolve("run-" + PAGES.size() + ".html");
        Report.write(input, file);
        PAGES.put("run " + name, file);
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    static Stream<String> pages() {
        return Stream.of(
                "run of more than a year",
                "run of twelve weeks",
                "run sent, with a stop",
                "run of one decision without a trade",
                "run of one decision and its trades",
                "run of one decision and a stop",
                "run that lost everything",
                "run that never moved",
                "sweep",
                "sweep without a figure",
                "walk",
                "deviation");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void no_figure_that_is_none_is_written_or_drawn_and_nothing_is_complained_of(String name) {
        chromium.open(PAGES.get(name), WIDE, "light");
        List<String> found = new ArrayList<>();
        for (String text : List.of(chromium.text(WRITTEN), chromium.text(DRAWN))) {
            NO_WORD.matcher(text)
                    .results()
                    .map(at -> text.substring(Math.max(0, at.start() - 60), Math.min(text.length(), at.end() + 60)))
                    .forEach(found::add);
        }
        assertEquals(List.of(), found);
        assertEquals(List.of(), chromium.messages());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_phone_scrolls_no_further_than_down(String name) {
        chromium.open(PAGES.get(name), PHONE, "dark");
        chromium.run("window.evenkeel.showAll()");
        assertTrue(chromium.isTrue("return document.documentElement.scrollWidth <= " + PHONE), name);
        assertEquals(List.of(), chromium.messages());
    }
}
