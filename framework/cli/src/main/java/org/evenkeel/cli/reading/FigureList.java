package org.evenkeel.cli.reading;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.cli.backtest.SummaryJson;
import org.evenkeel.cli.terminal.Tables;
import org.evenkeel.metrics.Figure;
import org.evenkeel.metrics.NamedFigure;
import org.evenkeel.metrics.PerformanceReport;
import org.evenkeel.metrics.UndefinedReason;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Every figure of a curve. One that is undefined is told with its reason.
 *
 * @param own the curve
 * @param benchmark what it is held against
 * @param report its figures
 */
record FigureList(CurveFile own, Optional<CurveFile> benchmark, PerformanceReport report) {
    /** What the figures leave out, a sentence each. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        own.note().ifPresent(notes::add);
        own.noYear().filter(why -> isTooShort()).ifPresent(notes::add);
        benchmark.flatMap(CurveFile::note).ifPresent(notes::add);
        benchmark
                .filter(other -> own.common(other) < own.curve().size())
                .ifPresent(other -> notes.add("the figures against " + other.file() + " are over the "
                        + own.common(other) + " of " + own.curve().size() + " dates that both have."));
        return notes;
    }

    private boolean isTooShort() {
        return report.figures().stream()
                .map(NamedFigure::figure)
                .anyMatch(Figure.undefined(UndefinedReason.TOO_SHORT_FOR_A_YEAR)::equals);
    }

    String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            curve(json, own);
            benchmark.ifPresent(other -> {
                json.writeObjectPropertyStart("benchmark");
                curve(json, other);
                json.writeNumberProperty("common", own.common(other));
                json.writeEndObject();
            });
            SummaryJson.figures(json, report);
            json.writeEndObject();
        }
        return text.toString();
    }

    String table() {
        Tables table = new Tables().text("Figure").number("Value").text("None because");
        for (NamedFigure figure : report.figures()) {
            switch (figure.figure()) {
                case Figure.Value value -> table.row(figure.metric().label(), figure.text(), "");
                case Figure.Undefined undefined ->
                    table.row(figure.metric().label(), "–", undefined.reason().sentence());
            }
        }
        return table.toString();
    }

    private static void curve(JsonGenerator json, CurveFile curve) {
        json.writeStringProperty("file", curve.file().toString());
        json.writeStringProperty("from", curve.from().toString());
        json.writeStringProperty("to", curve.to().toString());
        json.writeNumberProperty("points", curve.curve().size());
        json.writeObjectPropertyStart("leftOut");
        json.writeNumberProperty("rows", curve.leftOut());
        if (curve.leftOut() > 0) {
            json.writeStringProperty("because", curve.why());
        }
        json.writeEndObject();
    }
}
