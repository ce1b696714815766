package org.evenkeel.sweep.store;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.evenkeel.metrics.EquityCurve;
import org.evenkeel.sweep.SweepException;

/** An equity curve as CSV, to the last bit: milliseconds since the epoch, value, and deposits where there are some. */
final class CurveTable {
    private static final String TIME = "time";
    private static final String VALUE = "value";
    private static final String FLOW = "flow";

    private CurveTable() {}

    static void write(Path file, EquityCurve curve) {
        double[] flows = curve.findFlows().orElseGet(() -> new double[curve.size()]);
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(TIME, VALUE, FLOW);
            for (int i = 0; i < curve.size(); i++) {
                csv.writeRecord(
                        Long.toString(curve.times()[i]),
                        Double.toString(curve.equity()[i]),
                        curve.findFlows().isPresent() ? Double.toString(flows[i]) : "");
            }
        } catch (IOException | UncheckedIOException e) {
            throw RunTable.unwritable(file, e);
        }
    }

    static EquityCurve read(Path file) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            List<NamedCsvRecord> rows = reader.stream().toList();
            EquityCurve curve = EquityCurve.of(
                    rows.stream()
                            .mapToLong(row -> Long.parseLong(row.getField(TIME)))
                            .toArray(),
                    rows.stream()
                            .mapToDouble(row -> Double.parseDouble(row.getField(VALUE)))
                            .toArray());
            boolean flows = rows.stream().noneMatch(row -> row.getField(FLOW).isEmpty());
            return flows
                    ? curve.withFlows(rows.stream()
                            .mapToDouble(row -> Double.parseDouble(row.getField(FLOW)))
                            .toArray())
                    : curve;
        } catch (IOException | UncheckedIOException e) {
            throw new SweepException.Io(file + " cannot be read: " + e + ".", e);
        }
    }
}
