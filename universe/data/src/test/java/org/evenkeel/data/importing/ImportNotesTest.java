package org.evenkeel.data.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.evenkeel.market.Chain;
import org.evenkeel.market.FeeMode;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.TradingPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an import assumes, and that it says so. */
class ImportNotesTest {
    private static final String CSV = "time,open,high,low,close\n1609459200,1,2,1,2\n1609462800,2,3,2,3\n";

    @TempDir
    private Path folder;

    private ImportReport imported(String file, ImportOptions options) throws IOException {
        Path csv = Files.writeString(folder.resolve(file), CSV);
        return Importer.importFiles(List.of(csv), options, folder.resolve("out"));
    }

    @Test
    void prices_of_a_pair_that_is_not_quoted_in_dollars_are_said_to_be_taken_as_dollars() throws IOException {
        List<String> notes = imported("UNI-WETH_1h.csv", ImportOptions.DEFAULTS).notes();
        assertTrue(
                notes.contains("UNI-WETH: prices are taken to be in USD; --prices-in-quote says otherwise."),
                notes.toString());
        assertTrue(
                notes.contains("UNI-WETH: no fee is known, so trades cost none; --fee-bps says otherwise."),
                notes.toString());
    }

    @Test
    void nothing_is_said_of_the_prices_where_nothing_was_assumed() throws IOException {
        List<String> notes =
                imported("WETH-USDC_1h.csv", ImportOptions.DEFAULTS).notes();
        assertFalse(notes.toString().contains("USD;"), notes.toString());
    }

    @Test
    void nothing_is_said_of_the_prices_where_the_user_has_told() throws IOException {
        List<String> notes = imported("UNI-WETH_1h.csv", ImportOptions.DEFAULTS.priceUnit(PriceUnit.QUOTE))
                .notes();
        assertFalse(notes.toString().contains("prices"), notes.toString());
    }

    @Test
    void a_venue_that_nothing_tells_is_unknown_and_not_simulated() throws IOException {
        TradingPair pair = imported("AAPL_1d.csv", ImportOptions.DEFAULTS)
                .pairs()
                .getFirst()
                .pair();
        assertEquals("unknown", pair.exchange().name());
        assertEquals(Chain.OFF_CHAIN, pair.chain());
        assertEquals(FeeMode.ON_TOP, pair.exchange().feeMode(), "a commission on top, as brokers charge it");
    }
}
