package org.evenkeel.testkit.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folder that names the node and the contracts, with what npm has installed in it. Installing takes some seconds, is
 * done once for a lock file, and by one process at a time.
 */
final class ChainFolder {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern INIT_CODE = Pattern.compile("initCode = \"0x([0-9a-fA-F]+)\"");

    private final Path folder;

    private ChainFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * The folder with everything in place.
     *
     * @throws IllegalStateException when that cannot be: the message is the reason for a skipped test
     */
    static synchronized ChainFolder installed() {
        Path folder = find();
        if (!Program.exists("npm")) {
            throw new IllegalStateException("npm is not installed (on Debian: apt-get install nodejs npm), so there is"
                    + " no local chain to run tests on.");
        }
        Path lockFile = folder.resolve("package-lock.json");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.lock(); // Until the channel is closed.
            Path done = folder.resolve("node_modules/.installed-" + checksum(lockFile));
            if (!Files.exists(done)) {
                Program.run(
                        folder,
                        List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"));
                Files.createFile(done);
            }
            return new ChainFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot install into " + folder + ".", e);
        }
    }

    /** The node's own binary: of the environment variable {@code ANVIL}, or what npm installed for this platform. */
    Path anvil() {
        return Optional.ofNullable(System.getenv("ANVIL"))
                .map(Path::of)
                .or(() -> Optional.of(folder.resolve("node_modules/@foundry-rs/anvil-linux-amd64/bin/anvil")))
                .filter(Files::isExecutable)
                .orElseThrow(() -> new IllegalStateException("There is no anvil for this platform among the packages"
                        + " of " + folder + ": point the environment variable ANVIL at one."));
    }

    /** The code that deploys a contract of an npm package, in hex without a prefix: of a JSON artifact, or of a script. */
    String bytecode(String artifact) {
        Path file = folder.resolve("node_modules").resolve(artifact);
        if (artifact.endsWith(".js")) {
            return initCode(file);
        }
        JsonNode code = read(file).path("bytecode");
        String hex = code.isString() ? code.stringValue() : code.path("object").stringValue();
        return hex.startsWith("0x") ? hex.substring(2) : hex;
    }

    private static String initCode(Path script) {
        try {
            Matcher code = INIT_CODE.matcher(Files.readString(script));
            if (!code.find()) {
                throw new IllegalStateException(script + " exports no initCode.");
            }
            return code.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + script + ".", e);
        }
    }

    /** The code that deploys one of our own test tokens, compiled when first asked for. */
    synchronized String token(String contract) {
        Path source = folder.resolve("TestTokens.sol");
        Path compiled = folder.resolve("node_modules/.tokens-" + checksum(source) + ".json");
        try {
            if (!Files.exists(compiled)) {
                Path partial = Files.createTempFile(compiled.getParent(), ".tokens-", ".partial");
                Files.writeString(partial, Program.run(folder, List.of("node", "compile.js")));
                Files.move(partial, compiled, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep what became of " + source + ".", e);
        }
        return read(compiled).path(contract).stringValue();
    }

    private static Path find() {
        for (Path at = Path.of(System.getProperty("user.dir")).toAbsolutePath(); at != null; at = at.getParent()) {
            Path candidate = at.resolve("framework/testkit/chain");
            if (Files.exists(candidate.resolve("package-lock.json"))) {
                return candidate;
            }
        }
        throw new IllegalStateException("framework/testkit/chain is in no folder above the working folder, so there"
                + " is no local chain to run tests on.");
    }

    private static JsonNode read(Path file) {
        return JSON.readTree(file.toFile());
    }

    private static String checksum(Path file) {
        try {
            CRC32 sum = new CRC32();
            sum.update(Files.readAllBytes(file));
            return Long.toHexString(sum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
