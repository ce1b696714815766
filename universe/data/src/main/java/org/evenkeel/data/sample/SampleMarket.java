package org.evenkeel.data.sample;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.data.columns.PairCandles;
import org.evenkeel.data.pairs.PairsFile;
import org.evenkeel.data.parquet.CandleWriter;
import org.evenkeel.files.DurableFiles;
import org.evenkeel.market.DataException;
import org.evenkeel.market.Interval;

/**
 * A made-up market of ten pairs on four chains, hourly, from 2020-11-01 to the end of 2023-01-31, with reserves for
 * price impact. One seed gives the same bytes of candles on every machine. It is labelled synthetic, and named so,
 * wherever its results are shown.
 */
public final class SampleMarket {
    /** The seed of the market that {@link #createIfMissing} makes. */
    public static final long SEED = 9;
    /** What it calls itself. */
    public static final String NAME = "sample market (synthetic)";

    private static final Instant START = Instant.parse("2020-11-01T00:00:00Z");
    private static final Instant END = Instant.parse("2023-02-01T00:00:00Z");
    private static final String CANDLES = "candles-1h.parquet";

    private SampleMarket() {}

    /**
     * The candles of a seed, a pair after the other by id.
     *
     * @param seed any number; each gives another market
     */
    public static List<PairCandles> generate(long seed) {
        int hours = Math.toIntExact((END.toEpochMilli() - START.toEpochMilli()) / Interval.HOURLY.millis());
        MarketFactor factor = MarketFactor.make(Noise.stream(seed, 0), hours);
        List<PairCandles> candles = new ArrayList<>();
        for (SamplePool pool : SamplePool.all()) {
            Noise noise = Noise.stream(seed, Math.toIntExact(pool.pair().id()));
            candles.add(PoolHistory.make(pool, factor, noise, START.toEpochMilli()));
        }
        return candles;
    }

    /**
     * Makes the sample market in a folder, unless it is already there and whole. One that is damaged, half-written or
     * of an older version is made again.
     *
     * @param folder where to; made where missing
     * @return whether it was made now
     * @throws DataException when the folder holds something else, which is left alone, or cannot be written
     */
    public static boolean createIfMissing(Path folder) {
        SampleMark mark = new SampleMark(folder, CANDLES);
        if (mark.isWhole()) {
            return false;
        }
        DurableFiles.createFolder(folder);
        mark.begin();
        create(folder, SEED);
        mark.finish();
        return true;
    }

    /**
     * Makes the market of a seed in a folder, over what is there of another.
     *
     * @param folder where to; made where missing
     * @param seed any number; each gives another market
     * @throws DataException when it cannot be written
     */
    public static void create(Path folder, long seed) {
        DurableFiles.createFolder(folder);
        List<PairCandles> candles = generate(seed);
        CandleWriter.write(folder.resolve(CANDLES), candles);
        PairsFile list = new PairsFile(
                Optional.of(NAME),
                true,
                Optional.of(Interval.HOURLY),
                candles.stream().map(PairCandles::pair).toList());
        DurableFiles.replace(folder.resolve(PairsFile.NAME), list.toJson());
    }
}
