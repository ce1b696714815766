package org.evenkeel.state.replay;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.json.JsonFactory;

/** Reads two JSON documents in step until they differ. Works for any two whose fields come in one order. */
final class JsonComparison {
    /** The most that is shown of a value. */
    private static final int SHOWN = 120;

    private static final JsonFactory FACTORY = new JsonFactory();

    private final byte[] recorded;
    private final byte[] now;

    private JsonComparison(byte[] recorded, byte[] now) {
        this.recorded = recorded;
        this.now = now;
    }

    static Optional<FirstDifference> firstDifference(byte[] recorded, byte[] now) {
        return Arrays.equals(recorded, now) ? Optional.empty() : new JsonComparison(recorded, now).search();
    }

    private Optional<FirstDifference> search() {
        try (JsonParser left = FACTORY.createParser(ObjectReadContext.empty(), recorded);
                JsonParser right = FACTORY.createParser(ObjectReadContext.empty(), now)) {
            @Nullable JsonToken token = left.nextToken();
            @Nullable JsonToken other = right.nextToken();
            while (token != null || other != null) {
                boolean skipped = isChecksum(left);
                if (token != other || (!skipped && !text(left).equals(text(right)))) {
                    return Optional.of(difference(left, right));
                }
                token = left.nextToken();
                other = right.nextToken();
            }
            return Optional.empty();
        }
    }

    /** The checksum of a state differs where anything does, and says nothing of what. */
    private static boolean isChecksum(JsonParser parser) {
        return parser.streamReadContext().getNestingDepth() == 1 && "checksum".equals(parser.currentName());
    }

    private static String text(JsonParser parser) {
        return Objects.requireNonNullElse(parser.getString(), "");
    }

    private FirstDifference difference(JsonParser left, JsonParser right) {
        // Where one ends, the other has the longer path.
        JsonParser longer = ends(left) ? right : left;
        return new FirstDifference(path(longer.streamReadContext()), value(left, recorded), value(right, now));
    }

    private static boolean ends(JsonParser parser) {
        JsonToken token = parser.currentToken();
        return token == null || token.isStructEnd();
    }

    private static String path(TokenStreamContext context) {
        StringBuilder path = new StringBuilder();
        for (@Nullable TokenStreamContext at = context; at != null && !at.inRoot(); at = at.getParent()) {
            if (at.inArray()) {
                path.insert(0, "[" + at.getCurrentIndex() + "]");
            } else if (at.hasCurrentName()) {
                path.insert(0, "." + at.currentName());
            }
        }
        return path.length() > 0 && path.charAt(0) == '.' ? path.substring(1) : path.toString();
    }

    private static String value(JsonParser parser, byte[] json) {
        if (ends(parser)) {
            return "nothing";
        }
        if (!parser.currentToken().isStructStart()) {
            return shortened(text(parser));
        }
        int from = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        int to = (int) parser.currentLocation().getByteOffset();
        return shortened(new String(json, from, to - from, StandardCharsets.UTF_8));
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
