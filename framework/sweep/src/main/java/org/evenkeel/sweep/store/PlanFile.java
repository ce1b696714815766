package org.evenkeel.sweep.store;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.evenkeel.sweep.SweepException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What a sweep was to do, as a JSON object of texts: two sweeps with the same plan make the same runs. */
final class PlanFile {
    private PlanFile() {}

    static void write(Path file, SequencedMap<String, String> plan) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            plan.forEach(json::writeStringProperty);
            json.writeEndObject();
        }
        try {
            Files.writeString(file, text.append('\n').toString());
        } catch (IOException e) {
            throw RunTable.unwritable(file, e);
        }
    }

    static SequencedMap<String, String> read(Path file) {
        SequencedMap<String, String> plan = new LinkedHashMap<>();
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), Files.readString(file))) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                plan.put(name, json.getString());
            }
        } catch (IOException | JacksonException e) {
            throw new SweepException(
                    file + " cannot be read: " + e.getMessage() + ". Remove its folder, or give another with --out.",
                    e);
        }
        return plan;
    }
}
