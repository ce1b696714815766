package org.evenkeel.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final LocalDate START = LocalDate.parse("2021-01-04");
    private static final int CYCLES = 3;

    private static String printed(Function<PrintStream, Progress> kind, int done) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        try (Progress progress = kind.apply(err)) {
            for (int i = 0; i < done; i++) {
                progress.step(START.plusWeeks(i + 1L).toString());
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_bar_shows_the_cycles_and_the_simulated_date_and_ends_its_line() {
        String text = printed(err -> new Progress.Bar("Momentum", Progress.Words.CYCLES, CYCLES, err), CYCLES);
        assertTrue(text.contains("3/3") && text.contains("2021-01-25"), text);
        assertTrue(
                text.endsWith("\n"),
                () -> "what follows begins on a line of its own: "
                        + text.replace("\r", "<CR>").replace("\n", "<LF>"));
    }

    @Test
    void where_nobody_watches_one_line_says_what_was_done() {
        String text = printed(err -> new Progress.Line(Progress.Words.CYCLES, CYCLES, err), 2);
        assertEquals("Simulated 2/3 cycles, up to 2021-01-18.", text.strip());
        assertEquals("", printed(err -> new Progress.Line(Progress.Words.CYCLES, CYCLES, err), 0));
    }

    @Test
    void runs_of_a_sweep_are_told_without_a_date() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Progress progress =
                new Progress.Line(Progress.Words.RUNS, 190, new PrintStream(bytes, true, StandardCharsets.UTF_8))) {
            progress.step("");
        }
        assertEquals("Made 1/190 runs.", bytes.toString(StandardCharsets.UTF_8).strip());
    }
}
