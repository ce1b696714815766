package org.evenkeel.data.growing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.evenkeel.data.DataSets;
import org.evenkeel.data.columns.PairCandles;
import org.evenkeel.data.pairs.KnownTokens;
import org.evenkeel.data.parquet.CandleWriter;
import org.evenkeel.market.CandleTail;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Chain;
import org.evenkeel.market.DataException;
import org.evenkeel.market.Exchange;
import org.evenkeel.market.FeeMode;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.Reserves;
import org.evenkeel.market.TradingPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GrowingDataSetTest {
    private static final Chain ETHEREUM = new Chain("ethereum", 1);
    private static final long BEGIN = Instant.parse("2024-01-31T20:00:00Z").toEpochMilli();
    private static final TradingPair WETH = pair(1, "WETH");
    private static final TradingPair LINK = pair(2, "LINK");

    @TempDir
    private Path folder;

    private static TradingPair pair(long id, String base) {
        return new TradingPair(
                id,
                new Exchange("uniswap-v2", FeeMode.FROM_INPUT),
                KnownTokens.token(ETHEREUM, base),
                KnownTokens.token(ETHEREUM, "USDC"),
                30,
                PriceUnit.USD);
    }

    private static long hour(int hour) {
        return BEGIN + hour * Interval.HOURLY.millis();
    }

    /** Candles of some hours, whose numbers are no round ones; those of an hour are the same in any call. */
    private static CandleTail tail(TradingPair pair, int from, int to) {
        int rows = to - from;
        long[] times = new long[rows];
        double[] prices = new double[rows];
        double[] base = new double[rows];
        for (int row = 0; row < rows; row++) {
            SplittableRandom random = new SplittableRandom(pair.id() * 1_000 + from + row);
            times[row] = hour(from + row);
            prices[row] = random.nextDouble(1, 4_000);
            base[row] = random.nextDouble(1e3, 1e6);
        }
        Candles.Prices same = new Candles.Prices(prices, prices, prices, prices, base);
        return new CandleTail(pair, hour(from), new Candles(Interval.HOURLY, times, same), new Reserves(base, prices));
    }

    private GrowingDataSet created(String name) {
        return GrowingDataSet.create(folder.resolve(name), name, Interval.HOURLY, List.of(WETH, LINK));
    }

    private Candles candles(String name, TradingPair pair) {
        MarketDataSet set = DataSets.open(folder.resolve(name));
        return set.history(set.catalog().selectAll().build()).of(pair).candles();
    }

    @Test
    void candles_come_back_as_they_were_kept() {
        GrowingDataSet data = created("set");
        data.replace(List.of(tail(WETH, 0, 10), tail(LINK, 2, 7)));
        CandleTail expected = tail(WETH, 0, 10);
        Candles found = candles("set", WETH);
        assertArrayEquals(expected.candles().times(), found.times());
        assertArrayEquals(expected.candles().prices().closes(), found.prices().closes());
        for (int row = 0; row < found.size(); row++) {
            assertEquals(expected.reserves().base()[row] * found.close(row), found.depthUsd(row));
        }
        assertEquals(Map.of(WETH, hour(9), LINK, hour(6)), data.lastOpens());
    }

    @Test
    void however_candles_came_the_bytes_are_the_same() throws IOException {
        created("once").replace(List.of(tail(WETH, 0, 30), tail(LINK, 0, 30)));
        for (int hour = 0; hour < 30; hour++) {
            GrowingDataSet step = hour == 0 ? created("step") : GrowingDataSet.open(folder.resolve("step"));
            step.replace(List.of(tail(LINK, hour, hour + 1)));
            step.replace(List.of(tail(WETH, hour, hour + 1)));
        }
        for (String file : List.of("collected-2024-01.parquet", "collected-2024-02.parquet")) {
            assertEquals(
                    -1,
                    Files.mismatch(
                            folder.resolve("once").resolve(file),
                            folder.resolve("step").resolve(file)),
                    file);
        }
    }

    @Test
    void what_is_kept_from_a_time_on_replaces_what_there_was_of_that_pair() {
        GrowingDataSet data = created("set");
        data.replace(List.of(tail(WETH, 0, 10), tail(LINK, 0, 10)));
        data.replace(List.of(tail(WETH, 2, 3)));
        assertEquals(3, candles("set", WETH).size());
        assertEquals(10, candles("set", LINK).size());
        CandleTail none = new CandleTail(
                LINK,
                hour(0),
                new Candles(Interval.HOURLY, new long[0], Candles.Prices.ofCloses(new double[0])),
                Reserves.NONE);
        data.replace(List.of(none));
        assertEquals(0, candles("set", LINK).size());
        assertFalse(Files.exists(folder.resolve("set").resolve("collected-2024-02.parquet")));
    }

    @Test
    void files_of_others_are_left_as_they_are() throws IOException {
        Path set = folder.resolve("set");
        created("set");
        CandleWriter.write(
                set.resolve("candles.parquet"),
                List.of(new PairCandles(WETH, tail(WETH, 0, 5).candles())));
        byte[] before = Files.readAllBytes(set.resolve("candles.parquet"));
        GrowingDataSet data = GrowingDataSet.open(set);
        assertEquals(Map.of(WETH, hour(4)), data.lastOpens());
        data.add(List.of(pair(3, "UNI")));
        data.replace(List.of(tail(WETH, 5, 10), tail(pair(3, "UNI"), 0, 3)));
        assertArrayEquals(before, Files.readAllBytes(set.resolve("candles.parquet")));
        assertEquals(10, candles("set", WETH).size());
        assertEquals(3, candles("set", pair(3, "UNI")).size());
    }

    @Test
    void a_folder_that_holds_data_is_not_made_anew_and_ids_are_given_once() {
        GrowingDataSet data = created("set");
        DataException twice = assertThrows(DataException.class, () -> created("set"));
        assertTrue(twice.getMessage().contains("holds data already"), twice.getMessage());
        assertThrows(DataException.class, () -> data.add(List.of(pair(1, "UNI"))));
        assertThrows(DataException.class, () -> GrowingDataSet.open(folder));
    }
}
