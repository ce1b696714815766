package org.evenkeel.data.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.market.DataException;

/**
 * A CSV text that can be read more than once: a file, or an entry of a zip.
 *
 * @param name where it is, as a person would write it
 * @param source opens it
 */
record CsvInput(String name, Source source) {
    private static final int MOST_FIELD_CHARS = 64 << 10;

    /** Opens the text. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    /** Takes records one by one. */
    @FunctionalInterface
    interface Sink {
        /** Returns whether the next record is wanted. */
        boolean take(CsvRecord line);
    }

    /**
     * Reads records, a byte order mark and empty lines left out.
     *
     * @throws DataException when the text cannot be read
     */
    void read(char delimiter, Sink sink) {
        try (InputStream stream = source.open();
                CsvReader<CsvRecord> reader = CsvReader.builder()
                        .fieldSeparator(delimiter)
                        .skipEmptyLines(true)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowExtraCharsAfterClosingQuote(true)
                        .detectBomHeader(true)
                        .maxBufferSize(MOST_FIELD_CHARS)
                        .ofCsvRecord(stream)) {
            for (CsvRecord line : reader) {
                if (!sink.take(line)) {
                    return;
                }
            }
        } catch (IOException | UncheckedIOException | CsvParseException | IllegalArgumentException e) {
            Throwable root = e.getCause() == null ? e : e.getCause();
            throw new DataException(
                    name + " cannot be read as CSV: " + root.getMessage()
                            + ". Check that it is a text file of comma-, semicolon- or tab-separated values in UTF-8.",
                    e);
        }
    }

    /** The fields of the first so many records. */
    List<List<String>> head(char delimiter, int records) {
        List<List<String>> head = new ArrayList<>();
        read(delimiter, line -> {
            head.add(List.copyOf(line.getFields()));
            return head.size() < records;
        });
        return head;
    }
}
