package org.evenkeel.data.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.evenkeel.data.DataSets;
import org.evenkeel.data.check.CheckReport;
import org.evenkeel.data.check.DataCheck;
import org.evenkeel.data.check.FaultKind;
import org.evenkeel.data.columns.PairCandles;
import org.evenkeel.market.Candles;
import org.evenkeel.market.DataException;
import org.evenkeel.market.LiquiditySource;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.market.TradingPair;
import org.evenkeel.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleMarketTest {
    @TempDir
    Path temporary;

    private static String digest(List<PairCandles> candles) throws NoSuchAlgorithmException {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        for (PairCandles one : candles) {
            Candles c = one.candles();
            ByteBuffer row = ByteBuffer.allocate(8 * 8);
            for (int i = 0; i < c.size(); i++) {
                row.clear();
                row.putLong(one.pair().id())
                        .putLong(c.time(i))
                        .putDouble(c.open(i))
                        .putDouble(c.high(i));
                row.putDouble(c.low(i))
                        .putDouble(c.close(i))
                        .putDouble(c.volume(i))
                        .putDouble(c.depthUsd(i));
                sha.update(row.array());
            }
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    @Test
    void the_candles_of_the_seed_are_the_same_to_the_last_bit_everywhere() throws NoSuchAlgorithmException {
        assertEquals(
                "0dba0d6a6d29d57a681b5a371de89b53dbfd9669f7fd91903df6d7e9c8ba7746",
                digest(SampleMarket.generate(SampleMarket.SEED)));
    }

    @Test
    void another_seed_gives_another_market() throws NoSuchAlgorithmException {
        assertEquals(digest(SampleMarket.generate(3)), digest(SampleMarket.generate(3)));
        assertNotEquals(digest(SampleMarket.generate(3)), digest(SampleMarket.generate(4)));
    }

    @Test
    void the_market_opens_as_synthetic_with_ten_pairs_on_four_chains() {
        Path folder = temporary.resolve("sample");
        assertTrue(SampleMarket.createIfMissing(folder));
        MarketDataSet data = DataSets.open(folder);
        assertTrue(data.catalog().synthetic());
        assertEquals("sample market (synthetic)", data.catalog().name());
        assertEquals(10, data.catalog().pairs().size());
        assertEquals(
                4,
                data.catalog().pairs().stream()
                        .map(TradingPair::chain)
                        .distinct()
                        .count());
        var history = data.history(data.catalog().selectAll().build());
        assertEquals(Instant.parse("2020-11-01T00:00:00Z"), history.firstOpen().orElseThrow());
        assertEquals(Instant.parse("2023-02-01T00:00:00Z"), history.lastClose().orElseThrow());
        for (TradingPair pair : history.universe().pairs()) {
            assertEquals(LiquiditySource.RESERVES, history.of(pair).candles().liquiditySource());
        }
        TradingPair joe = history.universe().pair("JOE-WAVAX");
        assertEquals(
                Instant.parse("2021-08-10T00:00:00Z"),
                history.of(joe).candles().candle(0).openTime());
    }

    @Test
    void the_pairs_are_those_of_the_real_data_set() {
        MarketDataSet real = DataSets.open(SharedData.path("defi-hourly"));
        List<TradingPair> made = SamplePool.all().stream().map(SamplePool::pair).toList();
        assertEquals(real.catalog().pairs(), made);
    }

    @Test
    void it_has_gaps_and_nothing_worse() {
        SampleMarket.createIfMissing(temporary.resolve("sample"));
        CheckReport report = DataCheck.run(temporary.resolve("sample").toString());
        assertTrue(report.loads());
        assertTrue(report.pairs().stream().anyMatch(pair -> pair.gaps() > 50), "real pools have gaps");
        assertEquals(0, report.pairs().getFirst().gaps(), "the largest pool has none");
        for (FaultKind kind : FaultKind.values()) {
            assertTrue(report.pairs().stream().allMatch(pair -> pair.count(kind) == 0), kind::name);
        }
    }

    @Test
    void the_tokens_move_together_but_not_as_one() {
        List<PairCandles> candles = SampleMarket.generate(SampleMarket.SEED);
        Map<Long, Double> market = dailyReturns(candles.getFirst().candles());
        for (PairCandles one : candles.subList(1, candles.size())) {
            double correlation = correlation(market, dailyReturns(one.candles()));
            assertTrue(correlation > 0.3 && correlation < 0.95, one.pair() + " has " + correlation);
        }
    }

    private static Map<Long, Double> dailyReturns(Candles candles) {
        Map<Long, Double> returns = new HashMap<>();
        for (int i = 24; i < candles.size(); i++) {
            if (candles.time(i) % 86_400_000L == 0 && candles.time(i) - candles.time(i - 24) == 86_400_000L) {
                returns.put(candles.time(i), Math.log(candles.close(i) / candles.close(i - 24)));
            }
        }
        return returns;
    }

    private static double correlation(Map<Long, Double> a, Map<Long, Double> b) {
        List<Long> both = b.keySet().stream().filter(a::containsKey).toList();
        double meanA = both.stream().mapToDouble(a::get).average().orElseThrow();
        double meanB = both.stream().mapToDouble(b::get).average().orElseThrow();
        double ab = both.stream()
                .mapToDouble(t -> (a.get(t) - meanA) * (b.get(t) - meanB))
                .sum();
        double aa =
                both.stream().mapToDouble(t -> Math.pow(a.get(t) - meanA, 2)).sum();
        double bb =
                both.stream().mapToDouble(t -> Math.pow(b.get(t) - meanB, 2)).sum();
        return ab / Math.sqrt(aa * bb);
    }

    @Test
    void it_is_made_once() throws IOException {
        Path folder = temporary.resolve("a/b/sample");
        assertTrue(SampleMarket.createIfMissing(folder));
        assertFalse(SampleMarket.createIfMissing(folder));
        try (var files = Files.list(folder)) {
            assertEquals(3, files.count(), "no leftovers");
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"candles-1h.parquet", "pairs.json", "sample-market.check"})
    void it_is_made_again_where_a_file_is_damaged_cut_or_missing(String name) throws IOException {
        Path folder = temporary.resolve("sample");
        SampleMarket.createIfMissing(folder);
        Path file = folder.resolve(name);
        byte[] sound = Files.readAllBytes(file);
        byte[] damaged = sound.clone();
        damaged[damaged.length / 2] ^= 1;
        Files.write(file, damaged);
        assertTrue(SampleMarket.createIfMissing(folder), "one bit differs");
        Files.write(file, Arrays.copyOf(sound, sound.length / 2));
        assertTrue(SampleMarket.createIfMissing(folder), "cut short");
        if (!name.endsWith(".check")) {
            Files.delete(file);
            assertTrue(SampleMarket.createIfMissing(folder), "missing");
        }
        assertFalse(SampleMarket.createIfMissing(folder));
    }

    @Test
    void a_folder_of_other_files_is_left_alone() throws IOException {
        Path mine = Files.writeString(temporary.resolve("pairs.json"), "mine");
        DataException e = assertThrows(DataException.class, () -> SampleMarket.createIfMissing(temporary));
        assertTrue(e.getMessage().contains("pairs.json"), e.getMessage());
        assertEquals("mine", Files.readString(mine));
    }
}
