package org.evenkeel.state.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.evenkeel.state.RandomRun;

/** A process of its own that writes a run, commits after every step and says so, until it is killed. */
final class ChildWriter implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;
    private long acknowledged;

    private ChildWriter(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.US_ASCII);
    }

    static ChildWriter start(Path folder, long seed) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChildWriter.class.getName(),
                        folder.toString(),
                        Long.toString(seed))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new ChildWriter(process);
    }

    /** What the child runs. Every line that it prints is the number of events that are safe. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        boolean goesOn = StateFolder.at(folder).holdsState();
        try (StateStore store = goesOn ? Runs.open(folder) : StateStore.create(folder, Durability.FAST)) {
            RandomRun run = new RandomRun(Long.parseLong(arguments[1]), store.ledger());
            for (int step = 1; true; step++) {
                run.step();
                store.commit();
                out.println(store.ledger().sequence());
                if (step % 5 == 0) {
                    store.writeSnapshot();
                }
            }
        }
    }

    long pid() {
        return process.pid();
    }

    /** Waits until the child has said so often that it is safe; false when it ended before. */
    boolean readLines(int count) throws IOException {
        for (int line = 0; line < count; line++) {
            String text = output.readLine();
            if (text == null) {
                return false;
            }
            acknowledged = Long.parseLong(text);
        }
        return true;
    }

    /** Kills the child in the middle of what it does, and returns how many events it had said to be safe. */
    long kill() throws IOException, InterruptedException {
        // By its handle: the process itself would close the output, which still holds what the child said last.
        process.toHandle().destroyForcibly();
        process.waitFor();
        String text = output.readLine();
        while (text != null) {
            // A line that the kill cut short is no word given.
            String next = output.readLine();
            if (next != null) {
                acknowledged = Long.parseLong(text);
            }
            text = next;
        }
        return acknowledged;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
