package org.evenkeel.data.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.evenkeel.data.columns.IntervalGuess;
import org.evenkeel.data.columns.RawCandles;
import org.evenkeel.data.columns.RawChunk;
import org.evenkeel.data.columns.TimeWindow;
import org.evenkeel.data.pairs.PairIndex;
import org.evenkeel.data.pairs.PairsFile;
import org.evenkeel.data.parquet.CandleFile;
import org.evenkeel.data.parquet.Selection;
import org.evenkeel.data.store.DataFile;
import org.evenkeel.data.store.DataFolder;
import org.evenkeel.market.DataException;
import org.evenkeel.market.Interval;
import org.evenkeel.market.TradingPair;

/** Checks data sets. It reads what loading would refuse, and goes on after a file that cannot be read. */
public final class DataCheck {
    private final DataFolder folder;
    private final List<String> problems = new ArrayList<>();

    private DataCheck(DataFolder folder) {
        this.folder = folder;
    }

    /**
     * Checks every candle of a data set.
     *
     * @param location a path or URI; see {@link org.evenkeel.data.DataSets#open(String)}
     * @throws DataException when there is no such folder
     */
    public static CheckReport run(String location) {
        return run(location, Map.of());
    }

    /** Checks a data set on a file system that needs settings; see {@link #run(String)}. */
    public static CheckReport run(String location, Map<String, String> hadoopSettings) {
        return new DataCheck(DataFolder.at(location, hadoopSettings)).run();
    }

    private CheckReport run() {
        List<DataFile> found = folder.parquetFiles();
        if (found.isEmpty()) {
            problems.add(folder.location() + " has no *.parquet files.");
        }
        Optional<PairsFile> list = attempt(this::list);
        List<CandleFile> files = new ArrayList<>();
        found.forEach(file -> attempt(() -> CandleFile.open(file)).ifPresent(files::add));
        if (list.isEmpty()) {
            return new CheckReport(folder.location(), Optional.empty(), List.of(), problems);
        }
        Optional<Interval> interval = list.get().interval().or(() -> attempt(() -> guess(files)));
        List<PairCheck> pairs = new ArrayList<>();
        read(list.get(), files)
                .forEach((pair, chunks) -> pairs.add(new PairChecker(new RawCandles(pair, chunks), interval).check()));
        return new CheckReport(folder.location(), interval, pairs, problems);
    }

    /** The outcome of work that a damaged file may end; what is wrong then is noted. */
    private <T> Optional<T> attempt(Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (DataException e) {
            problems.add(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private PairsFile list() {
        String where = folder.location() + "/" + PairsFile.NAME;
        byte[] content = folder.findContent(PairsFile.NAME)
                .orElseThrow(() -> new DataException(where + " is missing: add it, with the pairs of the files."));
        return PairsFile.parse(content, where);
    }

    private Interval guess(List<CandleFile> files) {
        List<Long> spacings = new ArrayList<>();
        files.forEach(file -> attempt(file::sampleSpacings).ifPresent(spacings::addAll));
        return IntervalGuess.of(spacings, folder.location());
    }

    private Map<TradingPair, List<RawChunk>> read(PairsFile list, List<CandleFile> files) {
        Map<TradingPair, List<RawChunk>> chunks = new LinkedHashMap<>();
        list.pairs().forEach(pair -> {
            if (chunks.put(pair, new ArrayList<>()) != null) {
                problems.add(PairsFile.NAME + " lists " + pair + " (id " + pair.id() + ") twice.");
            }
        });
        Selection all = new Selection(new PairIndex(list.pairs()), List.copyOf(chunks.keySet()), TimeWindow.ALL);
        for (CandleFile file : files) {
            attempt(() -> file.read(all))
                    .ifPresent(read -> read.forEach(one ->
                            Objects.requireNonNull(chunks.get(one.pair())).addAll(one.chunks())));
        }
        return chunks;
    }
}
