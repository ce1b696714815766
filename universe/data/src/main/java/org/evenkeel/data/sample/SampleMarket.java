package org.evenkeel.data.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.data.DataSets;
import org.evenkeel.data.columns.PairCandles;
import org.evenkeel.data.pairs.PairsFile;
import org.evenkeel.data.parquet.CandleWriter;
import org.evenkeel.data.store.DurableFiles;
import org.evenkeel.market.DataException;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketDataSet;

/**
 * Makes and finds the sample market: ten pairs on four chains, 2020-11-01 to 2023-01-31, hourly, in USD, with reserves.
 * The same seed gives the same candles on any machine.
 */
public final class SampleMarket {
    /** What it is called wherever its results are shown. */
    public static final String NAME = "sample market (synthetic)";

    static final Instant START = Instant.parse("2020-11-01T00:00:00Z");
    static final Instant END = Instant.parse("2023-01-31T00:00:00Z");
    private static final long SEED = 20_201_101;
    private static final String CANDLES = "candles-1h.parquet";

    private SampleMarket() {}

    /**
     * Opens the sample market of a folder, and makes it where it is missing or damaged.
     *
     * @param folder where it is, or is to be
     * @return whether it had to be made
     * @throws DataException when the folder cannot be written, or holds another data set
     */
    public static boolean createIfMissing(Path folder) {
        if (isWhole(folder)) {
            return false;
        }
        create(folder, SEED);
        return true;
    }

    private static boolean isWhole(Path folder) {
        if (!Files.exists(folder.resolve(PairsFile.NAME))) {
            return false;
        }
        MarketDataSet there;
        try {
            there = DataSets.open(folder);
        } catch (DataException damaged) {
            return false;
        }
        if (!there.catalog().name().equals(NAME)) {
            throw new DataException(folder + " holds the data set '"
                    + there.catalog().name() + "', not the sample market: name another folder, or move that one.");
        }
        return true;
    }

    /**
     * Makes a sample market.
     *
     * @param folder where to; what is there of an earlier one is replaced
     * @param seed another seed gives another market
     * @throws DataException when the folder cannot be written
     */
    public static void create(Path folder, long seed) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new DataException(folder + " cannot be made: " + e + ". Check the path and its permissions.", e);
        }
        List<PairCandles> candles = candles(seed);
        PairsFile pairs = new PairsFile(
                Optional.of(NAME),
                true,
                Optional.of(Interval.HOURLY),
                candles.stream().map(PairCandles::pair).toList());
        CandleWriter.write(folder.resolve(CANDLES), candles);
        // The list of pairs comes last: a folder that has one is whole.
        DurableFiles.replace(folder.resolve(PairsFile.NAME), path -> Files.write(path, pairs.toJson()));
    }

    /** The candles of all ten pairs, their depth among them. */
    public static List<PairCandles> candles(long seed) {
        MarketPaths paths = MarketPaths.generate(seed);
        List<PairCandles> result = new ArrayList<>();
        for (SamplePair pair : SamplePair.ALL) {
            result.add(new PairCandles(pair.pair(), paths.candles(pair)));
        }
        return result;
    }
}
