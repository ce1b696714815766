package org.evenkeel.cli.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.evenkeel.cli.Cli;
import org.evenkeel.data.sample.SampleMarket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads of a data set. */
class DataCommandsTest {
    private static final int WIDEST = 120;

    @TempDir
    private Path folder;

    private Path imported(String name, String csv) throws IOException {
        Path out = folder.resolve(name);
        Path file = Files.writeString(folder.resolve(name + "-USDC_1h.csv"), csv);
        Cli.Ran ran = Cli.run("data", "import", file, "--out", out);
        assertEquals(0, ran.code(), ran.err());
        return out;
    }

    private static String check(Path data) {
        Cli.Ran ran = Cli.run("data", "check", data);
        assertEquals(0, ran.code(), ran.err());
        ran.out().lines().forEach(line -> assertTrue(line.length() < WIDEST, line));
        return ran.out();
    }

    @Test
    void the_check_of_the_sample_market_fits_a_screen() {
        SampleMarket.create(folder.resolve("sample"), 7);
        String text = check(folder.resolve("sample"));
        assertTrue(text.contains("Cake-BUSD") && text.contains("can be used"), text);
    }

    @Test
    void a_file_without_volumes_has_a_dash_where_others_have_a_count() throws IOException {
        String text = check(imported("ETH", "time,close\n1609459200,1\n1609462800,2\n1609473600,3\n"));
        assertTrue(text.lines().anyMatch(line -> line.matches("\\| ETH-USDC \\| +3 \\| +1 \\| 2 after .*– \\|")), text);
        assertTrue(text.contains("No candle has a fault."), text);
    }

    @Test
    void candles_without_volume_are_counted() throws IOException {
        String text = check(imported(
                "ETH",
                "time,open,high,low,close,volume\n1609459200,1,1,1,1,0\n1609462800,2,2,2,2,9\n1609466400,3,3,3,3,0\n"));
        assertTrue(text.lines().anyMatch(line -> line.matches("\\| ETH-USDC \\| +3 \\| +0 \\| +\\| +2 \\|")), text);
    }

    @Test
    void a_fault_is_told_with_its_first_place() throws IOException {
        String text = check(imported(
                "ETH",
                "time,open,high,low,close,volume\n1609459200,1,1,1,1,5\n1609462800,2,9,2,2,9\n1609466400,3,9,3,3,1\n"));
        assertTrue(
                text.lines()
                        .anyMatch(line ->
                                line.matches("\\| ETH-USDC \\| far wick \\| +2 \\| 2021-01-01T01:00:00Z \\| .*")),
                text);
    }
}
