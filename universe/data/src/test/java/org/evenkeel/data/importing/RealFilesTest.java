package org.evenkeel.data.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.evenkeel.data.DataSets;
import org.evenkeel.market.Candles;
import org.evenkeel.market.DataException;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Imports real files, and holds what comes out against the lines of the file. */
class RealFilesTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}/{1}")
    @CsvSource({
        "dex-sparse, pancakev2_WBNB-BUSD_1d.csv, WBNB-BUSD, 1d",
        "dex-sparse, quickswap_WMATIC-USDC_1h.csv, WMATIC-USDC, 1h",
        "dex-sparse, traderjoe_JOE-WAVAX_1h.csv, JOE-WAVAX, 1h",
        "dex-sparse, uniswap_XSGD-USDC_1d.csv, XSGD-USDC, 1d",
        "dex-sparse, uniswapv2_ETH-USDC_1d.csv, ETH-USDC, 1d",
        "equities-daily, aapl_adjclose_2016_2019.csv, AAPL-USD, 1d",
        "equities-daily, goog-ohlcv.csv, GOOG-USD, 1d",
        "crypto-hourly, btc-1999h-close.csv, BTC-USD, 1h",
    })
    void a_file_of_one_pair_has_a_candle_a_line(String set, String file, String symbol, String interval)
            throws IOException {
        Path source = SharedData.path(set).resolve(file);
        ImportReport report = Importer.importFiles(List.of(source), ImportOptions.DEFAULTS, folder.resolve("out"));
        assertEquals(symbol, report.pairs().getFirst().pair().symbol());
        assertEquals(Interval.parse(interval), report.interval());
        List<String> lines = Files.readAllLines(source);
        Candles candles = all().of(all().universe().pairs().getFirst()).candles();
        assertEquals(lines.size() - 1, candles.size());
        String[] last = lines.getLast().split(",");
        int close = last.length > 2 ? 4 : 1;
        assertEquals(Double.parseDouble(last[close]), candles.close(candles.size() - 1));
        String[] first = lines.get(1).split(",");
        assertEquals(Double.parseDouble(first[1]), candles.open(0));
    }

    @ParameterizedTest(name = "{0}, {1} instruments, {2} closes")
    @CsvSource({"mag7-spy-adjclose.csv, 8", "us20-adjclose.csv, 20", "us20-1989-2018.csv, 20"})
    void a_file_of_many_instruments_has_a_candle_a_cell(String file, int instruments) throws IOException {
        Path source = SharedData.path("equities-daily").resolve(file);
        ImportReport report = Importer.importFiles(List.of(source), ImportOptions.DEFAULTS, folder.resolve("out"));
        assertEquals(instruments, report.pairs().size());
        List<String> lines = Files.readAllLines(source);
        String[] header = lines.getFirst().split(",");
        long cells = lines.stream()
                .skip(1)
                .flatMap(line -> List.of(line.split(",", -1)).stream().skip(1))
                .filter(cell -> !cell.isBlank())
                .count();
        assertEquals(
                cells,
                report.pairs().stream()
                        .mapToInt(ImportReport.ImportedPair::rows)
                        .sum());
        assertEquals(header[1] + "-USD", report.pairs().getFirst().pair().symbol());
    }

    @Test
    void the_day_when_oil_cost_less_than_nothing_is_refused_and_can_be_left_out() {
        Path source = SharedData.path("futures-daily").resolve("crack-spread.csv");
        Path out = folder.resolve("out");
        DataException e = assertThrows(
                DataException.class, () -> Importer.importFiles(List.of(source), ImportOptions.DEFAULTS, out));
        assertTrue(e.getMessage().contains("2020-04-20") && e.getMessage().contains("-37.63"), e.getMessage());
        ImportReport report = Importer.importFiles(List.of(source), ImportOptions.DEFAULTS.droppingBadRows(), out);
        assertEquals(1, report.dropped().size());
        assertEquals(4, report.pairs().size());
        assertEquals(
                report.pairs().get(1).rows() - 1,
                report.pairs().getFirst().rows(),
                "crude oil lacks one day that the others have");
    }

    @Test
    void candles_whose_high_is_below_their_close_are_refused() {
        Path source = SharedData.path("dex-sparse").resolve("osmosis_ATOM-OSMO_1h.csv");
        DataException e = assertThrows(
                DataException.class,
                () -> Importer.importFiles(List.of(source), ImportOptions.DEFAULTS, folder.resolve("out")));
        assertTrue(e.getMessage().contains("has high") && e.getMessage().contains("row 2:"), e.getMessage());
    }

    private MarketHistory all() {
        MarketDataSet data = DataSets.open(folder.resolve("out"));
        return data.history(data.catalog().selectAll().build());
    }
}
