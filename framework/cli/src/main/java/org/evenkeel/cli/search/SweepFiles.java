package org.evenkeel.cli.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.evenkeel.cli.strategy.ParameterValue;
import org.evenkeel.data.parquet.TableWriter;
import org.evenkeel.data.parquet.TableWriter.Column;
import org.evenkeel.data.parquet.TableWriter.Kind;
import org.evenkeel.sweep.Axis;
import org.evenkeel.sweep.Trial;
import org.evenkeel.sweep.store.SweepFolder;
import org.jspecify.annotations.Nullable;

/** The runs of a sweep as Parquet, beside the CSV that they were written to one by one. */
final class SweepFiles {
    /** The table of runs. */
    static final String PARQUET = "runs.parquet";

    private final SweepSetup setup;
    private final SweepFolder folder;

    SweepFiles(SweepSetup setup, SweepFolder folder) {
        this.setup = setup;
        this.folder = folder;
    }

    /** Writes the table: run, a column for each parameter, one for each figure, and what failed runs said. */
    Path writeParquet() {
        Path file = folder.table().resolveSibling(PARQUET);
        List<String> figures = setup.form().subject().figures();
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("run", Kind.WHOLE));
        for (Axis axis : setup.grid().axes()) {
            columns.add(new Column(
                    folder.parameterColumn(axis.name()), ParameterValue.isNumber(axis) ? Kind.NUMBER : Kind.TEXT));
        }
        figures.forEach(figure -> columns.add(new Column(figure, Kind.NUMBER)));
        columns.add(new Column("error", Kind.TEXT));
        TableWriter.write(file, "runs", columns, table -> {
            try (Stream<Trial> runs = folder.runs()) {
                for (Trial run : (Iterable<Trial>) runs::iterator) {
                    table.add(row(run, figures));
                }
            }
        });
        return file;
    }

    private @Nullable Object[] row(Trial run, List<String> figures) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(run.number());
        for (Axis axis : setup.grid().axes()) {
            String value = run.set().getOrDefault(axis.name(), "");
            row.add(ParameterValue.isNumber(axis) ? (Object) Double.valueOf(value) : value);
        }
        for (String figure : figures) {
            double value = run.figure(figure);
            row.add(Double.isNaN(value) ? null : value);
        }
        row.add(run instanceof Trial.Failed failed ? failed.reason() : null);
        return row.toArray();
    }
}
