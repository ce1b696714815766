package org.evenkeel.report.page;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.evenkeel.report.view.Island;
import org.evenkeel.report.view.Texts;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * Writes an island as JSON that is safe inside a script element: all that is not ASCII, and the characters that HTML
 * gives a meaning, are escaped, so no text can end the element or begin a comment in it.
 */
final class IslandWriter {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .characterEscapes(new HtmlEscapes())
            .build();

    private final JsonGenerator json;

    private IslandWriter(JsonGenerator json) {
        this.json = json;
    }

    static Script script(Island island) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            new IslandWriter(json).write(island);
        }
        return new Script(island.id(), text.toString());
    }

    private void write(Object value) {
        switch (value) {
            case Island part -> {
                json.writeStartObject();
                part.data().forEach((name, member) -> {
                    json.writeName(name);
                    write(member);
                });
                json.writeEndObject();
            }
            case List<?> list -> {
                json.writeStartArray();
                list.forEach(this::write);
                json.writeEndArray();
            }
            case Island.Column column -> write(column);
            case long[] column -> json.writeArray(column, 0, column.length);
            case String text -> json.writeString(Texts.text(text));
            case Long number -> json.writeNumber(number);
            case Integer number -> json.writeNumber(number);
            case Boolean flag -> json.writeBoolean(flag);
            default -> throw new IllegalArgumentException("A page has no JSON for a " + value.getClass());
        }
    }

    private void write(Island.Column column) {
        json.writeStartArray();
        for (double value : column.values()) {
            if (Double.isFinite(value)) {
                json.writeNumber(ShortNumber.of(value, column.digits()));
            } else {
                json.writeNull();
            }
        }
        json.writeEndArray();
    }

    /** Escapes what HTML could take for markup. */
    private static final class HtmlEscapes extends CharacterEscapes {
        private static final long serialVersionUID = 1;

        private final int[] escapes = standardAsciiEscapesForJSON();

        HtmlEscapes() {
            for (char character : "<>&'".toCharArray()) {
                escapes[character] = CharacterEscapes.ESCAPE_STANDARD;
            }
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return escapes;
        }

        @Override
        public SerializableString getEscapeSequence(int character) {
            return new SerializedString(String.format(Locale.ROOT, "\\u%04x", character));
        }
    }
}
