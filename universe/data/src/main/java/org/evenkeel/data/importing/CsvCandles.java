package org.evenkeel.data.importing;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.evenkeel.data.columns.CandleColumn;
import org.evenkeel.data.columns.RawChunk;
import org.evenkeel.data.columns.TimeTexts;

/** Reads the rows of a CSV whose layout is known. */
final class CsvCandles {
    private final CsvInput input;
    private final CsvLayout layout;
    private final Map<String, RowBuffer> buffers = new LinkedHashMap<>();
    private final CandleColumn[] columns;
    private int records;

    private CsvCandles(CsvInput input, CsvLayout layout) {
        this.input = input;
        this.layout = layout;
        this.columns = layout.isWide()
                ? new CandleColumn[] {CandleColumn.CLOSE}
                : layout.columns().keySet().toArray(CandleColumn[]::new);
        // Pairs come in the order of their columns, not in that of their listing.
        layout.instruments().values().forEach(this::buffer);
    }

    /**
     * The rows of each pair in a CSV.
     *
     * @param fileName the name that a lone pair is told by, where no column tells it
     */
    static List<RawPair> read(CsvInput input, String fileName) {
        CsvLayout layout = CsvSniffer.sniff(input);
        CsvCandles reader = new CsvCandles(input, layout);
        input.read(layout.delimiter(), reader::take);
        List<RawPair> pairs = new ArrayList<>();
        reader.buffers.forEach((name, buffer) -> {
            RawChunk rows = buffer.toChunk();
            if (rows.size() > 0) {
                pairs.add(new RawPair(reader.text(name, fileName), List.of(rows), Optional.empty()));
            }
        });
        return pairs;
    }

    private boolean take(CsvRecord line) {
        if (records++ < layout.skip()) {
            return true;
        }
        List<String> fields = line.getFields();
        long time = TimeTexts.findMillis(field(fields, layout.time())).orElse(RowBuffer.NO_TIME);
        if (layout.isWide()) {
            takeCloses(line.getStartingLineNumber(), time, fields);
        } else {
            String name = layout.symbol().isPresent()
                    ? field(fields, layout.symbol().getAsInt()).strip()
                    : "";
            double[] numbers = new double[columns.length];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] =
                        number(fields, Objects.requireNonNull(layout.columns().get(columns[i])));
            }
            buffer(name).add(line.getStartingLineNumber(), time, numbers);
        }
        return true;
    }

    /** A blank cell is a day on which the instrument was not listed or not traded: a gap, and no row. */
    private void takeCloses(long line, long time, List<String> fields) {
        layout.instruments().forEach((index, name) -> {
            if (!CsvNumbers.isBlank(field(fields, index))) {
                buffer(name).add(line, time, new double[] {number(fields, index)});
            }
        });
    }

    private RowBuffer buffer(String name) {
        return buffers.computeIfAbsent(name, missing -> new RowBuffer(input.name(), columns));
    }

    private static String field(List<String> fields, int index) {
        return index < fields.size() ? fields.get(index) : "";
    }

    private double number(List<String> fields, int index) {
        return CsvNumbers.parse(field(fields, index), layout.decimalComma());
    }

    private PairText text(String name, String fileName) {
        Optional<PairText> ofFile = FileNames.findPair(fileName);
        if (name.isEmpty()) {
            return ofFile.orElse(new PairText("ASSET", Optional.empty(), Optional.empty()));
        }
        PairText own = FileNames.findSymbol(name).orElse(new PairText(name, Optional.empty(), Optional.empty()));
        Optional<String> venue = layout.isWide() ? Optional.empty() : ofFile.flatMap(PairText::venue);
        return new PairText(own.base(), own.quote(), venue);
    }
}
