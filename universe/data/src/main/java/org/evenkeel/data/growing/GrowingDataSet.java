package org.evenkeel.data.growing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.data.DataSets;
import org.evenkeel.data.columns.PairCandles;
import org.evenkeel.data.columns.RawCandles;
import org.evenkeel.data.columns.TimeWindow;
import org.evenkeel.data.pairs.PairIndex;
import org.evenkeel.data.pairs.PairsFile;
import org.evenkeel.data.parquet.CandleFile;
import org.evenkeel.data.parquet.CandleWriter;
import org.evenkeel.data.parquet.Selection;
import org.evenkeel.data.store.DataFile;
import org.evenkeel.data.store.DataFolder;
import org.evenkeel.files.DurableFiles;
import org.evenkeel.market.CandleSink;
import org.evenkeel.market.CandleTail;
import org.evenkeel.market.DataException;
import org.evenkeel.market.Interval;
import org.evenkeel.market.TradingPair;

/**
 * A data set in a folder of this machine that candles are added to. They go into files of their own, {@code
 * collected-2024-05.parquet} for those that open in that month (UTC): what else is in the data set stays as it is, and what is
 * written again is a month at most. Which files there are, and each of their bytes, follows from the candles alone, not from how
 * many came at once.
 *
 * <p>Not safe for use by several processes at once: who adds to it keeps others away.
 */
public final class GrowingDataSet implements CandleSink {
    private final Path folder;
    private final Interval interval;
    private PairsFile list;

    private GrowingDataSet(Path folder, Interval interval, PairsFile list) {
        this.folder = folder;
        this.interval = interval;
        this.list = list;
    }

    /** Whether there is a data set in a folder. */
    public static boolean exists(Path folder) {
        return Files.exists(folder.resolve(PairsFile.NAME));
    }

    /**
     * The data set of a folder.
     *
     * @throws DataException when there is none, or it cannot be used
     */
    public static GrowingDataSet open(Path folder) {
        PairsFile list = DataFolder.at(folder.toString(), Map.of())
                .findContent(PairsFile.NAME)
                .map(content ->
                        PairsFile.parse(content, folder.resolve(PairsFile.NAME).toString()))
                .orElseThrow(() -> new DataException(folder + " has no " + PairsFile.NAME + ": it is no data set."));
        Interval interval =
                list.interval().orElseGet(() -> DataSets.open(folder).catalog().interval());
        return new GrowingDataSet(folder, interval, list);
    }

    /**
     * A new data set; its folder is made.
     *
     * @param pairs one or more
     * @throws DataException when the folder holds a data set already, or Parquet files that belong to none
     */
    public static GrowingDataSet create(Path folder, String name, Interval interval, List<TradingPair> pairs) {
        DurableFiles.createFolder(folder);
        boolean empty =
                DataFolder.at(folder.toString(), Map.of()).parquetFiles().isEmpty();
        if (exists(folder) || !empty) {
            throw new DataException(folder + " holds data already: a new data set needs a folder of its own.");
        }
        PairsFile list = new PairsFile(Optional.of(name), false, Optional.of(interval), pairs);
        DurableFiles.replace(folder.resolve(PairsFile.NAME), list.toJson());
        return new GrowingDataSet(folder, interval, list);
    }

    /** The length of its candles. */
    public Interval interval() {
        return interval;
    }

    /** Its pairs. */
    public List<TradingPair> pairs() {
        return list.pairs();
    }

    /**
     * Lists more pairs, of which it has no candles yet.
     *
     * @throws DataException when an id is taken
     */
    public void add(List<TradingPair> more) {
        Set<Long> ids = new HashSet<>();
        List<TradingPair> all = new ArrayList<>(list.pairs());
        all.addAll(more);
        for (TradingPair pair : all) {
            if (!ids.add(pair.id())) {
                throw new DataException("Two pairs of " + folder + " are to have the id " + pair.id() + ".");
            }
        }
        PairsFile longer = new PairsFile(list.name(), list.synthetic(), Optional.of(interval), all);
        DurableFiles.replace(folder.resolve(PairsFile.NAME), longer.toJson());
        list = longer;
    }

    /** When the last candle of each pair opens, in epoch milliseconds; pairs without any are left out. */
    public Map<TradingPair, Long> lastOpens() {
        List<CandleFile> files = files().stream().map(CandleFile::open).toList();
        Map<TradingPair, Long> last = new HashMap<>();
        for (TradingPair pair : pairs()) {
            for (CandleFile file : files) {
                for (RawCandles raw : file.read(selection(List.of(pair)))) {
                    raw.chunks().stream()
                            .flatMapToLong(chunk -> Arrays.stream(chunk.times()))
                            .forEach(time -> last.merge(pair, time, Math::max));
                }
            }
        }
        return last;
    }

    private List<DataFile> files() {
        return DataFolder.at(folder.toString(), Map.of()).parquetFiles();
    }

    private Selection selection(List<TradingPair> wanted) {
        return new Selection(new PairIndex(list.pairs()), wanted, TimeWindow.ALL);
    }

    @Override
    public void replace(List<CandleTail> tails) {
        SortedMap<YearMonth, DataFile> known = new TreeMap<>();
        for (DataFile file : files()) {
            MonthFile.findMonth(Path.of(file.path()).getFileName().toString())
                    .ifPresent(month -> known.put(month, file));
        }
        SortedMap<YearMonth, List<Part>> parts = new TreeMap<>();
        for (CandleTail tail : tails) {
            known.tailMap(MonthFile.monthOf(tail.from()))
                    .keySet()
                    .forEach(month -> parts.computeIfAbsent(month, one -> new ArrayList<>())
                            .add(new Part(tail, 0, 0)));
            split(tail, parts);
        }
        parts.forEach((month, some) -> rewrite(month, Optional.ofNullable(known.get(month)), some));
    }

    /** Some candles of a tail, all of one month; the pair loses what it had from the tail's beginning on. */
    private record Part(CandleTail tail, int from, int to) {}

    private static void split(CandleTail tail, SortedMap<YearMonth, List<Part>> parts) {
        int from = 0;
        while (from < tail.candles().size()) {
            YearMonth month = MonthFile.monthOf(tail.candles().time(from));
            int to = from;
            while (to < tail.candles().size()
                    && MonthFile.monthOf(tail.candles().time(to)).equals(month)) {
                to++;
            }
            parts.computeIfAbsent(month, one -> new ArrayList<>()).add(new Part(tail, from, to));
            from = to;
        }
    }

    private void rewrite(YearMonth month, Optional<DataFile> file, List<Part> parts) {
        SortedMap<Long, PairRows> rows = new TreeMap<>();
        file.ifPresent(known -> CandleFile.openWhole(known)
                .read(selection(list.pairs()))
                .forEach(raw -> rows.put(raw.pair().id(), new PairRows(raw))));
        for (Part part : parts) {
            TradingPair pair = part.tail().pair();
            PairRows ofPair = rows.computeIfAbsent(pair.id(), id -> new PairRows(pair));
            ofPair.cut(part.tail().from());
        }
        for (Part part : parts) {
            PairRows ofPair = rows.get(part.tail().pair().id());
            if (ofPair != null) {
                ofPair.add(part.tail(), part.from(), part.to());
            }
        }
        List<PairCandles> written = rows.values().stream()
                .filter(one -> !one.isEmpty())
                .map(one -> one.candles(interval))
                .toList();
        write(MonthFile.of(folder, month), written);
    }

    private static void write(Path file, List<PairCandles> candles) {
        if (!candles.isEmpty()) {
            CandleWriter.write(file, candles);
            return;
        }
        DurableFiles.remove(file);
    }
}
