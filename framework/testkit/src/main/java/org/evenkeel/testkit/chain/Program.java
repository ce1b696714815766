package org.evenkeel.testkit.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs another program to its end. */
final class Program {
    private Program() {}

    /** Whether the program can be started at all. */
    static boolean exists(String name) {
        try {
            run(Path.of("."), List.of(name, "--version"));
            return true;
        } catch (UncheckedIOException absent) {
            return false;
        }
    }

    /**
     * What it printed.
     *
     * @throws UncheckedIOException when it cannot be started
     * @throws IllegalStateException when it ends with a code other than 0
     */
    static String run(Path folder, List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            if (code != 0) {
                throw new IllegalStateException(
                        String.join(" ", command) + " ended with code " + code + ": " + output.strip());
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + command.getFirst() + " was running.", e);
        }
    }
}
