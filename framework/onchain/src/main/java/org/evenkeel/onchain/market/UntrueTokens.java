package org.evenkeel.onchain.market;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.evenkeel.files.DurableFiles;
import org.evenkeel.market.DataException;
import org.evenkeel.onchain.Address;

/**
 * The tokens that did something else than they logged, in memory and, once there is one, in a file of lines: a token's
 * address and why. Whoever wants to buy such a token all the same takes its line out. Safe for use by several threads.
 */
final class UntrueTokens {
    /** What the file is called. */
    static final String FILE = "untrue-tokens.txt";

    private static final String HEAD =
            "# Tokens that did not do as they log: they are bought no more. Who wants to buy one"
                    + " all the same takes its line out before a run is started.";

    private final Map<Address, String> whys = new ConcurrentHashMap<>();
    private Optional<Path> file = Optional.empty();

    /**
     * From here on keeps them in a folder, and knows those that were kept there before.
     *
     * @throws DataException when the file cannot be read, or a line of it is not of a token
     */
    synchronized void keepIn(Path folder) {
        Path there = folder.resolve(FILE);
        whys.putAll(read(there));
        file = Optional.of(there);
    }

    Optional<String> find(Address token) {
        return Optional.ofNullable(whys.get(token));
    }

    /** What a person has to do who wants to buy such a token all the same. */
    String remedy() {
        return file.map(kept -> " To buy it all the same, take its line out of " + kept + " before the next start.")
                .orElse("");
    }

    /** Those before it may have been taken out meanwhile, and stay out. */
    synchronized void add(Address token, String why) {
        whys.put(token, why);
        file.ifPresent(kept -> {
            if (!read(kept).containsKey(token)) {
                List<String> lines = new ArrayList<>(lines(kept));
                lines.add(token + " " + why.replaceAll("\\s+", " "));
                DurableFiles.createFolder(kept.toAbsolutePath().resolveSibling(""));
                DurableFiles.replace(kept, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of(HEAD);
        } catch (IOException e) {
            throw new DataException(file + " cannot be read: " + e + ". Check its rights.", e);
        }
    }

    private static Map<Address, String> read(Path file) {
        Map<Address, String> found = new LinkedHashMap<>();
        for (String line : lines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.strip().split("\\s+", 2);
                found.putIfAbsent(address(file, parts[0]), parts.length == 1 ? "no reason is given" : parts[1]);
            }
        }
        return found;
    }

    private static Address address(Path file, String word) {
        try {
            return new Address(word);
        } catch (IllegalArgumentException none) {
            throw new DataException(
                    "A line of " + file + " begins with \"" + word
                            + "\", which is no token's address: correct the line, or"
                            + " take it out if its token may be bought.",
                    none);
        }
    }
}
