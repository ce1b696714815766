package org.evenkeel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What tells a process to end. */
public enum Signal {
    /** What a service manager sends. */
    TERM(15),
    /** What Ctrl-C sends. */
    INT(2);

    private static final Path OWN = Path.of("/proc/self/status");
    private final int number;

    Signal(int number) {
        this.number = number;
    }

    /** What a process ends with that it ended. */
    public int exitCode() {
        return 128 + number;
    }

    /** Those that processes which are started here hear of: in the background of a script Ctrl-C means nothing. */
    public static List<Signal> heard() {
        return isIgnored(INT) ? List.of(TERM) : List.of(TERM, INT);
    }

    private static boolean isIgnored(Signal signal) {
        if (!Files.exists(OWN)) {
            return false;
        }
        try {
            return Files.readAllLines(OWN).stream()
                    .filter(line -> line.startsWith("SigIgn:"))
                    .map(line -> Long.parseUnsignedLong(
                            line.substring("SigIgn:".length()).strip(), 16))
                    .anyMatch(mask -> (mask >> (signal.number - 1) & 1) == 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends it. */
    public void to(Process process) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name(), Long.toString(process.pid())).start();
            assertEquals(0, kill.waitFor());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
