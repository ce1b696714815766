package org.evenkeel.testkit.chain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A running node, on a port of loopback that was free. */
final class Anvil implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("Listening on 127\\.0\\.0\\.1:(\\d+)");

    private final Process process;
    private final Path home;
    private final URI url;

    private Anvil(Process process, Path home, URI url) {
        this.process = process;
        this.home = home;
        this.url = url;
    }

    static Anvil start(Path binary, long chainId, Optional<Instant> begin) {
        List<String> command = new ArrayList<>(
                List.of(binary.toString(), "--host", "127.0.0.1", "--port", "0", "--chain-id", Long.toString(chainId)));
        begin.ifPresent(time -> command.addAll(List.of("--timestamp", Long.toString(time.getEpochSecond()))));
        try {
            // It keeps old states in files of its home, gigabytes of them, and leaves them behind where it is killed.
            Path home = Files.createTempDirectory("anvil");
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("HOME", home.toString());
            Process process = builder.start();
            // Neither must outlive this JVM, however that ends.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process, home)));
            return new Anvil(process, home, URI.create("http://127.0.0.1:" + port(process)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + binary + ".", e);
        }
    }

    /** Reads on until the node says its port, and leaves a thread reading so that it never waits for its output. */
    private static String port(Process process) throws IOException {
        BufferedReader output = process.inputReader();
        StringBuilder printed = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                Thread.ofVirtual().start(() -> output.lines().forEach(ignored -> {}));
                return listening.group(1);
            }
            printed.append(line).append('\n');
        }
        throw new IllegalStateException("anvil ended before it listened: " + printed);
    }

    URI url() {
        return url;
    }

    @Override
    public void close() {
        end(process, home);
    }

    private static void end(Process process, Path home) {
        process.destroyForcibly().onExit().join();
        try (Stream<Path> all = Files.exists(home) ? Files.walk(home) : Stream.empty()) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("What a node left in " + home + " cannot be deleted.", e);
        }
    }
}
