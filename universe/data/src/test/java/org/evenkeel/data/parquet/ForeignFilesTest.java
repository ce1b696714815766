package org.evenkeel.data.parquet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjLongConsumer;
import java.util.stream.Stream;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.Binary;
import org.evenkeel.data.DataSets;
import org.evenkeel.data.support.AnyParquet;
import org.evenkeel.data.support.RandomMarket;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Interval;
import org.evenkeel.market.LiquiditySource;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.market.TradingPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that other programs wrote: other names, orders, types, units, encodings and codecs. */
class ForeignFilesTest {
    private static final int ROWS = 200;

    @TempDir
    Path folder;

    private Candles read(TradingPair pair) {
        MarketDataSet data = DataSets.open(folder);
        return data.history(data.catalog().selectAll().build()).of(pair).candles();
    }

    private static long time(int row) {
        return RandomMarket.START + row * 3_600_000L;
    }

    /** One pair's hourly closes 1, 2, 3 … */
    private Candles closes(AnyParquet parquet, ObjLongConsumer<Group> time, String closeName) {
        List<Group> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            Group group = parquet.row();
            time.accept(group, time(row));
            group.append(closeName, row + 1.0);
            rows.add(group);
        }
        parquet.write(folder.resolve("a.parquet"), rows);
        RandomMarket.writeList(folder, List.of(RandomMarket.pair(1)));
        return read(RandomMarket.pair(1));
    }

    private static void assertCounts(Candles candles) {
        assertEquals(ROWS, candles.size());
        for (int row = 0; row < ROWS; row++) {
            assertEquals(Instant.ofEpochMilli(time(row)), Instant.ofEpochMilli(candles.time(row)));
            assertEquals(row + 1.0, candles.close(row));
        }
    }

    static Stream<Arguments> times() {
        return Stream.of(
                time("seconds", "int64 ts", (row, millis) -> row.append("ts", millis / 1000)),
                time("seconds as int32", "int32 ts", (row, millis) -> row.append("ts", (int) (millis / 1000))),
                time("milliseconds", "int64 ts", (row, millis) -> row.append("ts", millis)),
                time("microseconds", "int64 ts", (row, millis) -> row.append("ts", millis * 1000)),
                time("nanoseconds", "int64 ts", (row, millis) -> row.append("ts", millis * 1_000_000)),
                time(
                        "typed milliseconds",
                        "int64 ts (TIMESTAMP(MILLIS,true))",
                        (row, millis) -> row.append("ts", millis)),
                time(
                        "typed microseconds",
                        "int64 ts (TIMESTAMP(MICROS,true))",
                        (row, millis) -> row.append("ts", millis * 1000)),
                time(
                        "typed nanoseconds",
                        "int64 ts (TIMESTAMP(NANOS,true))",
                        (row, millis) -> row.append("ts", millis * 1_000_000)),
                time("double seconds", "double ts", (row, millis) -> row.append("ts", millis / 1000.0)),
                time(
                        "text",
                        "binary ts (STRING)",
                        (row, millis) ->
                                row.append("ts", Instant.ofEpochMilli(millis).toString())),
                time("int96", "int96 ts", (row, millis) -> row.append("ts", julian(millis))));
    }

    private static Arguments time(String name, String type, ObjLongConsumer<Group> writer) {
        return Arguments.of(name, type, writer);
    }

    private static Binary julian(long millis) {
        ByteBuffer bytes = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(Math.floorMod(millis, 86_400_000L) * 1_000_000);
        bytes.putInt((int) (Math.floorDiv(millis, 86_400_000L) + 2_440_588));
        return Binary.fromConstantByteArray(bytes.array());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("times")
    void times_are_understood_by_type_or_size(String name, String type, ObjLongConsumer<Group> writer) {
        assertCounts(closes(new AnyParquet("required " + type + "; required double close;"), writer, "close"));
        assertCounts(closes(new AnyParquet("optional " + type + "; optional double close;"), writer, "close"));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "timestamp, close",
        "time, c",
        "Date, Close",
        "open_time, last",
        "bucket, price",
        "unix, Adj_Close",
        "datetime, VALUE"
    })
    void columns_go_by_their_usual_names(String timeName, String closeName) {
        AnyParquet parquet = new AnyParquet(
                "required double " + closeName + "; required int64 " + timeName + "; required int32 extra;");
        List<Group> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            rows.add(parquet.row()
                    .append(closeName, row + 1.0)
                    .append(timeName, time(row))
                    .append("extra", row));
        }
        parquet.write(folder.resolve("a.parquet"), rows);
        RandomMarket.writeList(folder, List.of(RandomMarket.pair(1)));
        assertCounts(read(RandomMarket.pair(1)));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD", "LZ4_RAW"})
    void every_usual_codec_is_read(CompressionCodecName codec) {
        AnyParquet parquet = new AnyParquet(
                "required int64 ts; required double close;",
                builder -> builder.withCodecFactory(new org.apache.parquet.hadoop.CodecFactory(
                                new org.apache.hadoop.conf.Configuration(false), 1 << 20))
                        .withCompressionCodec(codec));
        assertCounts(closes(parquet, (row, millis) -> row.append("ts", millis), "close"));
    }

    @ParameterizedTest(name = "version {0}, dictionary {1}, split {2}")
    @CsvSource({
        "PARQUET_1_0, true, false",
        "PARQUET_1_0, false, false",
        "PARQUET_2_0, true, false",
        "PARQUET_2_0, false, false",
        "PARQUET_1_0, false, true",
        "PARQUET_2_0, false, true"
    })
    void every_encoding_is_read_with_and_without_nulls(WriterVersion version, boolean dictionary, boolean split) {
        AnyParquet parquet = new AnyParquet(
                "required int64 ts; required int64 pair_id; required double close; optional double volume;",
                builder -> builder.withWriterVersion(version)
                        .withDictionaryEncoding(dictionary)
                        .withByteStreamSplitEncoding(split)
                        .withPageRowCountLimit(37));
        List<Group> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            Group group =
                    parquet.row().append("ts", time(row)).append("pair_id", 1L).append("close", row % 7 + 1.0);
            rows.add(row % 3 == 0 || row > 150 ? group : group.append("volume", (double) (row % 5)));
        }
        parquet.write(folder.resolve("a.parquet"), rows);
        RandomMarket.writeList(folder, List.of(RandomMarket.pair(1)));
        Candles candles = read(RandomMarket.pair(1));
        for (int row = 0; row < ROWS; row++) {
            assertEquals(time(row), candles.time(row));
            assertEquals(row % 7 + 1.0, candles.close(row));
            assertEquals(row % 3 == 0 || row > 150 ? Double.NaN : row % 5, candles.volume(row));
        }
    }

    @Test
    void numbers_of_every_type_are_read() {
        AnyParquet parquet = new AnyParquet("required int64 ts; required float open; required int32 high;"
                + " required int64 low (DECIMAL(12,2)); required fixed_len_byte_array(8) close (DECIMAL(16,4));");
        List<Group> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            byte[] close = ByteBuffer.allocate(8)
                    .putLong(new BigDecimal("3.1416").unscaledValue().longValue())
                    .array();
            rows.add(parquet.row()
                    .append("ts", time(row))
                    .append("open", 3.5f)
                    .append("high", 4)
                    .append("low", 275L)
                    .append("close", Binary.fromConstantByteArray(close)));
        }
        parquet.write(folder.resolve("a.parquet"), rows);
        RandomMarket.writeList(folder, List.of(RandomMarket.pair(1)));
        Candles candles = read(RandomMarket.pair(1));
        assertEquals(3.5, candles.open(7));
        assertEquals(4, candles.high(7));
        assertEquals(2.75, candles.low(7));
        assertEquals(3.1416, candles.close(7));
    }

    @Test
    void pairs_named_by_symbol_and_mixed_row_by_row_are_told_apart() {
        List<TradingPair> pairs = List.of(RandomMarket.pair(1), RandomMarket.pair(2), RandomMarket.pair(3));
        String[] names = {"T1-USDC", "t2/usdc", "T3USDC"};
        AnyParquet parquet =
                new AnyParquet("required binary symbol (STRING); required int64 ts; required double close;");
        List<Group> rows = new ArrayList<>();
        for (int row = 0; row < 3 * ROWS; row++) {
            rows.add(parquet.row()
                    .append("symbol", names[row % 3])
                    .append("ts", time(row / 3))
                    .append("close", row % 3 + 1.0));
        }
        parquet.write(folder.resolve("a.parquet"), rows);
        RandomMarket.writeList(folder, pairs);
        for (int i = 0; i < 3; i++) {
            Candles candles = read(pairs.get(i));
            assertEquals(ROWS, candles.size());
            assertEquals(i + 1.0, candles.close(ROWS - 1));
            assertEquals(Interval.HOURLY, candles.interval());
        }
    }

    @Test
    void half_the_tvl_is_the_depth_where_there_are_no_reserves() {
        AnyParquet parquet = new AnyParquet(
                "required int64 ts; required double close; required int64 pair_id; optional double reserve0;"
                        + " required double liquidity;");
        List<Group> rows = new ArrayList<>();
        for (int row = 0; row < 2 * ROWS; row++) {
            long id = row < ROWS ? 1 : 2;
            Group group = parquet.row()
                    .append("ts", time(row % ROWS))
                    .append("close", 5.0)
                    .append("pair_id", id);
            rows.add((id == 1 ? group.append("reserve0", 100.0) : group).append("liquidity", 800.0));
        }
        parquet.write(folder.resolve("a.parquet"), rows);
        RandomMarket.writeList(folder, List.of(RandomMarket.pair(1), RandomMarket.pair(2)));
        assertEquals(LiquiditySource.RESERVES, read(RandomMarket.pair(1)).liquiditySource());
        assertEquals(500, read(RandomMarket.pair(1)).depthUsd(3));
        assertEquals(LiquiditySource.TVL, read(RandomMarket.pair(2)).liquiditySource());
        assertEquals(400, read(RandomMarket.pair(2)).depthUsd(3));
    }

    @Test
    void closes_alone_stand_for_all_four_prices() {
        Candles candles = closes(
                new AnyParquet("required int64 ts; required double close;"),
                (row, millis) -> row.append("ts", millis),
                "close");
        assertEquals(candles.close(5), candles.low(5));
        assertEquals(candles.close(5), candles.open(5));
        assertTrue(Double.isNaN(candles.volume(5)));
        assertEquals(LiquiditySource.NONE, candles.liquiditySource());
    }
}
