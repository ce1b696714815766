package org.evenkeel.data;

import java.nio.file.Path;
import org.evenkeel.data.pairs.PairsFile;
import org.evenkeel.data.store.DataFolder;
import org.evenkeel.market.CandleSource;
import org.evenkeel.market.DataException;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.market.MarketDataSet;

/**
 * Opens data sets. A data set is a folder of {@code *.parquet} files with a {@code pairs.json}, on this machine or on
 * any Hadoop file system.
 *
 * <p>The Parquet files have a row a candle, with the columns of {@link org.evenkeel.data.columns.CandleColumn} in any
 * order: a time and a close at least, a pair where there is more than one, and the open, high and low of the candle,
 * without which its close stands for all four. A pair's rows are in time order within each file.
 *
 * <p>Depth: {@code reserve_base × close} is one side of the pool in USD; where there are no reserves, half the TVL is.
 * A pair whose prices are in a quote token that is no dollar has no depth from reserves, as what they are worth is not
 * known where they are read.
 */
public final class DataSets {
    private DataSets() {}

    /**
     * Opens a data set with {@link OpenOptions#DEFAULTS}.
     *
     * @param location a path, or a URI such as {@code s3a://bucket/folder}
     * @throws DataException when there is no data set there, or it cannot be used; columns are read, and their rows
     *     checked, only when they are first asked for
     */
    public static MarketDataSet open(String location) {
        return open(location, OpenOptions.DEFAULTS);
    }

    /** Opens a data set of this machine; see {@link #open(String)}. */
    public static MarketDataSet open(Path folder) {
        return open(folder.toString());
    }

    /** Opens a data set; see {@link #open(String)}. */
    public static MarketDataSet open(String location, OpenOptions options) {
        DataSetFiles files = DataSetFiles.open(DataFolder.at(location, options.hadoopSettings()));
        PairsFile pairs = files.pairs();
        MarketCatalog catalog = new MarketCatalog(
                pairs.name().orElse(files.folder().name()), pairs.synthetic(), files.interval(), pairs.pairs());
        CandleSource source = new ParquetCandleSource(files, catalog.interval(), options);
        return new MarketDataSet(catalog, source);
    }
}
