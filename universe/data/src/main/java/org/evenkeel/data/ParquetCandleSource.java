package org.evenkeel.data;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.evenkeel.data.columns.Assembler;
import org.evenkeel.data.columns.RawCandles;
import org.evenkeel.data.columns.RawChunk;
import org.evenkeel.data.columns.TimeWindow;
import org.evenkeel.data.parquet.CandleFile;
import org.evenkeel.data.parquet.Selection;
import org.evenkeel.data.store.DataFile;
import org.evenkeel.market.CandleSource;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Interval;
import org.evenkeel.market.TradingPair;

/** Candles from the Parquet files of a data set; loaded columns are kept, as far as their bytes fit the bound. */
final class ParquetCandleSource implements CandleSource {
    private static final int BYTES_A_VALUE = 8;
    private static final int BYTES_OF_AN_ENTRY = 256;

    private final DataSetFiles files;
    private final TimeWindow window;
    private final Interval interval;
    private final Cache<Key, Candles> cache;

    /** Columns are good for as long as the files they came from are the same. */
    private record Key(long pair, List<DataFile.Identity> files) {}

    ParquetCandleSource(DataSetFiles files, Interval interval, OpenOptions options) {
        this.files = files;
        this.window = TimeWindow.between(options.from(), options.to());
        this.interval = interval;
        this.cache = Caffeine.newBuilder()
                .maximumWeight(options.cacheBytes())
                .weigher((Key key, Candles candles) -> bytes(candles))
                .executor(Runnable::run)
                .build();
    }

    private static int bytes(Candles candles) {
        long columns = candles.depth().usd().length > 0 ? 7 : 6;
        return Math.clamp(BYTES_OF_AN_ENTRY + columns * BYTES_A_VALUE * candles.size(), 0, Integer.MAX_VALUE);
    }

    @Override
    public List<Candles> load(List<TradingPair> pairs) {
        List<CandleFile> current = files.current();
        List<DataFile.Identity> identities =
                current.stream().map(CandleFile::identity).toList();
        Map<TradingPair, Candles> known = new HashMap<>();
        List<TradingPair> missing = new ArrayList<>();
        for (TradingPair pair : pairs) {
            Candles cached = cache.getIfPresent(new Key(pair.id(), identities));
            if (cached == null) {
                missing.add(pair);
            } else {
                known.put(pair, cached);
            }
        }
        if (!missing.isEmpty()) {
            List<Candles> read = read(current, missing);
            for (int i = 0; i < missing.size(); i++) {
                cache.put(new Key(missing.get(i).id(), identities), read.get(i));
                known.put(missing.get(i), read.get(i));
            }
        }
        return pairs.stream()
                .map(pair -> Objects.requireNonNull(known.get(pair)))
                .toList();
    }

    private List<Candles> read(List<CandleFile> current, List<TradingPair> wanted) {
        Selection selection = new Selection(files.index(), wanted, window);
        List<List<RawChunk>> chunks = new ArrayList<>();
        wanted.forEach(pair -> chunks.add(new ArrayList<>()));
        for (CandleFile file : current) {
            List<RawCandles> part = file.read(selection);
            for (int i = 0; i < chunks.size(); i++) {
                chunks.get(i).addAll(part.get(i).chunks());
            }
        }
        List<Candles> candles = new ArrayList<>(wanted.size());
        for (int i = 0; i < chunks.size(); i++) {
            candles.add(Assembler.assemble(new RawCandles(wanted.get(i), chunks.get(i)), interval));
        }
        return candles;
    }
}
