package org.evenkeel.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.evenkeel.data.columns.PairCandles;
import org.evenkeel.data.parquet.CandleWriter;
import org.evenkeel.data.store.DataFolder;
import org.evenkeel.data.support.CandleAsserts;
import org.evenkeel.data.support.RandomMarket;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Exchange;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.TradingUniverse;
import org.evenkeel.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataSetsTest {
    @TempDir
    Path folder;

    private static MarketHistory all(MarketDataSet data) {
        return data.history(data.catalog().selectAll().build());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void what_was_written_is_read_back(long seed) {
        List<PairCandles> written = new RandomMarket(seed).pairs(1 + (int) seed * 2, 3000);
        RandomMarket.write(folder, written);
        MarketHistory history = all(DataSets.open(folder));
        for (PairCandles one : written) {
            CandleAsserts.assertSame(one.candles(), history.of(one.pair()).candles());
        }
    }

    @Test
    void a_pair_longer_than_a_row_group_is_read_back() {
        List<PairCandles> written =
                List.of(new PairCandles(RandomMarket.pair(7), new RandomMarket(3).candles(300_000)));
        RandomMarket.write(folder, written);
        CandleAsserts.assertSame(
                written.getFirst().candles(),
                all(DataSets.open(folder)).of(RandomMarket.pair(7)).candles());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void reading_some_pairs_of_some_time_equals_filtering_all(long seed) {
        List<PairCandles> written = new RandomMarket(seed).pairs(30, 9000);
        RandomMarket.write(folder, written);
        SplittableRandom random = new SplittableRandom(seed);
        Instant from = Instant.ofEpochMilli(RandomMarket.START + random.nextLong(200) * 86_400_000L + 12345);
        Instant to = from.plusSeconds(86_400L * (1 + random.nextInt(300)));
        MarketDataSet data = DataSets.open(folder.toString(), OpenOptions.DEFAULTS.between(from, to));
        TradingUniverse some = data.catalog()
                .select(pair -> random.nextInt(3) == 0
                        || pair.id() == written.getFirst().pair().id())
                .build();
        MarketHistory history = data.history(some);
        for (PairCandles one : written) {
            if (some.contains(one.pair())) {
                Candles expected = one.candles()
                        .rows(
                                one.candles().firstAtOrAfter(from.toEpochMilli()),
                                one.candles().firstAtOrAfter(to.toEpochMilli()));
                Candles found = history.of(one.pair()).candles();
                assertEquals(expected.size(), found.size());
                for (int row = 0; row < expected.size(); row++) {
                    assertEquals(expected.candle(row), found.candle(row));
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24})
    void a_pair_spread_over_files_is_merged_in_time_order(long seed) {
        List<PairCandles> written = new RandomMarket(seed).pairs(5, 500);
        RandomMarket.writeList(folder, written.stream().map(PairCandles::pair).toList());
        SplittableRandom random = new SplittableRandom(seed);
        List<List<PairCandles>> files = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (PairCandles one : written) {
            for (int part = 0; part < 3; part++) {
                files.get(part).add(new PairCandles(one.pair(), everyThird(one.candles(), part)));
            }
        }
        for (int part = 0; part < 3; part++) {
            CandleWriter.write(folder.resolve(random.nextInt(1000) + "-" + part + ".parquet"), files.get(part));
        }
        MarketHistory history = all(DataSets.open(folder));
        for (PairCandles one : written) {
            Candles found = history.of(one.pair()).candles();
            assertEquals(one.candles().size(), found.size());
            for (int row = 0; row < found.size(); row++) {
                assertEquals(one.candles().candle(row), found.candle(row));
            }
        }
    }

    private static Candles everyThird(Candles candles, int part) {
        int rows = (candles.size() - part + 2) / 3;
        long[] times = new long[rows];
        double[][] columns = new double[5][rows];
        for (int i = 0; i < rows; i++) {
            int row = 3 * i + part;
            times[i] = candles.time(row);
            columns[0][i] = candles.open(row);
            columns[1][i] = candles.high(row);
            columns[2][i] = candles.low(row);
            columns[3][i] = candles.close(row);
            columns[4][i] = candles.volume(row);
        }
        return new Candles(
                candles.interval(),
                times,
                new Candles.Prices(columns[0], columns[1], columns[2], columns[3], columns[4]));
    }

    @Test
    void columns_read_once_are_kept_and_a_changed_file_is_read_again() {
        RandomMarket.write(folder, List.of(new PairCandles(RandomMarket.pair(1), new RandomMarket(1).candles(50))));
        DataSetFiles files = DataSetFiles.open(DataFolder.at(folder.toString(), Map.of()));
        ParquetCandleSource source = new ParquetCandleSource(files, Interval.HOURLY, OpenOptions.DEFAULTS);
        List<TradingPair> wanted = List.of(RandomMarket.pair(1));
        Candles first = source.load(wanted).getFirst();
        assertTrue(first == source.load(wanted).getFirst(), "the second read comes from the cache");
        RandomMarket.write(folder, List.of(new PairCandles(RandomMarket.pair(1), new RandomMarket(2).candles(60))));
        assertEquals(60, source.load(wanted).getFirst().size());
        ParquetCandleSource uncached =
                new ParquetCandleSource(files, Interval.HOURLY, OpenOptions.DEFAULTS.cacheBytes(0));
        assertFalse(uncached.load(wanted).getFirst() == uncached.load(wanted).getFirst(), "nothing fits into 0 bytes");
    }

    @Test
    void the_real_pools_open_with_what_their_list_says() {
        MarketDataSet data = DataSets.open(SharedData.path("defi-hourly"));
        assertEquals("defi-hourly", data.catalog().name());
        assertFalse(data.catalog().synthetic());
        assertEquals(Interval.HOURLY, data.catalog().interval());
        MarketHistory history = all(data);
        TradingPair weth = history.universe().pair("WETH-USDC");
        assertEquals(new Chain("ethereum", 1), weth.chain());
        assertEquals(30, weth.feeBps());
        assertEquals(6, weth.quote().decimals());
        assertEquals(16001, history.of(weth).candles().size());
        assertEquals(Instant.parse("2021-04-04T20:00:00Z"), history.firstOpen().orElseThrow());
        assertEquals(Instant.parse("2023-02-01T00:00:00Z"), history.lastClose().orElseThrow());
        TradingPair joe = history.universe().pair("JOE-WAVAX");
        assertEquals(9589, history.of(joe).candles().size());
        assertEquals(
                Instant.parse("2021-12-28T11:00:00Z"),
                history.of(joe).candles().candle(0).openTime());
    }

    @Test
    void pairs_without_a_chain_are_listed_on_the_simulated_venue() {
        MarketDataSet data = DataSets.open(SharedData.path("crypto-hourly"));
        TradingUniverse universe = data.catalog().selectAll().build();
        TradingPair btc = universe.pair("BTC-USDT");
        assertEquals(22, universe.pairs().size());
        assertEquals(Chain.OFF_CHAIN, btc.chain());
        assertEquals(Exchange.SIMULATED, btc.exchange());
        assertEquals(0, btc.feeBps());
        assertEquals("USDT", universe.reserve(Chain.OFF_CHAIN).symbol());
        assertTrue(data.history(universe).of(btc).candles().size() > 20_000);
    }
}
