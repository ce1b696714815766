package org.evenkeel.sweep.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.sweep.Axis;
import org.evenkeel.sweep.Grid;
import org.evenkeel.sweep.MadeUpSweep;
import org.evenkeel.sweep.ReturnsSample;
import org.evenkeel.sweep.RunLog;
import org.evenkeel.sweep.Trial;
import org.evenkeel.sweep.search.FullSearch;
import org.evenkeel.testkit.RandomMarkets;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountedLogTest {
    private static final MarketCatalog MARKET =
            RandomMarkets.seeded(1).dataSet().catalog();
    private static final Grid GRID = new Grid(List.of(Axis.parse("a=1:16"), Axis.parse("b=1:9")));
    private static final int RUNS = 16 * 9 - 9;

    @TempDir
    private Path folder;

    private TrialLedger ledger() {
        return TrialLedger.of(folder.resolve("trials"), "MadeUp", MARKET);
    }

    private static Map<String, String> everything(Map<String, String> set) {
        Map<String, String> all = new LinkedHashMap<>(set);
        all.put("from", "2021");
        return all;
    }

    private SweepFolder open(Path at, boolean resume) {
        return SweepFolder.open(
                at, new SweepFolder.Plan(new LinkedHashMap<>(), List.of("a", "b"), MadeUpSweep.FIGURES), resume);
    }

    /** Sweeps, and tells how many runs are counted then. */
    private TrialLedger.Count sweep(Path at, boolean resume, long most) {
        try (TrialLedger ledger = ledger();
                SweepFolder runs = open(at, resume)) {
            new MadeUpSweep(new FullSearch(GRID), GRID)
                    .run(new CountedLog(runs, ledger, CountedLogTest::everything), most);
            return ledger.count();
        }
    }

    @Test
    void a_run_is_counted_by_the_time_it_can_be_seen() {
        try (TrialLedger ledger = ledger()) {
            RunLog seen = new RunLog() {
                private long rows;

                @Override
                public Iterator<Trial> earlier() {
                    return List.<Trial>of().iterator();
                }

                @Override
                public void restore(ReturnsSample sample) {
                    // There is nothing from before.
                }

                @Override
                public void add(Trial trial, ReturnsSample sample) {
                    rows++;
                    assertEquals(rows, ledger().count().runs(), "as another process counts");
                }
            };
            new MadeUpSweep(new FullSearch(GRID), GRID)
                    .run(new CountedLog(seen, ledger, CountedLogTest::everything), Long.MAX_VALUE);
            assertEquals(RUNS, ledger.count().runs());
        }
    }

    /** Between the two writes, within the second of them, or after it. */
    @SeededTest
    void a_sweep_that_is_killed_at_any_time_and_gone_on_with_counts_each_run_once(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        for (int cut : new int[] {0, 1, random.nextInt(2, 30)}) {
            Path at = folder.resolve("killed" + cut);
            Path trials = folder.resolve("trials");
            long before = Files.exists(trials) ? ledger().count().runs() : 0;
            sweep(at, false, random.nextInt(5, RUNS - 5));
            Path rows = at.resolve(SweepFolder.RUNS);
            byte[] written = Files.readAllBytes(rows);
            String last =
                    new String(written, StandardCharsets.UTF_8).lines().toList().getLast();
            int kept = cut == 0 ? 0 : Math.min(cut, last.length() + 1);
            Files.write(rows, Arrays.copyOf(written, written.length - kept));
            TrialLedger.Count count = sweep(at, true, Long.MAX_VALUE);
            assertEquals(before + RUNS, count.runs(), "cut off by " + kept + " bytes");
            assertEquals(RUNS, count.distinct());
        }
    }

    @SeededTest
    void runs_that_a_ledger_lost_with_the_machine_are_counted_when_the_sweep_goes_on(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        Path at = folder.resolve("swept");
        sweep(at, false, random.nextInt(40, RUNS));
        Path file;
        try (Stream<Path> files = Files.list(folder.resolve("trials"))) {
            file = files.findFirst().orElseThrow();
        }
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), random.nextInt(30 * 16)));
        TrialLedger.Count count = sweep(at, true, Long.MAX_VALUE);
        assertEquals(RUNS, count.runs());
        assertEquals(RUNS, count.distinct());
    }
}
