package org.evenkeel.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.evenkeel.data.check.CheckReport;
import org.evenkeel.data.check.DataCheck;
import org.evenkeel.data.check.FaultKind;
import org.evenkeel.data.check.PairCheck;
import org.evenkeel.data.columns.PairCandles;
import org.evenkeel.data.importing.ImportOptions;
import org.evenkeel.data.importing.Importer;
import org.evenkeel.data.support.AnyParquet;
import org.evenkeel.data.support.RandomMarket;
import org.evenkeel.market.DataException;
import org.evenkeel.market.MarketDataSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every fault ends in one exception that says what, where and what to do; and the check tells of it without ending. */
class BadInputTest {
    private static final String SCHEMA =
            "optional int64 pair_id; optional int64 timestamp; optional double open; optional double high;"
                    + " optional double low; optional double close; optional double volume;";

    @TempDir
    Path temporary;

    private Path folder;
    private final AnyParquet parquet = new AnyParquet(SCHEMA);
    private final List<Group> rows = new ArrayList<>();

    @BeforeEach
    void makeSoundRows() throws IOException {
        folder = Files.createDirectories(temporary.resolve("set"));
        for (int hour = 0; hour < 100; hour++) {
            rows.add(row(hour, 10, 11, 9, 10, 5));
        }
        RandomMarket.writeList(folder, List.of(RandomMarket.pair(1)));
    }

    private Group row(int hour, double open, double high, double low, double close, double volume) {
        return parquet.row()
                .append("pair_id", 1L)
                .append("timestamp", RandomMarket.START + hour * 3_600_000L)
                .append("open", open)
                .append("high", high)
                .append("low", low)
                .append("close", close)
                .append("volume", volume);
    }

    private void write() {
        parquet.write(folder.resolve("a.parquet"), rows);
    }

    private static void load(Path folder) {
        MarketDataSet data = DataSets.open(folder);
        data.history(data.catalog().selectAll().build());
    }

    private String failure() {
        return assertThrows(DataException.class, () -> load(folder)).getMessage();
    }

    private void assertFails(String... parts) {
        String message = failure();
        for (String part : parts) {
            assertTrue(message.contains(part), message);
        }
    }

    private PairCheck check() {
        return DataCheck.run(folder.toString()).pairs().getFirst();
    }

    @Test
    void sound_rows_load() {
        write();
        load(folder);
        assertTrue(DataCheck.run(folder.toString()).loads());
    }

    @ParameterizedTest(name = "close {0}")
    @ValueSource(doubles = {Double.NaN, 0, -1, Double.POSITIVE_INFINITY})
    void a_price_that_is_none_is_named_with_file_pair_time_and_row(double close) {
        rows.set(41, row(41, 10, 11, 9, close, 5));
        write();
        assertFails("a.parquet, row 42", "T1-USDC", "2021-06-02T17:00:00Z", "close", "data check", "--drop-bad");
        assertEquals(1, check().count(FaultKind.BAD_PRICE));
        assertFalse(check().loads());
    }

    @Test
    void a_price_that_is_null_is_named_with_its_row() {
        rows.set(7, parquet.row().append("pair_id", 1L).append("timestamp", RandomMarket.START + 7 * 3_600_000L));
        write();
        assertFails("a.parquet, row 8", "no open");
    }

    @Test
    void a_row_without_time_or_pair_is_named() {
        rows.set(7, parquet.row().append("pair_id", 1L).append("close", 1.0));
        write();
        assertFails("a.parquet, row 8", "no time");
        rows.set(7, parquet.row().append("timestamp", 1L).append("close", 1.0));
        write();
        assertFails("a.parquet, row 8", "which pair");
        assertEquals(1, DataCheck.run(folder.toString()).problems().size());
    }

    @Test
    void a_negative_volume_is_named() {
        rows.set(3, row(3, 10, 11, 9, 10, -5));
        write();
        assertFails("a.parquet, row 4", "volume -5.0");
        assertEquals(1, check().count(FaultKind.BAD_AMOUNT));
    }

    @Test
    void a_time_that_comes_twice_is_named() {
        rows.set(50, row(49, 10, 11, 9, 10, 5));
        write();
        assertFails("a.parquet, row 51", "is there twice");
        assertEquals(1, check().count(FaultKind.DUPLICATE));
        assertEquals(0, check().count(FaultKind.DISORDER));
        assertEquals(1, check().gaps());
    }

    @Test
    void rows_out_of_order_are_named() {
        Group moved = rows.remove(20);
        rows.add(60, moved);
        write();
        assertFails("a.parquet, row 61", "comes after", "time order");
        assertEquals(1, check().count(FaultKind.DISORDER));
    }

    @Test
    void two_files_with_the_same_time_are_named() {
        write();
        parquet.write(folder.resolve("b.parquet"), List.of(row(99, 10, 11, 9, 10, 5), row(100, 10, 11, 9, 10, 5)));
        assertFails("b.parquet, row 1", "is there twice");
    }

    @Test
    void the_check_counts_gaps_wicks_and_hours_without_volume() {
        rows.subList(30, 35).clear();
        rows.subList(60, 61).clear();
        rows.set(3, row(3, 10, 9, 9, 10, 5));
        rows.set(4, row(4, 10, 50, 9, 10, 0));
        write();
        PairCheck found = check();
        assertEquals(2, found.gaps());
        assertEquals(5, found.longestGap().orElseThrow().candles());
        assertEquals(
                "2021-06-02T05:00:00Z", found.longestGap().orElseThrow().after().toString());
        assertEquals(1, found.count(FaultKind.CONTRADICTION));
        assertEquals(1, found.count(FaultKind.FAR_WICK));
        assertEquals(1, found.count(FaultKind.ZERO_VOLUME));
        assertTrue(found.loads(), "none of this keeps the data from being used");
        assertTrue(found.examples().stream().anyMatch(fault -> fault.place().endsWith("a.parquet, row 5")));
    }

    @Test
    void bad_rows_can_be_left_out_of_a_new_data_set() {
        rows.set(41, row(41, 10, 11, 9, 0, 5));
        rows.add(60, rows.remove(20));
        write();
        failure();
        Path repaired = temporary.resolve("repaired");
        var report = Importer.importFiles(List.of(folder), ImportOptions.DEFAULTS.droppingBadRows(), repaired);
        assertEquals(99, report.pairs().getFirst().rows());
        assertTrue(DataCheck.run(repaired.toString()).loads());
        load(repaired);
    }

    @Test
    void a_pair_that_nobody_listed_is_named() {
        rows.add(parquet.row()
                .append("pair_id", 77L)
                .append("timestamp", RandomMarket.START)
                .append("close", 1.0));
        write();
        assertFails("a.parquet", "'77'", "pairs.json");
        rows.add(row(200, 10, 11, 9, 10, 5));
        RandomMarket.writeList(folder, List.of(RandomMarket.pair(1), RandomMarket.pair(99)));
        write();
        assertFails("a.parquet", "'77'");
        assertEquals(1, DataCheck.run(folder.toString()).problems().size());
    }

    @ParameterizedTest(name = "without {0}")
    @CsvSource({"timestamp, time", "close, close"})
    void a_file_that_lacks_a_column_is_named_with_what_it_has(String left, String missing) {
        AnyParquet other = new AnyParquet(
                SCHEMA.replace("optional int64 " + left + ";", "").replace("optional double " + left + ";", ""));
        other.write(folder.resolve("a.parquet"), List.of(other.row().append("pair_id", 1L)));
        assertFails("a.parquet", "no column for the " + missing, "[pair_id");
    }

    @Test
    void a_file_without_a_pair_column_needs_a_list_of_one() {
        AnyParquet other = new AnyParquet("required int64 timestamp; required double close;");
        other.write(
                folder.resolve("a.parquet"),
                List.of(
                        other.row().append("timestamp", 1_600_000_000L).append("close", 1.0),
                        other.row().append("timestamp", 1_600_003_600L).append("close", 1.0)));
        load(folder);
        RandomMarket.writeList(folder, List.of(RandomMarket.pair(1), RandomMarket.pair(2)));
        assertFails("a.parquet", "of which pair", "2 pairs");
    }

    @Test
    void a_file_that_is_no_parquet_is_named() throws IOException {
        Files.writeString(folder.resolve("a.parquet"), "this is no Parquet file, whatever its name says");
        assertFails("a.parquet", "cannot be read as Parquet: it is not a Parquet file");
        Files.write(folder.resolve("a.parquet"), new byte[0]);
        assertFails("a.parquet", "cannot be read as Parquet");
        assertEquals(1, DataCheck.run(folder.toString()).problems().size());
    }

    @Test
    void a_folder_that_is_none_or_is_empty_is_named() throws IOException {
        assertFails("no *.parquet files");
        Path missing = temporary.resolve("missing");
        assertTrue(assertThrows(DataException.class, () -> load(missing))
                .getMessage()
                .contains("There is no folder"));
        Path empty = Files.createDirectories(temporary.resolve("empty"));
        assertTrue(assertThrows(DataException.class, () -> load(empty))
                .getMessage()
                .contains("no data set"));
        Path file = Files.writeString(temporary.resolve("file"), "x");
        assertTrue(
                assertThrows(DataException.class, () -> load(file)).getMessage().contains("is a file"));
        assertTrue(assertThrows(DataException.class, () -> DataSets.open(" "))
                .getMessage()
                .contains("empty"));
        assertTrue(assertThrows(DataException.class, () -> DataSets.open("nosuch://host/x"))
                .getMessage()
                .contains("nosuch://host/x"));
    }

    @Test
    void a_folder_without_a_list_is_named() throws IOException {
        write();
        Files.delete(folder.resolve("pairs.json"));
        assertFails("no pairs.json", "pair_id");
        CheckReport report = DataCheck.run(folder.toString());
        assertFalse(report.loads());
    }

    @Test
    void candles_whose_length_cannot_be_told_are_refused() throws IOException {
        Files.writeString(folder.resolve("pairs.json"), """
                [{"pair_id": 1, "base": "A", "quote": "USD"}]""");
        rows.clear();
        // Months: a length that fits them all would show some candles days before they closed.
        for (int hour : new int[] {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334}) {
            rows.add(row(hour * 24, 10, 11, 9, 10, 5));
        }
        write();
        assertFails("length of the candles", "\"interval\"");
        Files.writeString(folder.resolve("pairs.json"), """
                {"interval": "31d", "pairs": [{"pair_id": 1, "base": "A", "quote": "USD"}]}""");
        // Nor can months be told to be 31 days long: February would close after March has opened.
        assertFails("candles of 31d", "may not overlap");
    }

    @Test
    void an_empty_time_is_refused() {
        write();
        DataException e = assertThrows(
                DataException.class,
                () -> DataSets.open(
                        folder.toString(),
                        OpenOptions.DEFAULTS.between(
                                Instant.parse("2022-01-02T00:00:00Z"), Instant.parse("2022-01-01T00:00:00Z"))));
        assertTrue(e.getMessage().contains("is empty"), e.getMessage());
    }

    @Test
    void a_pair_twice_is_not_written() {
        PairCandles one = new PairCandles(RandomMarket.pair(1), new RandomMarket(1).candles(10));
        assertThrows(DataException.class, () -> RandomMarket.write(folder, List.of(one, one)));
        assertFalse(Files.exists(folder.resolve("candles.parquet")));
    }
}
