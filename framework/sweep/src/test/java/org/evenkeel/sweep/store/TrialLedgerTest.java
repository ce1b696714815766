package org.evenkeel.sweep.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.stream.Stream;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.testkit.RandomMarkets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialLedgerTest {
    private static final MarketCatalog MARKET =
            RandomMarkets.seeded(1).dataSet().catalog();

    @TempDir
    private Path folder;

    @Test
    void a_run_that_was_made_before_is_counted_as_a_run_but_not_as_another_try() {
        try (TrialLedger ledger = TrialLedger.of(folder, "Momentum", MARKET)) {
            assertEquals(new TrialLedger.Count(0, 0, Double.NaN), ledger.count());
            for (int i = 0; i < 20_000; i++) {
                ledger.add(Map.of("lookback", Integer.toString(i % 15_000), "from", "2021"), i % 15_000 % 2);
            }
            TrialLedger.Count count = ledger.count();
            assertEquals(20_000, count.runs());
            assertEquals(15_000, count.distinct());
            assertEquals(0.25 * 15_000 / 14_999, count.variance(), 1e-12, "of zeros and ones in equal parts");
        }
    }

    @Test
    void what_is_written_is_there_for_the_next_process_and_another_strategy_has_a_ledger_of_its_own() {
        try (TrialLedger ledger = TrialLedger.of(folder, "Momentum", MARKET);
                TrialLedger next = TrialLedger.of(folder, "Momentum", MARKET)) {
            ledger.add(Map.of("a", "1", "b", "2"), 0.5);
            assertEquals(1, next.count().runs(), "there before the one who wrote it is through");
            next.add(Map.of("b", "2", "a", "1"), 0.5);
            assertEquals(
                    new TrialLedger.Count(2, 1, Double.NaN), next.count(), "the order of parameters does not matter");
        }
        assertEquals(0, TrialLedger.of(folder, "Trend", MARKET).count().runs());
    }

    @Test
    void a_run_that_a_full_disk_cut_short_does_not_shift_those_that_come_after_it() throws IOException {
        try (TrialLedger ledger = TrialLedger.of(folder, "Momentum", MARKET)) {
            ledger.add(Map.of("a", "1"), 0.5);
        }
        Path file;
        try (Stream<Path> files = Files.list(folder)) {
            file = files.findFirst().orElseThrow();
        }
        Files.write(file, new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
        try (TrialLedger next = TrialLedger.of(folder, "Momentum", MARKET)) {
            assertEquals(1, next.count().runs());
            next.add(Map.of("a", "2"), 1.5);
            assertEquals(new TrialLedger.Count(2, 2, 0.5), next.count());
        }
    }
}
