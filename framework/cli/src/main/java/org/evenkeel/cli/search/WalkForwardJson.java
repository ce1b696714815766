package org.evenkeel.cli.search;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.cli.strategy.ParameterValue;
import org.evenkeel.metrics.NamedFigure;
import org.evenkeel.metrics.PerformanceReport;
import org.evenkeel.sweep.RunCounts;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A walk-forward as one JSON object. Figures that are undefined are null. */
final class WalkForwardJson {
    private final JsonGenerator json;

    private WalkForwardJson(JsonGenerator json) {
        this.json = json;
    }

    static String of(WalkForwardSummary summary, Path folder, Optional<Path> page) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            new WalkForwardJson(json).write(summary, folder, page);
        }
        return text.toString();
    }

    private void write(WalkForwardSummary summary, Path folder, Optional<Path> page) {
        SweepSetup setup = summary.setup();
        json.writeStartObject();
        json.writeStringProperty("strategy", setup.base().strategy().name());
        json.writeStringProperty("data", setup.experiment().data().catalog().name());
        json.writeBooleanProperty(
                "synthetic", setup.experiment().data().catalog().synthetic());
        json.writeStringProperty("from", setup.experiment().period().from().toString());
        json.writeStringProperty("to", setup.experiment().period().to().toString());
        json.writeStringProperty("scheme", summary.scheme().words());
        json.writeStringProperty("objective", summary.figure());
        counts(summary.runs());
        json.writeArrayPropertyStart("folds");
        summary.folds().forEach(this::fold);
        json.writeEndArray();
        json.writeArrayPropertyStart("outOfSample");
        summary.histories().forEach(history -> path(history.figures()));
        json.writeEndArray();
        figure("efficiency", summary.efficiency().orElse(Double.NaN));
        json.writeObjectPropertyStart("files");
        json.writeStringProperty(
                "summary", folder.resolve(WalkForwardFiles.SUMMARY).toString());
        summary.only()
                .ifPresent(history -> json.writeStringProperty(
                        "equity", folder.resolve(WalkForwardFiles.EQUITY).toString()));
        page.ifPresent(file -> json.writeStringProperty("report", file.toString()));
        json.writeEndObject();
        json.writeEndObject();
    }

    private void counts(RunCounts runs) {
        json.writeObjectPropertyStart("counts");
        json.writeNumberProperty("done", runs.done());
        json.writeNumberProperty("failed", runs.failedRuns());
        json.writeObjectPropertyStart("failedBecause");
        runs.failed().forEach((why, failed) -> json.writeNumberProperty(why, failed.count()));
        json.writeEndObject();
        json.writeObjectPropertyStart("failedFirst");
        runs.failed().forEach((why, failed) -> {
            json.writeArrayPropertyStart(why);
            failed.first().forEach(this::point);
            json.writeEndArray();
        });
        json.writeEndObject();
        json.writeEndObject();
    }

    private void point(Map<String, String> set) {
        json.writeStartObject();
        set.forEach((name, value) -> ParameterValue.write(json, name, value));
        json.writeEndObject();
    }

    private void fold(WalkForwardSummary.Fold fold) {
        json.writeStartObject();
        windows("train", fold.train());
        windows("test", fold.test());
        json.writeObjectPropertyStart("parameters");
        fold.chosen().forEach((name, value) -> ParameterValue.write(json, name, value));
        json.writeEndObject();
        figure("inSample", fold.inSample());
        figure("outOfSample", fold.outOfSample());
        json.writeEndObject();
    }

    private void windows(String name, List<WalkForwardSummary.Window> windows) {
        json.writeArrayPropertyStart(name);
        for (WalkForwardSummary.Window window : windows) {
            json.writeStartObject();
            json.writeStringProperty("from", window.from().toString());
            json.writeStringProperty("to", window.to().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void path(PerformanceReport report) {
        json.writeStartObject();
        for (NamedFigure named : report.figures()) {
            figure(named.metric().key(), named.figure().find().orElse(Double.NaN));
        }
        json.writeEndObject();
    }

    private void figure(String name, double value) {
        if (Double.isFinite(value)) {
            json.writeNumberProperty(name, value);
        } else {
            json.writeNullProperty(name);
        }
    }
}
