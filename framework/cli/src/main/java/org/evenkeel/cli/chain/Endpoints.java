package org.evenkeel.cli.chain;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.market.Chain;
import org.evenkeel.onchain.rpc.Endpoint;

/**
 * Where the nodes of each chain listen. Their URLs hold keys, and so they are in the environment or in an {@code .env}
 * file, and no URL is ever part of a message.
 *
 * <p>{@code ETHEREUM_RPC_URL} is read from, or several with commas between, the preferred first;
 * {@code ETHEREUM_SEND_RPC_URL} is sent to, where that is another one.
 */
public final class Endpoints {
    private static final String READ = "_RPC_URL";
    private static final String SEND = "_SEND_RPC_URL";
    private static final int MOST_BYTES = 1 << 20;

    private final Map<String, String> values;
    private final Path file;

    private Endpoints(Map<String, String> values, Path file) {
        this.values = values;
        this.file = file;
    }

    /**
     * Of the environment and a file, where there is one; what both have is taken from the environment.
     *
     * @throws UsageException when the file has a line that is none
     */
    static Endpoints of(Map<String, String> environment, Path file) {
        Map<String, String> values = new HashMap<>(Files.exists(file) ? read(file) : Map.of());
        values.putAll(environment);
        return new Endpoints(values, file);
    }

    private static Map<String, String> read(Path file) {
        Map<String, String> values = new HashMap<>();
        List<String> lines = lines(file);
        for (int row = 0; row < lines.size(); row++) {
            String line = lines.get(row).strip().replaceFirst("^export\\s+", "");
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            if (equals < 1 || !line.substring(0, equals).strip().matches("[A-Za-z_][A-Za-z0-9_]*")) {
                throw new UsageException(file + " has a line " + (row + 1)
                        + " (not shown, for it may hold a key) that is not NAME=VALUE: mend it.");
            }
            values.put(line.substring(0, equals).strip(), unquoted(line.substring(equals + 1)));
        }
        return values;
    }

    private static List<String> lines(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new UsageException(file + " has more than " + MOST_BYTES + " bytes: it is no file of settings.");
            }
            return Files.readAllLines(file);
        } catch (MalformedInputException noText) {
            throw new UsageException(file + " is no text in UTF-8: it has lines NAME=VALUE.", noText);
        } catch (IOException e) {
            throw new UsageException(file + " cannot be read: " + e + ". Check its rights.", e);
        }
    }

    private static String unquoted(String raw) {
        String value = raw.strip();
        boolean quoted = value.length() > 1
                && (value.startsWith("\"") || value.startsWith("'"))
                && value.charAt(value.length() - 1) == value.charAt(0);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /** What the chain's variables begin with. */
    public static String prefix(Chain chain) {
        return chain.name().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /** What a variable says. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    /** Whether any node of the chain is named. */
    public boolean has(Chain chain) {
        return find(prefix(chain) + READ).isPresent();
    }

    /**
     * The nodes to read from, the preferred first.
     *
     * @throws UsageException when there is none, or a URL is none
     */
    public List<Endpoint> reading(Chain chain) {
        String name = prefix(chain) + READ;
        String given = find(name)
                .orElseThrow(() -> new UsageException(
                        "There is no endpoint for " + chain + ": set " + name + " in the environment or in " + file
                                + " to the URL of a node (several with commas between)."));
        List<Endpoint> endpoints = new ArrayList<>();
        for (String url : given.split(",", -1)) {
            endpoints.add(endpoint(name, url));
        }
        return endpoints;
    }

    /**
     * The node to send to, where it is another one.
     *
     * @throws UsageException when its URL is none
     */
    public Optional<Endpoint> sending(Chain chain) {
        String name = prefix(chain) + SEND;
        return find(name).map(url -> endpoint(name, url));
    }

    private static Endpoint endpoint(String name, String url) {
        try {
            return Endpoint.of(url);
        } catch (IllegalArgumentException none) {
            throw new UsageException(name + ": " + none.getMessage(), none);
        }
    }
}
