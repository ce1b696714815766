package org.evenkeel.cli.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.evenkeel.cli.Cli;
import org.evenkeel.cli.OwnProcess;
import org.evenkeel.data.sample.SampleMarket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps and walks in a process of their own that are told to end, as Ctrl-C does, or killed. */
class InterruptedSweepTest {
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

    /** How many runs the ledger beside a sweep's folder has, at sixteen bytes each. */
    private static long counted(Path out) throws IOException {
        try (Stream<Path> ledgers = Files.list(out.resolveSibling(".trials"))) {
            return Files.size(ledgers.findFirst().orElseThrow()) / 16;
        }
    }

    private void endsAndGoesOn(Path out, Process process) throws IOException, InterruptedException {
        OwnProcess.awaitEnd(process);
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
        Process process = OwnProcess.start(sweep(out), folder.resolve("said"));
        OwnProcess.awaitLines(out, "runs.csv", 10, process);
        process.destroy();
        endsAndGoesOn(out, process);
        assertTrue(
                Files.readString(folder.resolve("said")).contains("The same command with --resume goes on."),
                Files.readString(folder.resolve("said")));
    }

    /** Every run is made by then, so none can be lost: it took half a minute to end, and said that one was. */
    @Test
    void a_sweep_can_be_told_to_end_while_the_best_is_tried_on_shuffled_markets()
            throws IOException, InterruptedException {
        SampleMarket.create(folder.resolve("data"), 7);
        Path out = folder.resolve("ended");
        List<Object> words = List.of("sweep", "WeeklyMomentum", "--data", folder.resolve("data"), "--engine");
        List<Object> all = new ArrayList<>(words);
        all.addAll(List.of("--grid", "topCount=2:3", "--permutations", "1000000", "--no-report", "--out", out));
        Process process = OwnProcess.start(all, folder.resolve("said"));
        OwnProcess.awaitLines(out, "runs.csv", 3, process);
        process.destroy();
        OwnProcess.awaitEnd(process);
        String said = Files.readString(folder.resolve("said"));
        assertTrue(said.contains("Ended after 2 of at most 2 runs"), said);
        assertTrue(Files.notExists(out.resolve("done")));
        all.set(all.indexOf("1000000"), "3");
        all.add("--resume");
        Cli.Ran resumed = Cli.run(all.toArray());
        assertEquals(0, resumed.code(), resumed.err());
    }

    @Test
    void a_sweep_that_is_killed_keeps_what_is_done_and_can_be_gone_on_with() throws IOException, InterruptedException {
        SampleMarket.create(folder.resolve("data"), 7);
        Path out = folder.resolve("killed");
        Process process = OwnProcess.start(sweep(out), folder.resolve("said"));
        OwnProcess.awaitLines(out, "runs.csv", 10, process);
        process.destroyForcibly();
        endsAndGoesOn(out, process);
    }

    private List<Object> walk(Path out) {
        List<Object> words =
                new ArrayList<>(List.of("walk-forward", "WeeklyMomentum", "--data", folder.resolve("data")));
        words.addAll(List.of("--to", "2021-08-01", "--grid", "threshold=0:0.299:0.001"));
        words.addAll(List.of("--train", "12w", "--test", "6w", "--threads", "1", "--out", out));
        return words;
    }

    @Test
    void a_walk_that_is_killed_half_way_goes_on_after_the_steps_that_were_finished()
            throws IOException, InterruptedException {
        SampleMarket.create(folder.resolve("data"), 7);
        Path out = folder.resolve("killed");
        Process process = OwnProcess.start(walk(out), folder.resolve("said"));
        OwnProcess.awaitLines(out, "tests.csv", 3, process);
        process.destroyForcibly();
        OwnProcess.awaitEnd(process);
        assertTrue(Files.notExists(out.resolve("done")), "it ended before it was killed");
        Path first = out.resolve("steps").resolve("1").resolve("runs.csv");
        FileTime before = Files.getLastModifiedTime(first);

        List<Object> resume = new ArrayList<>(walk(out));
        resume.add("--resume");
        Cli.Ran resumed = Cli.run(resume.toArray());
        assertEquals(0, resumed.code(), resumed.err());
        Matcher going = Pattern.compile("Going on after ([0-9]+) of ([0-9]+) steps and ([0-9]+) runs of the next")
                .matcher(resumed.err());
        assertTrue(going.find(), resumed.err());
        int left = 300 * (Integer.parseInt(going.group(2)) - Integer.parseInt(going.group(1)))
                - Integer.parseInt(going.group(3));
        assertTrue(resumed.err().contains("Made " + left + "/" + left + " runs."), resumed.err());
        assertEquals(before, Files.getLastModifiedTime(first));

        Cli.Ran whole = Cli.run(walk(folder.resolve("whole")).toArray());
        assertEquals(0, whole.code(), whole.err());
        for (String file : List.of("tests.csv", "equity.csv", "report.html")) {
            assertEquals(
                    Files.readString(folder.resolve("whole").resolve(file)), Files.readString(out.resolve(file)), file);
        }
    }
}
