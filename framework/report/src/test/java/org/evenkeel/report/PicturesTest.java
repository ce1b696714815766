package org.evenkeel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import javax.imageio.ImageIO;
import org.evenkeel.api.Settings;
import org.evenkeel.report.frontier.Frontier;
import org.evenkeel.report.sweep.SeededSweep;
import org.evenkeel.report.sweep.SweepInput;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.TriggerFactors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PicturesTest {
    private static final int GAIN = 0x0072B2;
    private static final int LOSS = 0xD55E00;
    private static final int CASH = 0xD5D1C7;
    private static final int INK = 0x1D2530;
    /** The colours at both ends of the ramp. */
    private static final int LOWEST = 0xF5ECD7;

    private static final int HIGHEST = 0x0A2F58;

    @TempDir
    private Path folder;

    private static Set<Integer> colours(Path file) {
        try {
            BufferedImage image = ImageIO.read(file.toFile());
            assertEquals(1200, image.getWidth());
            assertEquals(Color.WHITE, new Color(image.getRGB(2, 2)));
            Set<Integer> colours = new HashSet<>();
            for (int x = 0; x < image.getWidth(); x++) {
                for (int y = 0; y < image.getHeight(); y++) {
                    colours.add(image.getRGB(x, y) & 0xFFFFFF);
                }
            }
            return colours;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(List<Path> files) {
        return files.stream().map(file -> file.getFileName().toString()).toList();
    }

    @Test
    void a_run_is_drawn_as_value_weights_prices_and_the_trades_of_each_pair() throws IOException {
        List<Path> files = RunPictures.write(SeededRun.of(1).input(), folder.resolve("pictures"));
        assertTrue(names(files).containsAll(List.of("value.png", "weights.png", "prices.png", "trades-1.png")));
        assertFalse(names(files).contains("savings.png"), "no money came in");
        assertTrue(colours(files.get(names(files).indexOf("weights.png"))).containsAll(List.of(CASH, GAIN)));
        assertTrue(colours(files.get(names(files).indexOf("trades-1.png"))).containsAll(List.of(GAIN, LOSS)));
        for (Path file : files) {
            assertTrue(Files.size(file) > 5_000, file::toString);
        }
    }

    @Test
    void money_that_comes_in_is_drawn_against_what_it_came_to() {
        Story story = new Story("A");
        double units = 0;
        for (int month = 0; month < 12; month++) {
            double price = 10 + month;
            story.deposit(100).decide(1_100 + units * price, 1_100, price);
            story.buy(0, 100 / price, price, month, TriggerFactors.NONE).close(1_100 + units * price, 1_000);
            units += 100 / price;
        }
        Ledger ledger = story.ledger();
        ReportInput input = new ReportInput(
                ledger.info(), ledger.book(Ledger.MAIN_BOOK), Settings.DEFAULTS, java.util.Optional.empty());
        List<Path> files = RunPictures.write(input, folder);
        assertEquals(List.of("value.png", "weights.png", "savings.png", "prices.png"), names(files));
        assertTrue(colours(files.get(2)).containsAll(List.of(CASH, GAIN, INK)));
    }

    @Test
    void a_sweep_is_drawn_as_a_map_from_its_lowest_to_its_highest_and_the_best_runs_equity() {
        SweepInput input = SeededSweep.crossover(1).without(0.05, 0).input();
        List<Path> files = SweepReport.writePictures(input, folder);
        assertEquals(List.of("map.png", "best.png"), names(files));
        assertTrue(colours(files.getFirst()).containsAll(List.of(LOWEST, HIGHEST, LOSS, INK)));
        assertTrue(colours(files.getLast()).containsAll(List.of(INK, GAIN)));
    }

    @Test
    void a_sweep_of_three_parameters_is_drawn_as_parallel_coordinates_too() {
        List<Path> files =
                SweepReport.writePictures(SeededSweep.grid(1, 8, 7, 6).input(), folder);
        assertEquals(List.of("map.png", "parallel.png", "best.png"), names(files));
        assertTrue(colours(files.get(1)).contains(INK));
    }

    @Test
    void a_sweep_of_one_parameter_is_drawn_as_a_line_with_its_best_marked() {
        List<Path> files = SweepReport.writePictures(SeededSweep.grid(1, 25).input(), folder);
        assertEquals(List.of("map.png", "best.png"), names(files));
        assertTrue(colours(files.getFirst()).containsAll(List.of(INK, LOSS)));
    }

    @Test
    void a_frontier_shows_its_line_the_assets_and_what_was_chosen() {
        List<Frontier.Point> line =
                List.of(Frontier.Point.of(0.1, 0.05), Frontier.Point.of(0.2, 0.15), Frontier.Point.of(0.3, 0.2));
        Frontier frontier = new Frontier(
                "Seven stocks",
                line,
                List.of(new Frontier.Point("maximum Sharpe", 0.2, 0.15)),
                List.of(new Frontier.Point("A", 0.25, 0.1), new Frontier.Point("B", 0.251, 0.101)),
                OptionalDouble.of(0.01));
        Path file = folder.resolve("frontier.png");
        FrontierPng.write(frontier, file);
        assertTrue(colours(file).containsAll(List.of(INK, GAIN, LOSS)));
    }

    @Test
    void a_frontier_without_points_or_of_figures_that_are_none_is_refused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Frontier("none", List.of(), List.of(), List.of(), OptionalDouble.empty()));
        assertThrows(IllegalArgumentException.class, () -> new Frontier.Point("A", -0.1, 0.1));
        assertThrows(IllegalArgumentException.class, () -> new Frontier.Point("A", 0.1, Double.NaN));
    }

    @Test
    void where_pictures_cannot_be_written_it_says_where_and_what_to_do() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        UncheckedIOException failure = assertThrows(
                UncheckedIOException.class,
                () -> RunPictures.write(SeededRun.of(1).input(), file.resolve("pictures")));
        assertTrue(failure.getMessage().contains(file.toString()));
    }
}
