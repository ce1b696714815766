package org.evenkeel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.evenkeel.state.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportTest {
    @TempDir
    private Path folder;

    @Test
    void a_report_replaces_the_file_and_leaves_nothing_beside_it() throws IOException {
        Path file = folder.resolve("report.html");
        Files.writeString(file, "old");
        Report.write(SeededRun.of(1).input(), file);
        String page = Files.readString(file);
        assertTrue(page.startsWith("<!doctype html>"));
        assertTrue(page.endsWith("</html>\n"));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void where_it_cannot_be_written_it_says_where_and_what_to_do() {
        Path file = folder.resolve("missing").resolve("report.html");
        ReportInput input = SeededRun.of(1).input();
        UncheckedIOException failure = assertThrows(UncheckedIOException.class, () -> Report.write(input, file));
        assertTrue(failure.getMessage().contains(file.toString()));
        assertTrue(failure.getMessage().contains("check that its folder exists"));
        assertThrows(UncheckedIOException.class, () -> EquityPng.write(input, file));
    }

    @Test
    void a_book_that_was_never_valued_has_no_report() {
        Ledger ledger = new Story("A").ledger();
        IllegalArgumentException failure = assertThrows(IllegalArgumentException.class, () -> ReportInput.of(ledger));
        assertTrue(failure.getMessage().contains("run at least one cycle first"));
        assertFalse(failure.getMessage().contains("null"));
    }
}
