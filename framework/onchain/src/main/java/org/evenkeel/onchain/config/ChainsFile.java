package org.evenkeel.onchain.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.market.Chain;
import org.evenkeel.market.NearestName;
import org.evenkeel.market.ParserWords;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The chains that are known: those that are built in, and those of a file over them. */
public final class ChainsFile {
    /** The file's usual name. */
    public static final String NAME = "chains.json";

    private static final int MOST_BYTES = 4 << 20;
    private static final String BUILT_IN = "the built-in chains";
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(16)
                            .maxStringLength(10_000)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String where;
    private final List<ChainProfile> chains;

    private ChainsFile(String where, List<ChainProfile> chains) {
        this.where = where;
        this.chains = List.copyOf(chains);
    }

    /** The well-known chains. */
    public static ChainsFile builtIn() {
        return of(BUILT_IN, parse(resource(), BUILT_IN));
    }

    /**
     * The well-known chains with a file over them. A chain of the file that has the name of a known one changes what it
     * names, as {@code {"name": "base", "limits": {"slippage_bps": 30}}} does; any other is added.
     *
     * @throws ConfigException when the file is missing or says what cannot be
     */
    public static ChainsFile read(Path file) {
        JsonNode own = parse(content(file), file.toString());
        // The file is looked at by itself first, so that what is said of a mistake is said of it.
        new Keys(own, file.toString(), Set.of("chains"));
        JsonNode known = parse(resource(), BUILT_IN);
        requireIds(known, own, file);
        return of(file.toString(), Overlay.of(known, own));
    }

    private static byte[] content(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(MOST_BYTES + 1);
            if (content.length > MOST_BYTES) {
                throw new ConfigException(file + " has more than " + MOST_BYTES + " bytes: it is no file of chains.");
            }
            return content;
        } catch (NoSuchFileException missing) {
            throw new ConfigException("There is no file " + file + " of chains.", missing);
        } catch (IOException e) {
            throw new ConfigException("The file " + file + " cannot be read: " + e + ". Check its rights.", e);
        }
    }

    private static byte[] resource() {
        try (InputStream in = Objects.requireNonNull(ChainsFile.class.getResourceAsStream(NAME), NAME)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new ConfigException(BUILT_IN + " cannot be read: the program is not installed as a whole.", e);
        }
    }

    private static JsonNode parse(byte[] content, String where) {
        try {
            return JSON.readTree(content);
        } catch (JacksonException e) {
            throw new ConfigException(
                    where + " is not valid JSON" + place(e) + ": " + ParserWords.plain(e.getOriginalMessage())
                            + ". Mend it there.",
                    e);
        }
    }

    private static String place(JacksonException failure) {
        TokenStreamLocation at = failure.getLocation();
        return at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    /** A name with another id would mix two chains' addresses. */
    private static void requireIds(JsonNode known, JsonNode own, Path file) {
        for (JsonNode chain : own.path("chains")) {
            for (JsonNode there : known.path("chains")) {
                boolean sameName = there.path("name").equals(chain.path("name"));
                if (sameName && chain.has("id") && !chain.path("id").equals(there.path("id"))) {
                    throw new ConfigException(file + " gives " + chain.path("name") + " the id " + chain.path("id")
                            + ", and the well-known chain of that name has " + there.path("id")
                            + ": give the chain another name.");
                }
            }
        }
    }

    private static ChainsFile of(String where, JsonNode root) {
        ProfileReader reader = new ProfileReader(where);
        List<ChainProfile> chains = new Keys(root, where, Set.of("chains"))
                .list("chains").stream().map(reader::read).toList();
        for (ChainProfile profile : chains) {
            long same = chains.stream()
                    .filter(other -> other.chain().id() == profile.chain().id()
                            || other.chain().name().equals(profile.chain().name()))
                    .count();
            if (same > 1) {
                throw new ConfigException(where + " has the chain " + profile.chain() + " (id "
                        + profile.chain().id() + ") twice: each has a name and an id of its own.");
            }
        }
        return new ChainsFile(where, chains);
    }

    /** All of them. */
    public List<ChainProfile> chains() {
        return chains;
    }

    /** What is known of a chain, by its name and its id. */
    public Optional<ChainProfile> find(Chain chain) {
        return chains.stream().filter(known -> known.chain().equals(chain)).findFirst();
    }

    /**
     * What is known of a chain, by its name and its id.
     *
     * @throws ConfigException when there is none, with what is nearest
     */
    public ChainProfile get(Chain chain) {
        return find(chain)
                .orElseThrow(() -> new ConfigException("Nothing is known of the chain " + chain + " (id " + chain.id()
                        + ") in " + where + ". " + nearest(chain) + "Name, id and contracts of a chain belong in "
                        + NAME + "."));
    }

    private String nearest(Chain chain) {
        Optional<ChainProfile> alike = chains.stream()
                .filter(known ->
                        known.chain().id() == chain.id() || known.chain().name().equals(chain.name()))
                .findFirst();
        if (alike.isPresent()) {
            Chain known = alike.orElseThrow().chain();
            return "It has " + known + " with the id " + known.id() + ": both must be the same. ";
        }
        List<String> names = chains.stream().map(known -> known.chain().name()).toList();
        return NearestName.slip(chain.name(), names)
                        .map(near -> "Did you mean " + near + "? ")
                        .orElse("")
                + (names.isEmpty() ? "" : "Known are " + String.join(", ", names) + ". ");
    }
}
