package org.evenkeel.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.evenkeel.data.DataSets;
import org.evenkeel.data.OpenOptions;
import org.evenkeel.data.columns.PairCandles;
import org.evenkeel.data.pairs.PairsFile;
import org.evenkeel.data.parquet.CandleWriter;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.TradingUniverse;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Ten pairs, 197,000 candles, from a Parquet file to checked columns; the file opened anew each time, nothing cached.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 10, time = 1)
@Fork(3)
public class ParquetReading {
    private static final int WANTED = 10;
    private static final OpenOptions NO_CACHE = OpenOptions.DEFAULTS.cacheBytes(0);

    /** A data set on disk. */
    public abstract static class Saved {
        private final Path folder = Scratch.folder();

        Saved(int pairs) {
            List<TradingPair> listed = MadeUpPairs.of(pairs);
            List<Candles> candles = MadeUpMarket.candles(listed);
            List<PairCandles> rows = IntStream.range(0, pairs)
                    .mapToObj(pair -> new PairCandles(listed.get(pair), candles.get(pair)))
                    .toList();
            CandleWriter.write(folder.resolve("candles.parquet"), rows);
            PairsFile list = new PairsFile(Optional.of("made up"), true, Optional.of(Interval.HOURLY), listed);
            Scratch.write(folder.resolve(PairsFile.NAME), list.toJson());
            MarketHistory read = read();
            long found = read.universe().pairs().stream()
                    .mapToLong(pair -> read.of(pair).candles().size())
                    .sum();
            Trial.require(found == WANTED * (long) MadeUpMarket.HOURS, found + " rows");
        }

        /** Reads the first ten pairs. */
        final MarketHistory read() {
            MarketDataSet data = DataSets.open(folder.toString(), NO_CACHE);
            TradingUniverse universe =
                    data.catalog().select(pair -> pair.id() <= WANTED).build();
            return data.history(universe);
        }

        /** Removes it. */
        @TearDown
        public void end() {
            Scratch.delete(folder);
        }
    }

    /** 197,000 rows. */
    @State(Scope.Benchmark)
    public static class TenPairs extends Saved {
        /** Writes them. */
        public TenPairs() {
            super(WANTED);
        }
    }

    /** Ten million rows, of which the same 197,000 are read. */
    @State(Scope.Benchmark)
    public static class FiveHundredPairs extends Saved {
        /** Writes them. */
        public FiveHundredPairs() {
            super(500);
        }
    }

    /** All of a small file. */
    @Benchmark
    public MarketHistory tenPairs(TenPairs saved) {
        return saved.read();
    }

    /** A fiftieth of a large file. */
    @Benchmark
    public MarketHistory tenPairsOfFiveHundred(FiveHundredPairs saved) {
        return saved.read();
    }
}
