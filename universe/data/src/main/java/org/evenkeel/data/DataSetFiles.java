package org.evenkeel.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.evenkeel.data.columns.IntervalGuess;
import org.evenkeel.data.pairs.PairIndex;
import org.evenkeel.data.pairs.PairsFile;
import org.evenkeel.data.parquet.CandleFile;
import org.evenkeel.data.store.DataFile;
import org.evenkeel.data.store.DataFolder;
import org.evenkeel.market.DataException;
import org.evenkeel.market.Interval;

/** The files of one data set: what its list says, and the Parquet files with their footers, each read once. */
final class DataSetFiles {
    private final DataFolder folder;
    private final PairsFile pairs;
    private final PairIndex index;
    private final Map<DataFile.Identity, CandleFile> opened = new ConcurrentHashMap<>();

    private DataSetFiles(DataFolder folder, PairsFile pairs) {
        this.folder = folder;
        this.pairs = pairs;
        this.index = new PairIndex(pairs.pairs());
    }

    static DataSetFiles open(DataFolder folder) {
        List<DataFile> found = folder.parquetFiles();
        String list = folder.location() + "/" + PairsFile.NAME;
        byte[] content = folder.findContent(PairsFile.NAME)
                .orElseThrow(
                        () -> found.isEmpty()
                                ? new DataException(
                                        folder.location() + " has neither Parquet files nor a " + PairsFile.NAME
                                                + ": it is no data set. Make one with `data import FILE --out DIR`.")
                                : new DataException(
                                        folder.location() + " has Parquet files but no " + PairsFile.NAME
                                                + ": add one that lists the pairs, as an array of {\"pair_id\", \"base\", \"quote\"}."));
        DataSetFiles files = new DataSetFiles(folder, PairsFile.parse(content, list));
        files.current().forEach(file -> file.checkListed(files.index));
        return files;
    }

    DataFolder folder() {
        return folder;
    }

    PairsFile pairs() {
        return pairs;
    }

    PairIndex index() {
        return index;
    }

    /** The length of the candles: what the list says, else what the files' times tell. */
    Interval interval() {
        return pairs.interval().orElseGet(() -> {
            List<Long> spacings = new ArrayList<>();
            for (CandleFile file : current()) {
                spacings.addAll(file.sampleSpacings());
            }
            return IntervalGuess.of(spacings, folder.location());
        });
    }

    /** The Parquet files as they are now. */
    List<CandleFile> current() {
        List<DataFile> files = folder.parquetFiles();
        if (files.isEmpty()) {
            throw new DataException(folder.location() + " has no *.parquet files: add them, or make a data set with"
                    + " `data import FILE --out DIR`.");
        }
        List<CandleFile> result = new ArrayList<>(files.size());
        for (DataFile file : files) {
            result.add(opened.computeIfAbsent(file.identity(), identity -> CandleFile.open(file)));
        }
        return result;
    }
}
