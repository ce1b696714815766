package org.evenkeel.cli.search;

import java.io.PrintStream;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.cli.strategy.ParameterValue;
import org.evenkeel.metrics.Figure;
import org.evenkeel.sweep.PointCounts;
import org.evenkeel.sweep.Trial;
import org.evenkeel.sweep.store.SweepFolder;
import org.evenkeel.sweep.validation.CrossValidation;
import org.evenkeel.sweep.validation.Overfitting;
import org.evenkeel.sweep.validation.PermutationTest;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** A sweep as one JSON object, written as it is read from disk. Figures that are undefined are null. */
final class SweepJson {
    private final SweepSummary sweep;
    private final JsonGenerator json;

    private SweepJson(SweepSummary sweep, JsonGenerator json) {
        this.sweep = sweep;
        this.json = json;
    }

    static void write(SweepSummary sweep, SweepFolder folder, PrintStream out) {
        JsonFactory factory = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
            new SweepJson(sweep, json).write(folder);
        }
        out.println();
    }

    private void write(SweepFolder folder) {
        SweepSetup setup = sweep.setup();
        json.writeStartObject();
        json.writeStringProperty("strategy", setup.base().strategy().name());
        json.writeStringProperty("data", setup.experiment().data().catalog().name());
        json.writeBooleanProperty(
                "synthetic", setup.experiment().data().catalog().synthetic());
        json.writeStringProperty("dataFingerprint", setup.base().history().fingerprint());
        json.writeStringProperty("from", setup.experiment().period().from().toString());
        json.writeStringProperty("to", setup.experiment().period().to().toString());
        json.writeStringProperty("form", setup.form().vectorised() ? "vectorised" : "engine");
        json.writeStringProperty("search", setup.search().description());
        json.writeStringProperty("objective", setup.objective().figure());
        counts();
        runs(folder);
        best();
        overfitting();
        files(folder);
        json.writeEndObject();
    }

    private void counts() {
        PointCounts counts = sweep.result().counts();
        json.writeObjectPropertyStart("counts");
        json.writeNumberProperty("grid", counts.grid());
        json.writeNumberProperty("invalid", counts.invalidPoints());
        json.writeNumberProperty("done", counts.done());
        json.writeNumberProperty("failed", counts.failedRuns());
        json.writeObjectPropertyStart("invalidBecause");
        counts.invalid().forEach(json::writeNumberProperty);
        json.writeEndObject();
        json.writeObjectPropertyStart("failedBecause");
        counts.failed().forEach((why, runs) -> json.writeNumberProperty(why, runs.count()));
        json.writeEndObject();
        json.writeEndObject();
    }

    private void runs(SweepFolder folder) {
        json.writeArrayPropertyStart("runs");
        try (Stream<Trial> runs = folder.runs()) {
            runs.forEach(run -> {
                json.writeStartObject();
                run(run);
                json.writeEndObject();
            });
        }
        json.writeEndArray();
    }

    private void run(Trial run) {
        json.writeObjectPropertyStart("parameters");
        run.set().forEach((name, value) -> ParameterValue.write(json, name, value));
        json.writeEndObject();
        json.writeObjectPropertyStart("metrics");
        if (run instanceof Trial.Done done) {
            done.figures().forEach(this::figure);
        }
        json.writeEndObject();
        if (run instanceof Trial.Failed failed) {
            json.writeStringProperty("error", failed.reason());
        }
    }

    private void figure(String name, double value) {
        if (Double.isFinite(value)) {
            json.writeNumberProperty(name, value);
        } else {
            json.writeNullProperty(name);
        }
    }

    private void best() {
        sweep.result()
                .best()
                .ifPresentOrElse(
                        best -> {
                            json.writeObjectPropertyStart("best");
                            run(best);
                            json.writeEndObject();
                        },
                        () -> json.writeNullProperty("best"));
    }

    private void overfitting() {
        json.writeObjectPropertyStart("overfitting");
        for (Overfitting.Named named : sweep.overfitting().figures()) {
            figure(named.key(), named.figure().find().orElse(Double.NaN));
        }
        json.writeNumberProperty("runsEver", sweep.tried().runs());
        json.writeNumberProperty("distinctRunsEver", sweep.tried().distinct());
        json.writeNumberProperty("runsCompared", sweep.result().sample().rows().size());
        PermutationTest.Result shuffled = sweep.overfitting().permutation();
        json.writeObjectPropertyStart("shuffledMarkets");
        json.writeNumberProperty("tried", shuffled.tried());
        json.writeNumberProperty("asGood", shuffled.asGood());
        json.writeNumberProperty("failed", shuffled.failed());
        json.writeEndObject();
        json.writeObjectPropertyStart("undefinedBecause");
        for (Overfitting.Named named : sweep.overfitting().figures()) {
            if (named.figure() instanceof Figure.Undefined undefined) {
                json.writeStringProperty(named.key(), undefined.reason().sentence());
            }
        }
        json.writeEndObject();
        sweep.overfitting().walkForward().ifPresent(folds -> folds("walkForward", folds));
        sweep.overfitting().combinatorial().ifPresent(folds -> folds("combinatorial", folds));
        json.writeEndObject();
    }

    private void folds(String name, CrossValidation validation) {
        json.writeArrayPropertyStart(name);
        for (CrossValidation.Fold fold : validation.folds()) {
            json.writeStartObject();
            json.writeNumberProperty("run", fold.run());
            json.writeObjectPropertyStart("parameters");
            Optional.ofNullable(sweep.chosen().get(fold.run()))
                    .ifPresent(set -> set.forEach((key, value) -> ParameterValue.write(json, key, value)));
            json.writeEndObject();
            json.writeNumberProperty("inSampleSharpe", fold.inSample());
            json.writeNumberProperty("outOfSampleSharpe", fold.outOfSample());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void files(SweepFolder folder) {
        json.writeObjectPropertyStart("files");
        json.writeStringProperty("csv", folder.table().toString());
        json.writeStringProperty(
                "parquet", folder.table().resolveSibling(SweepFiles.PARQUET).toString());
        sweep.page().ifPresent(page -> json.writeStringProperty("report", page.toString()));
        if (!sweep.pictures().isEmpty()) {
            json.writeArrayPropertyStart("pictures");
            sweep.pictures().forEach(picture -> json.writeString(picture.toString()));
            json.writeEndArray();
        }
        json.writeEndObject();
    }
}
