package org.evenkeel.notebooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.data.DataSets;
import org.evenkeel.data.sample.SampleMarket;
import org.evenkeel.engine.CycleListener;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.store.Durability;
import org.evenkeel.state.store.StateFolder;
import org.evenkeel.state.store.StateStore;
import org.evenkeel.strategies.WeeklyMomentum;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evaluates the cells of finished-run.ipynb on a run made here, and holds what they found against the run's state. */
class FinishedRunTest {
    private static final String RUN = "evenkeel.run";

    @TempDir
    private static Path folder;

    private static Portfolio book;
    private static Kernel kernel;
    private static String output;

    @BeforeAll
    static void evaluate_all_cells() throws IOException {
        Path run = folder.resolve("run");
        makeRun(run);
        book = StateFolder.at(run).load().book(Ledger.MAIN_BOOK);
        System.setProperty(RUN, run.toString());
        kernel = new Kernel();
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Notebook.read("finished-run.ipynb").code().forEach(kernel::run);
        } finally {
            System.setOut(before);
        }
        output = printed.toString(StandardCharsets.UTF_8);
    }

    @AfterAll
    static void end() {
        System.clearProperty(RUN);
        kernel.close();
    }

    private static void makeRun(Path run) {
        SampleMarket.createIfMissing(folder.resolve("market"));
        MarketDataSet data = DataSets.open(folder.resolve("market"));
        Backtest backtest = Backtest.prepare(WeeklyMomentum::new, Map.of(), data);
        Backtest.Period period =
                new Backtest.Period(Instant.parse("2021-01-01T00:00:00Z"), Instant.parse("2022-01-01T00:00:00Z"));
        try (StateStore store = StateStore.create(run, Durability.FAST)) {
            backtest.open(store.ledger(), backtest.info("WeeklyMomentum", "market"), period);
            backtest.run(period, store.ledger(), CycleListener.NONE);
            store.writeSnapshot();
        }
    }

    @Test
    void the_first_cell_says_what_was_run() {
        String said = kernel.run("title");
        assertTrue(said.contains("WeeklyMomentum"), said);
        assertTrue(said.contains("synthetic"), said);
        assertEquals(Integer.toString(book.trades().size()), kernel.run("book.trades().size()"));
        assertEquals("52", kernel.run("book.cycles().size()"));
    }

    @Test
    void the_curve_drawn_is_the_curve_of_the_state() {
        double[] equity = book.equityCurve().equity();
        assertEquals(
                Integer.toString(Arrays.hashCode(equity)),
                kernel.run("Arrays.hashCode(equityChart.getSeries(\"equity\").getYData())"));
        assertTrue(equity.length > 52, equity.length + " points");
    }

    @Test
    void the_weights_of_every_decision_add_up_to_one_or_to_nothing() {
        assertEquals("10", kernel.run("weights.size()"));
        String drawn = kernel.run("IntStream.range(0, 52)"
                + ".mapToDouble(at -> weights.values().stream().mapToDouble(row -> row.get(at)).sum())"
                + ".mapToObj(Double::toString).collect(Collectors.joining(\" \"))");
        String[] sums = drawn.replace("\"", "").split(" ");
        for (int decision = 0; decision < 52; decision++) {
            double sum = Double.parseDouble(sums[decision]);
            double selected = book.cycles().get(decision).result().outcomes().stream()
                    .mapToInt(outcome -> outcome.weighing().rank())
                    .max()
                    .orElse(0);
            assertEquals(selected > 0 ? 1 : 0, sum, 1e-9, "decision " + decision);
        }
    }

    @Test
    void the_position_shown_is_the_one_held_longest_with_all_its_trades() {
        Position longest = book.closedPositions().stream()
                .max(Comparator.comparing(
                        position -> position.life().closed().orElseThrow().toEpochMilli()
                                - position.life().opened().toEpochMilli()))
                .orElseThrow();
        long trades = book.trades().stream()
                .flatMap(trade -> trade.filled().stream())
                .filter(filled -> filled.position() == longest.id())
                .count();
        assertEquals(Long.toString(longest.id()), kernel.run("position.id()"));
        assertEquals(Long.toString(trades), kernel.run("story.lines().count()"));
        assertTrue(output.contains(longest.pair().toString()), output);
        assertTrue(trades >= 2, trades + " trades in a position that was opened and closed");
        assertEquals(
                Long.toString(trades),
                kernel.run("Stream.of(\"bought\", \"sold\")"
                        + ".mapToInt(name -> priceChart.getSeries(name).getYData().length).sum()"));
    }

    @Test
    void each_chart_becomes_a_picture_of_its_size() {
        for (String image : new String[] {"equityImage", "weightsImage", "priceImage"}) {
            assertEquals("900", kernel.run(image + ".getWidth()"), image);
            assertEquals("360", kernel.run(image + ".getHeight()"), image);
            String colours = "java.util.stream.IntStream.range(0, 900 * 360).map(i -> " + image
                    + ".getRGB(i % 900, i / 900)).distinct().count()";
            assertTrue(Integer.parseInt(kernel.run(colours)) > 20, image + " is blank");
        }
    }
}
