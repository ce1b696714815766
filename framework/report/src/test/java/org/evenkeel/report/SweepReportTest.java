package org.evenkeel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.evenkeel.report.sweep.SeededSweep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SweepReportTest {
    @TempDir
    private Path folder;

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void a_report_is_one_file_and_leaves_nothing_beside_it() throws IOException {
        Path file = SweepReport.write(SeededSweep.crossover(1).input(), folder);
        assertEquals(List.of("report.html"), names(folder));
        assertTrue(Files.readString(file).endsWith("</html>\n"));
    }

    @Test
    void reports_of_a_folder_of_sweeps_share_the_library_that_draws() throws IOException {
        for (int seed = 1; seed <= 3; seed++) {
            Path own = Files.createDirectory(folder.resolve("sweep-" + seed));
            Path file = SweepReport.writeSharing(SeededSweep.crossover(seed).input(), own);
            assertTrue(Files.size(file) < 300_000);
            assertEquals(List.of("report.html"), names(own));
        }
        assertEquals(List.of("echarts-5.3.1.min.js", "sweep-1", "sweep-2", "sweep-3"), names(folder));
    }
}
