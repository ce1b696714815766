package org.evenkeel.data.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.evenkeel.data.DataSets;
import org.evenkeel.data.support.CandleAsserts;
import org.evenkeel.data.support.RandomMarket;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Chain;
import org.evenkeel.market.DataException;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.market.TradingPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImporterTest {
    private static final DateTimeFormatter SPACED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Path out() {
        return folder.resolve("out");
    }

    private ImportReport importText(String fileName, String text) throws IOException {
        return importText(fileName, text, ImportOptions.DEFAULTS);
    }

    private ImportReport importText(String fileName, String text, ImportOptions options) throws IOException {
        Path file = Files.writeString(folder.resolve(fileName), text);
        return Importer.importFiles(List.of(file), options, out());
    }

    private Candles only() {
        MarketHistory history = all();
        return history.of(history.universe().pairs().getFirst()).candles();
    }

    private MarketHistory all() {
        MarketDataSet data = DataSets.open(out());
        return data.history(data.catalog().selectAll().build());
    }

    /** Ways to write the same candles. */
    enum Style {
        PLAIN("timestamp,open,high,low,close,volume", ",", false, Long::toString),
        SECONDS("unix,open,high,low,close,volume", ",", false, time -> Long.toString(time / 1000)),
        MICROS("ts,o,h,l,c,v", "\t", false, time -> time + "000"),
        NANOS("time;open;high;low;close;volume", ";", false, time -> time + "000000"),
        ISO_NEWEST_FIRST(
                "Date,Open,High,Low,Close,Volume",
                ",",
                true,
                time -> Instant.ofEpochMilli(time).toString()),
        SPACED_WITH_ZONE(
                "date,open,high,low,close,volume",
                ",",
                false,
                time -> SPACED.format(Instant.ofEpochMilli(time)) + "+00:00"),
        QUOTED(
                "\"Open time\",\"Open\",\"High\",\"Low\",\"Close\",\"Volume\"",
                ",",
                true,
                time -> "\"" + SPACED.format(Instant.ofEpochMilli(time)) + "\""),
        NO_HEADER("", ",", false, Long::toString),
        NO_HEADER_NEWEST_FIRST("", ";", true, time -> Long.toString(time / 1000)),
        NAMELESS_TIME(",Open,High,Low,Close,Volume", ",", false, time -> SPACED.format(Instant.ofEpochMilli(time))),
        BYTE_ORDER_MARK("\ufefftime,open,high,low,close,volume", ",", false, Long::toString),
        TEXT_BEFORE("https://www.example.org\nUnix,Open,High,Low,Close,Volume", ",", true, Long::toString);

        private final String header;
        private final String delimiter;
        private final boolean newestFirst;
        private final LongFunction<String> time;

        Style(String header, String delimiter, boolean newestFirst, LongFunction<String> time) {
            this.header = header;
            this.delimiter = delimiter;
            this.newestFirst = newestFirst;
            this.time = time;
        }

        String write(Candles candles) {
            List<String> lines = new ArrayList<>();
            for (int row = 0; row < candles.size(); row++) {
                String volume = Double.isNaN(candles.volume(row)) ? "" : Double.toString(candles.volume(row));
                lines.add(String.join(
                        delimiter,
                        time.apply(candles.time(row)),
                        Double.toString(candles.open(row)),
                        Double.toString(candles.high(row)),
                        Double.toString(candles.low(row)),
                        Double.toString(candles.close(row)),
                        volume));
            }
            if (newestFirst) {
                Collections.reverse(lines);
            }
            String head = header.isEmpty() ? "" : header.replace(",", delimiter) + "\n";
            return head + String.join("\n", lines) + "\n";
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Style.class)
    void the_same_candles_come_out_of_every_way_to_write_them(Style style) throws IOException {
        Candles candles = new RandomMarket(5).candles(400);
        ImportReport report = importText("quickswap_WMATIC-USDC_1h.csv", style.write(candles));
        assertEquals(400, report.pairs().getFirst().rows());
        assertEquals(Interval.HOURLY, report.interval());
        Candles noDepth = new Candles(Interval.HOURLY, candles.times(), candles.prices());
        CandleAsserts.assertSame(noDepth, only());
    }

    @Test
    void the_file_name_tells_pair_venue_chain_and_fee() throws IOException {
        ImportReport report =
                importText("quickswap_WMATIC-USDC_1h.csv", Style.PLAIN.write(new RandomMarket(1).candles(30)));
        TradingPair pair = report.pairs().getFirst().pair();
        assertEquals("WMATIC-USDC", pair.symbol());
        assertEquals("quickswap", pair.exchange().name());
        assertEquals(new Chain("polygon", 137), pair.chain());
        assertEquals(30, pair.feeBps());
        assertTrue(report.notes().getFirst().contains("30.0 basis points"), report.notes()::toString);
    }

    @Test
    void what_the_user_says_comes_first() throws IOException {
        PairHints hints = PairHints.NONE
                .symbol("CRV/WETH")
                .exchange("my-dex")
                .chain("arbitrum")
                .feeBps(5);
        TradingPair pair = importText(
                        "quickswap_WMATIC-USDC_1h.csv",
                        Style.PLAIN.write(new RandomMarket(1).candles(30)),
                        ImportOptions.DEFAULTS.hints(hints))
                .pairs()
                .getFirst()
                .pair();
        assertEquals("CRV-WETH", pair.symbol());
        assertEquals("my-dex", pair.exchange().name());
        assertEquals(42161, pair.chain().id());
        assertEquals(5, pair.feeBps());
    }

    @Test
    void a_kline_file_without_a_header_takes_the_volume_in_the_quote() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            long open = 1_622_505_600_000L + i * 3_600_000L;
            text.append(open)
                    .append(",100,110,90,105,2,")
                    .append(open + 3_599_999)
                    .append(",205,7,1,100,0\n");
        }
        ImportReport report = importText("BTCUSDT-1h-2021-06.csv", text.toString());
        assertEquals("BTC-USDT", report.pairs().getFirst().pair().symbol());
        assertEquals(205, only().volume(0));
    }

    @Test
    void an_export_with_a_line_of_text_and_a_symbol_column_is_read() throws IOException {
        importText("Binance_ETHUSDT_d.csv", """
                https://www.example.org
                Unix,Date,Symbol,Open,High,Low,Close,Volume ETH,Volume USDT,tradecount
                1625097600000,2021-07-01,ETH/USDT,10,12,9,11,5,55,100
                1625011200000,2021-06-30,ETH/USDT,9,11,8,10,4,40,90
                1624924800000,2021-06-29,ETH/USDT,8,10,7,9,3,27,80
                """);
        TradingPair pair = all().universe().pairs().getFirst();
        assertEquals("ETH-USDT", pair.symbol());
        assertEquals("binance", pair.exchange().name());
        assertEquals(Interval.DAILY, only().interval());
        assertEquals(27, only().volume(0));
        assertEquals(11, only().close(2));
    }

    @Test
    void closes_with_a_column_an_instrument_leave_blanks_as_gaps() throws IOException {
        importText("stocks.csv", "date,AAPL,C,T\n2021-01-04,1,,7\n2021-01-05,2,5,\n2021-01-06,3,6,9\n");
        MarketHistory history = all();
        assertEquals(
                List.of("AAPL-USD", "C-USD", "T-USD"),
                history.universe().pairs().stream().map(TradingPair::symbol).toList());
        assertEquals(
                3, history.of(history.universe().pair("AAPL-USD")).candles().size());
        assertEquals(2, history.of(history.universe().pair("C-USD")).candles().size());
        Candles t = history.of(history.universe().pair("T-USD")).candles();
        assertEquals(9, t.open(1));
        assertTrue(Double.isNaN(t.volume(1)), "a volume that is not there is unknown, not 0");
    }

    @Test
    void numbers_with_decimal_commas_are_read_between_semicolons() throws IOException {
        importText("x.csv", "date;close\n2021-01-04;1,25\n2021-01-05;2,5\n2021-01-06;3,75\n");
        assertEquals(2.5, only().close(1));
    }

    @Test
    void months_of_a_pair_in_zips_are_joined() throws IOException {
        Candles candles = new RandomMarket(9).candles(100);
        Path first =
                zip("BTCUSDT-1h-2021-06.zip", "BTCUSDT-1h-2021-06.csv", Style.NO_HEADER.write(candles.rows(0, 60)));
        Path second = zip("BTCUSDT-1h-2021-07.zip", "BTCUSDT-1h-2021-07.csv", Style.PLAIN.write(candles.rows(60, 100)));
        ImportReport report = Importer.importFiles(List.of(second, first), ImportOptions.DEFAULTS, out());
        assertEquals(1, report.pairs().size());
        CandleAsserts.assertSame(new Candles(Interval.HOURLY, candles.times(), candles.prices()), only());
    }

    private Path zip(String name, String entry, String text) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream stream = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(stream)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return file;
    }

    @Test
    void a_zip_that_points_outside_of_itself_is_refused() throws IOException {
        Path file = zip("x.zip", "../../evil.csv", "date,close\n2021-01-04,1\n");
        assertFails("points outside", file);
    }

    @Test
    void a_zip_that_grows_without_end_is_refused() throws IOException {
        Path file = zip("BTCUSDT-1h.zip", "BTCUSDT-1h.csv", "date,close\n" + "2021-01-04,1\n".repeat(400_000));
        assertFails("unpacks to more than", file);
    }

    @Test
    void what_is_no_zip_is_refused() throws IOException {
        assertFails("cannot be read as zip", Files.writeString(folder.resolve("x.zip"), "PK no"));
    }

    private void assertFails(String part, Path... files) {
        DataException e = assertThrows(
                DataException.class, () -> Importer.importFiles(List.of(files), ImportOptions.DEFAULTS, out()));
        assertTrue(e.getMessage().contains(part), e.getMessage());
        assertFalse(Files.exists(out()), "a failed import leaves nothing");
    }

    @Test
    void rows_that_cannot_be_used_end_the_import_and_are_named() throws IOException {
        Path file = Files.writeString(folder.resolve("AAA-USD.csv"), """
                time,open,high,low,close
                2021-01-01,1,2,1,1
                2021-01-02,1,2,1,NaN
                2021-01-03,1,2,1,0
                2021-01-04,1,2,1,-1
                2021-01-05,5,2,1,1
                2021-01-06,1,2,1.5,1
                2021-01-06,1,2,1,1
                2021-01-05,1,2,1,1
                someday,1,2,1,1
                2021-01-09,1,2,1,1
                2021-01-10,1,2,1,1
                2021-01-10,1,2,1,1
                """);
        assertFails("8 rows cannot be used", file);
        DataException e = assertThrows(
                DataException.class, () -> Importer.importFiles(List.of(file), ImportOptions.DEFAULTS, out()));
        for (int row : new int[] {3, 4, 5, 6, 7, 9, 10, 13}) {
            assertTrue(e.getMessage().contains("AAA-USD.csv, row " + row + ":"), e.getMessage());
        }
    }

    @Test
    void bad_rows_are_left_out_and_counted_when_that_is_asked_for() throws IOException {
        ImportReport report = importText(
                "AAA-USD.csv",
                "time,close\n2021-01-01,1\n2021-01-03,3\n2021-01-02,2\n2021-01-04,0\n2021-01-05,5\n2021-01-05,6\n",
                ImportOptions.DEFAULTS.droppingBadRows());
        assertEquals(4, report.pairs().getFirst().rows());
        assertEquals(2, report.pairs().getFirst().dropped());
        assertEquals(3, report.dropped().size(), report.dropped()::toString);
        assertEquals(2, only().close(1));
        assertEquals(5, only().close(3));
    }

    @Test
    void candles_of_two_lengths_are_not_mixed() throws IOException {
        Path hourly = Files.writeString(
                folder.resolve("A-USD_1h.csv"), "time,close\n2021-01-01 00:00,1\n2021-01-01 01:00,2\n");
        Path daily = Files.writeString(folder.resolve("B-USD_1d.csv"), "time,close\n2021-01-01,1\n2021-01-02,2\n");
        assertFails("different lengths", hourly, daily);
    }

    @Test
    void an_import_does_not_touch_a_folder_that_holds_something() throws IOException {
        Files.createDirectories(out());
        Files.writeString(out().resolve("keep.txt"), "mine");
        DataException e = assertThrows(
                DataException.class, () -> importText("A-USD.csv", "time,close\n2021-01-01,1\n2021-01-02,2\n"));
        assertTrue(e.getMessage().contains("not empty"), e.getMessage());
    }

    @Test
    void a_text_that_holds_no_candles_is_refused() throws IOException {
        assertFails("columns of", Files.writeString(folder.resolve("a.csv"), "hello\nworld\n"));
        assertFails("columns of", Files.writeString(folder.resolve("b.csv"), ""));
        assertFails("holds times", Files.writeString(folder.resolve("c.csv"), "a,b\nx,1\ny,2\n"));
        assertFails("There is no file", folder.resolve("missing.csv"));
        Files.write(folder.resolve("d.csv"), new byte[] {0, 1, 2, (byte) 0xff, (byte) 0xfe, 10, 13, 44, 44, 10});
        assertFails("d.csv", folder.resolve("d.csv"));
    }

    @Test
    void a_data_set_is_made_anew_without_its_bad_rows() throws IOException {
        Path sound = folder.resolve("sound");
        Files.createDirectories(sound);
        RandomMarket.write(sound, new RandomMarket(4).pairs(3, 100));
        MarketDataSet data = DataSets.open(sound);
        MarketHistory before = data.history(data.catalog().selectAll().build());
        Importer.importFiles(List.of(sound), ImportOptions.DEFAULTS, out());
        MarketHistory after = all();
        for (TradingPair pair : before.universe().pairs()) {
            CandleAsserts.assertSame(before.of(pair).candles(), after.of(pair).candles());
        }
    }
}
