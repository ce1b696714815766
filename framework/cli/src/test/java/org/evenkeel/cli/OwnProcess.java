package org.evenkeel.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command in a process of its own, to be ended or killed. */
public final class OwnProcess {
    private static final int DEADLINE_SECONDS = 120;

    private OwnProcess() {}

    /**
     * Starts a command, where the tests run.
     *
     * @param said takes what it prints
     */
    public static Process start(List<Object> command, Path said) throws IOException {
        return start(command, Path.of(""), said);
    }

    /**
     * Starts a command in a folder.
     *
     * @param said takes what it prints
     */
    public static Process start(List<?> command, Path folder, Path said) throws IOException {
        return start(List.of(), command, folder, said);
    }

    /**
     * Starts a command in a folder.
     *
     * @param options for the machine that runs it
     * @param said takes what it prints
     */
    public static Process start(List<String> options, List<?> command, Path folder, Path said) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        words.addAll(options);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.evenkeel.cli.Main"));
        command.forEach(word -> words.add(word.toString()));
        return new ProcessBuilder(words)
                .directory(folder.toAbsolutePath().toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }

    /** Waits until a table in a folder has some lines; the folder tells of each change. */
    public static void awaitLines(Path folder, String table, int lines, Process process)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        try (WatchService watch = FileSystems.getDefault().newWatchService()) {
            folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            Path file = folder.resolve(table);
            while (!Files.exists(file) || Files.readAllLines(file).size() < lines) {
                WatchKey key = watch.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
                assertTrue(key != null && process.isAlive(), "nothing was written");
                key.pollEvents();
                key.reset();
            }
        }
    }

    /** Waits until a process has printed something; the folder tells of each change. */
    public static void awaitText(Path said, String text, Process process) throws IOException, InterruptedException {
        try (WatchService watch = FileSystems.getDefault().newWatchService()) {
            said.toAbsolutePath().getParent().register(watch, StandardWatchEventKinds.ENTRY_MODIFY);
            while (!Files.readString(said).contains(text)) {
                WatchKey key = watch.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
                assertTrue(key != null && process.isAlive(), () -> "it did not say " + text + ", but " + read(said));
                key.pollEvents();
                key.reset();
            }
        }
    }

    private static String read(Path said) {
        try {
            return Files.readString(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the end of a process that was told to end. */
    public static void awaitEnd(Process process) throws InterruptedException {
        try {
            assertTrue(process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS), "it did not end");
        } finally {
            process.destroyForcibly();
        }
    }
}
