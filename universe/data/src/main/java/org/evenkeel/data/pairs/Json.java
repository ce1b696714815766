package org.evenkeel.data.pairs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenkeel.market.DataException;
import org.evenkeel.market.ParserWords;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** JSON as maps, lists, texts, numbers and booleans, read by the streaming parser with limits on depth and length. */
final class Json {
    private static final int MOST_BYTES = 64 << 20;
    static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxStringLength(10_000)
                    .maxNumberLength(100)
                    .build())
            .build();

    private Json() {}

    static @Nullable Object parse(byte[] bytes, String where) {
        if (bytes.length > MOST_BYTES) {
            throw new DataException(where + " has " + bytes.length + " bytes, but a list of pairs has at most "
                    + MOST_BYTES + ": this is some other file.");
        }
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            Object value = value(parser, parser.nextToken(), where);
            if (parser.nextToken() != null) {
                throw new DataException(where + " goes on after its end: keep one JSON array or object in it.");
            }
            return value;
        } catch (JacksonException e) {
            throw new DataException(
                    where + " is not valid JSON" + place(e) + ": " + ParserWords.plain(e.getOriginalMessage())
                            + ". Mend it there.",
                    e);
        }
    }

    private static String place(JacksonException failure) {
        TokenStreamLocation at = failure.getLocation();
        return at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    private static @Nullable Object value(JsonParser parser, @Nullable JsonToken token, String where) {
        return switch (token) {
            case null ->
                throw new DataException(where + " is empty or ends early: it must hold a JSON array of pairs.");
            case START_OBJECT -> object(parser, where);
            case START_ARRAY -> array(parser, where);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new DataException(where + " holds an unexpected " + token + ": mend the JSON.");
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser parser, String where) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            result.put(name, value(parser, parser.nextToken(), where));
        }
        return result;
    }

    private static List<@Nullable Object> array(JsonParser parser, String where) {
        List<@Nullable Object> result = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            result.add(value(parser, token, where));
        }
        return result;
    }
}
