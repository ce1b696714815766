package org.evenkeel.cli;

import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import org.evenkeel.metrics.EquityCurve;
import org.evenkeel.metrics.Figure;
import org.evenkeel.metrics.NamedFigure;
import org.evenkeel.metrics.PerformanceReport;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Every figure of a curve. One that is undefined is told with its reason.
 *
 * @param file where the curve is from
 * @param curve the values
 * @param report its figures
 */
record FigureList(Path file, EquityCurve curve, PerformanceReport report) {
    String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("file", file.toString());
            json.writeStringProperty("from", time(0));
            json.writeStringProperty("to", time(curve.size() - 1));
            json.writeNumberProperty("points", curve.size());
            json.writeObjectPropertyStart("metrics");
            report.figures()
                    .forEach(figure -> figure.figure()
                            .find()
                            .ifPresentOrElse(
                                    value -> json.writeNumberProperty(
                                            figure.metric().key(), value),
                                    () -> json.writeNullProperty(figure.metric().key())));
            json.writeEndObject();
            json.writeObjectPropertyStart("undefinedBecause");
            for (NamedFigure figure : report.figures()) {
                if (figure.figure() instanceof Figure.Undefined undefined) {
                    json.writeStringProperty(
                            figure.metric().key(), undefined.reason().sentence());
                }
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        return text.toString();
    }

    String table() {
        Tables table = new Tables().text("Figure").number("Value").text("Undefined because");
        for (NamedFigure figure : report.figures()) {
            switch (figure.figure()) {
                case Figure.Value value -> table.row(figure.metric().label(), figure.text(), "");
                case Figure.Undefined undefined ->
                    table.row(figure.metric().label(), "–", undefined.reason().sentence());
            }
        }
        return table.toString();
    }

    private String time(int point) {
        return Instant.ofEpochMilli(curve.times()[point]).toString();
    }
}
