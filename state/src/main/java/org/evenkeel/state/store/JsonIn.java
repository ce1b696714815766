package org.evenkeel.state.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads what {@link JsonOut} wrote, and nothing else: every field must be there, in its order, but for a few that are
 * left out where they say nothing. An unknown, missing or doubled field is an error, and so is a number out of bounds.
 */
final class JsonIn {
    private static final int MAX_NUMBER = 40;
    private static final int MAX_DECIMAL = 1000;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxNumberLength(MAX_NUMBER)
                    .maxStringLength(Escapes.MAX_TEXT)
                    .maxNameLength(Escapes.MAX_NAME)
                    .build())
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();

    private final JsonParser parser;
    private Tables tables;
    private @Nullable JsonToken peeked;
    private Instant lastInstant = Instant.EPOCH;
    private String lastInstantText = IsoTime.format(Instant.EPOCH);

    JsonIn(byte[] bytes, int from, int length, Tables tables) {
        this.parser = FACTORY.createParser(ObjectReadContext.empty(), bytes, from, length);
        this.tables = tables;
    }

    /** From here on, pairs and tokens are looked up here. */
    void use(Tables market) {
        this.tables = market;
    }

    /** Where the reader is, in bytes from the first. */
    long offset() {
        return parser.currentTokenLocation().getByteOffset();
    }

    private JsonToken peek() {
        JsonToken token = peeked;
        if (token == null) {
            token = parser.nextToken();
            if (token == null) {
                throw new IllegalArgumentException("it ends too early");
            }
            peeked = token;
        }
        return token;
    }

    private JsonToken next() {
        JsonToken token = peek();
        peeked = null;
        return token;
    }

    private void expect(JsonToken wanted) {
        JsonToken found = next();
        if (found != wanted) {
            throw new IllegalArgumentException("expected " + wanted + " and found " + found);
        }
    }

    private void name(String wanted) {
        JsonToken found = next();
        if (found != JsonToken.PROPERTY_NAME) {
            throw new IllegalArgumentException("the field '" + wanted + "' is missing");
        }
        if (!wanted.equals(parser.currentName())) {
            throw new IllegalArgumentException(
                    "expected the field '" + wanted + "' and found '" + parser.currentName() + "'");
        }
    }

    void object() {
        expect(JsonToken.START_OBJECT);
    }

    void object(String name) {
        name(name);
        expect(JsonToken.START_OBJECT);
    }

    void array(String name) {
        name(name);
        expect(JsonToken.START_ARRAY);
    }

    void endObject() {
        JsonToken found = next();
        if (found == JsonToken.PROPERTY_NAME) {
            throw new IllegalArgumentException("there is no field '" + parser.currentName() + "' here");
        }
        if (found != JsonToken.END_OBJECT) {
            throw new IllegalArgumentException("expected the end of an object and found " + found);
        }
    }

    /** Whether the array has a further entry; if not, it is left. */
    boolean more() {
        boolean ends = peek() == JsonToken.END_ARRAY;
        if (ends) {
            next();
        }
        return !ends;
    }

    /** The next name of an object whose names were made up by users; null at its end, which is left. */
    @Nullable
    String nextAnyName() {
        if (next() == JsonToken.END_OBJECT) {
            return null;
        }
        return parser.currentName();
    }

    /** A field that is an array of objects. */
    <T> List<T> list(String name, Function<JsonIn, T> reader) {
        array(name);
        List<T> items = new ArrayList<>();
        while (more()) {
            items.add(reader.apply(this));
        }
        return items;
    }

    /** Whether the field is null; if so, it is consumed, else its value comes next. */
    boolean isNull(String name) {
        name(name);
        boolean none = peek() == JsonToken.VALUE_NULL;
        if (none) {
            next();
        }
        return none;
    }

    String text(String name) {
        name(name);
        return text();
    }

    String text() {
        expect(JsonToken.VALUE_STRING);
        return parser.getString();
    }

    long number(String name) {
        name(name);
        return number();
    }

    long number() {
        expect(JsonToken.VALUE_NUMBER_INT);
        return parser.getLongValue();
    }

    int smallNumber(String name) {
        return Math.toIntExact(number(name));
    }

    boolean flag(String name) {
        name(name);
        JsonToken found = next();
        if (found != JsonToken.VALUE_TRUE && found != JsonToken.VALUE_FALSE) {
            throw new IllegalArgumentException("'" + name + "' is neither true nor false");
        }
        return found == JsonToken.VALUE_TRUE;
    }

    /** Whether the next field has this name; it is not consumed. For fields that are left out where they say nothing. */
    boolean nextIs(String name) {
        return peek() == JsonToken.PROPERTY_NAME && name.equals(parser.currentName());
    }

    /** A field that is left out where it is false. */
    boolean optionalFlag(String name) {
        return nextIs(name) && flag(name);
    }

    double real(String name) {
        name(name);
        return real();
    }

    /** A double; null stands for NaN. */
    double real() {
        return next() == JsonToken.VALUE_NULL ? Double.NaN : currentReal();
    }

    /** A double or null. */
    OptionalDouble optionalReal(String name) {
        name(name);
        return next() == JsonToken.VALUE_NULL ? OptionalDouble.empty() : OptionalDouble.of(currentReal());
    }

    private double currentReal() {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_FLOAT, VALUE_NUMBER_INT -> finite(parser.getDoubleValue());
            case VALUE_STRING -> special(parser.getString());
            case JsonToken found -> throw new IllegalArgumentException("expected a number and found " + found);
        };
    }

    private static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a number is too large for a double");
        }
        return value;
    }

    private static double special(String word) {
        return switch (word) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw new IllegalArgumentException("'" + word + "' is no number");
        };
    }

    BigDecimal decimal(String name) {
        name(name);
        return decimal();
    }

    BigDecimal decimal() {
        expect(JsonToken.VALUE_STRING);
        char[] text = parser.getStringCharacters();
        int from = parser.getStringOffset();
        int length = parser.getStringLength();
        requirePlain(text, from, length);
        return new BigDecimal(text, from, length);
    }

    /** Makes sure that a short text cannot stand for a number that no memory holds. */
    private static void requirePlain(char[] text, int from, int length) {
        if (length > MAX_DECIMAL) {
            throw new IllegalArgumentException("a decimal has " + length + " characters");
        }
        for (int i = from; i < from + length; i++) {
            char c = text[i];
            if ((c < '0' || c > '9') && c != '.' && c != '-') {
                throw new IllegalArgumentException("'" + new String(text, from, length) + "' is no plain decimal");
            }
        }
    }

    Instant instant(String name) {
        name(name);
        return instant();
    }

    Instant instant() {
        String text = text();
        if (!text.equals(lastInstantText)) {
            lastInstant = IsoTime.parse(text);
            lastInstantText = text;
        }
        return lastInstant;
    }

    <E extends Enum<E>> E word(String name, Class<E> family) {
        return Enum.valueOf(family, text(name));
    }

    Token token(String name) {
        return tables.token(text(name));
    }

    Token tokenOfKey(String key) {
        return tables.token(key);
    }

    TradingPair pair(String name) {
        return tables.pair(number(name));
    }

    TradingPair pair() {
        return tables.pair(number());
    }

    /** Makes sure that nothing follows. */
    void requireEnd() {
        if (parser.nextToken() != null) {
            throw new IllegalArgumentException("something follows after the end");
        }
    }
}
