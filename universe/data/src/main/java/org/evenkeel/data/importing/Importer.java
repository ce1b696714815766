package org.evenkeel.data.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.data.columns.PairCandles;
import org.evenkeel.data.importing.ImportReport.BadRow;
import org.evenkeel.data.importing.ImportReport.ImportedPair;
import org.evenkeel.data.pairs.PairsFile;
import org.evenkeel.data.parquet.CandleWriter;
import org.evenkeel.files.DurableFiles;
import org.evenkeel.market.DataException;
import org.evenkeel.market.Interval;

/**
 * Makes a data set of files in other formats.
 *
 * <ul>
 *   <li>CSV of candles: with a header or without (open, high, low, close in this order or that of low, high, open,
 *   close),
 *       oldest or newest first, separated by comma, semicolon or tab, quoted or not, with a byte order mark, lines of
 *       text before the header, a nameless index column; times as dates or numbers; several pairs where a column names
 *       them.
 *   <li>CSV of closes: a column an instrument; a blank cell is a gap.
 *   <li>Zip of either.
 *   <li>A folder that is a data set already, to make one anew without the rows that cannot be used.
 * </ul>
 *
 * Files of one pair, such as its months, are joined. All files must have candles of one length.
 */
public final class Importer {
    private static final String CANDLES = "candles.parquet";

    private Importer() {}

    /**
     * Imports files into a new data set.
     *
     * @param files what to import
     * @param options what the user says of it
     * @param out the folder to make, which must be new or empty
     * @return what was imported, left out and assumed
     * @throws DataException when a file cannot be read, its columns cannot be told, or rows cannot be used and are not
     *     to be left out; nothing is written then
     */
    public static ImportReport importFiles(List<Path> files, ImportOptions options, Path out) {
        checkNew(out);
        List<String> notes = new ArrayList<>();
        List<PairRows> pairs = PairRows.group(ImportFiles.read(files), options, notes);
        pairs.forEach(PairRows::sift);
        List<BadRow> bad = pairs.stream().flatMap(pair -> pair.bad().stream()).toList();
        if (!bad.isEmpty() && !options.dropBadRows()) {
            throw BadRows.refuse(bad);
        }
        List<PairRows> usable = pairs.stream().filter(pair -> pair.rows() > 0).toList();
        if (usable.isEmpty()) {
            throw new DataException("None of the files " + files + " has a row that can be used.");
        }
        Interval interval = PairRows.interval(usable, options);
        List<PairCandles> candles =
                usable.stream().map(pair -> pair.candles(interval)).toList();
        write(out, candles, interval, options.name());
        return new ImportReport(
                out, interval, usable.stream().map(Importer::report).toList(), bad, notes);
    }

    private static void checkNew(Path out) {
        if (!Files.isDirectory(out)) {
            return;
        }
        try (Stream<Path> entries = Files.list(out)) {
            if (entries.findAny().isPresent()) {
                throw new DataException(
                        out + " is not empty: an import makes a new data set, so choose another folder.");
            }
        } catch (IOException e) {
            throw new DataException("The folder " + out + " cannot be listed: " + e + ".", e);
        }
    }

    private static void write(Path out, List<PairCandles> candles, Interval interval, Optional<String> name) {
        DurableFiles.createFolder(out);
        CandleWriter.write(out.resolve(CANDLES), candles);
        PairsFile list = new PairsFile(
                name,
                false,
                Optional.of(interval),
                candles.stream().map(PairCandles::pair).toList());
        DurableFiles.replace(out.resolve(PairsFile.NAME), list.toJson());
    }

    private static ImportedPair report(PairRows pair) {
        return new ImportedPair(pair.pair(), pair.rows(), pair.lost(), pair.first(), pair.last());
    }
}
