package org.evenkeel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.evenkeel.data.sample.SampleMarket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep in a process of its own that is told to end, as Ctrl-C does, and one that is killed. */
class InterruptedSweepTest {
    private static final int DEADLINE_SECONDS = 120;

    @TempDir
    private Path folder;

    private List<Object> sweep(Path out) {
        return List.of(
                "sweep",
                "WeeklyMomentum",
                "--data",
                folder.resolve("data"),
                "--to",
                "2021-06-01",
                "--grid",
                "threshold=0:0.599:0.001",
                "--no-report",
                "--permutations",
                "0",
                "--threads",
                "1",
                "--out",
                out);
    }

    private Process start(List<Object> command) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "org.evenkeel.cli.Main"));
        command.forEach(word -> words.add(word.toString()));
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }

    /** Waits until some runs are written; the folder tells of each change. */
    private static void awaitRuns(Path out, Process process) throws IOException, InterruptedException {
        Files.createDirectories(out);
        try (WatchService watch = FileSystems.getDefault().newWatchService()) {
            out.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            Path runs = out.resolve("runs.csv");
            while (!Files.exists(runs) || Files.readAllLines(runs).size() < 10) {
                WatchKey key = watch.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
                assertTrue(key != null && process.isAlive(), "no run was written");
                key.pollEvents();
                key.reset();
            }
        }
    }

    /** How many runs the ledger beside a sweep's folder has, at sixteen bytes each. */
    private static long counted(Path out) throws IOException {
        try (Stream<Path> ledgers = Files.list(out.resolveSibling(".trials"))) {
            return Files.size(ledgers.findFirst().orElseThrow()) / 16;
        }
    }

    private void endsAndGoesOn(Path out, Process process) throws IOException, InterruptedException {
        try {
            assertTrue(process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS), "it did not end");
        } finally {
            process.destroyForcibly();
        }
        assertTrue(Files.notExists(out.resolve("done")), "it ended before it was told to");
        String rows = Files.readString(out.resolve("runs.csv"));
        long seen =
                rows.substring(0, rows.lastIndexOf('\n') + 1).lines().skip(1).count();
        assertTrue(counted(out) == seen || counted(out) == seen + 1, counted(out) + " counted of " + seen);
        List<Object> resume = new ArrayList<>(sweep(out));
        resume.add("--resume");
        Cli.Ran ran = Cli.run(resume.toArray());
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.err().contains("Going on after"), ran.err());
        assertEquals(600, counted(out), "each run once");
        List<Object> whole = sweep(folder.resolve("apart").resolve("whole"));
        assertEquals(0, Cli.run(whole.toArray()).code());
        assertEquals(
                Files.readString(folder.resolve("apart").resolve("whole").resolve("runs.csv")),
                Files.readString(out.resolve("runs.csv")));
    }

    @Test
    void a_sweep_that_is_told_to_end_keeps_what_is_done_and_can_be_gone_on_with()
            throws IOException, InterruptedException {
        SampleMarket.create(folder.resolve("data"), 7);
        Path out = folder.resolve("ended");
        Process process = start(sweep(out));
        awaitRuns(out, process);
        process.destroy();
        endsAndGoesOn(out, process);
        assertTrue(
                Files.readString(folder.resolve("said")).contains("The same command with --resume goes on."),
                Files.readString(folder.resolve("said")));
    }

    @Test
    void a_sweep_that_is_killed_keeps_what_is_done_and_can_be_gone_on_with() throws IOException, InterruptedException {
        SampleMarket.create(folder.resolve("data"), 7);
        Path out = folder.resolve("killed");
        Process process = start(sweep(out));
        awaitRuns(out, process);
        process.destroyForcibly();
        endsAndGoesOn(out, process);
    }
}
