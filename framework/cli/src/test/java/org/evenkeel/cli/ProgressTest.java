package org.evenkeel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final Instant START = Instant.parse("2021-01-04T00:00:00Z");
    private static final int CYCLES = 3;

    private static String printed(Function<PrintStream, Progress> kind, int done) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        try (Progress progress = kind.apply(err)) {
            for (int i = 0; i < done; i++) {
                progress.cycleDone(START.plus(Duration.ofDays(7L * i)), START.plus(Duration.ofDays(7L * (i + 1))));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_bar_shows_the_cycles_and_the_simulated_date_and_ends_its_line() {
        String text = printed(err -> new Progress.Bar("Momentum", CYCLES, err), CYCLES);
        assertTrue(text.contains("3/3") && text.contains("2021-01-25"), text);
        assertTrue(
                text.endsWith("\n"),
                () -> "what follows begins on a line of its own: "
                        + text.replace("\r", "<CR>").replace("\n", "<LF>"));
    }

    @Test
    void where_nobody_watches_one_line_says_what_was_done() {
        String text = printed(err -> new Progress.Line(CYCLES, err), 2);
        assertEquals("Simulated 2/3 cycles, up to 2021-01-18.", text.strip());
        assertEquals("", printed(err -> new Progress.Line(CYCLES, err), 0));
    }
}
