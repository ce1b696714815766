package org.evenkeel.data.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

/** What an import assumes it tells. */
class ImportNotesTest {
    private static final String CANDLES = """
            timestamp,open,high,low,close
            2021-12-01 00:00:00,3,3,3,3
            2021-12-01 01:00:00,3,3,3,3
            """;

    @TempDir
    private Path folder;

    private List<String> notes(String file, ImportOptions options) throws IOException {
        Path from = Files.writeString(folder.resolve(file), CANDLES);
        return Importer.importFiles(List.of(from), options, folder.resolve("of-" + file))
                .notes();
    }

    @Test
    void prices_of_a_pair_that_is_not_quoted_in_a_dollar_are_told_to_be_taken_for_dollars() throws IOException {
        assertEquals(
                List.of(
                        "JOE-WAVAX: the prices are taken to be in US dollars, not in WAVAX; --prices-in-quote says otherwise.",
                        "JOE-WAVAX: the fee is taken to be 30.0 basis points, as is usual on trader-joe; --fee-bps says"
                                + " otherwise."),
                notes("traderjoe_JOE-WAVAX_1h.csv", ImportOptions.DEFAULTS));
    }

    @Test
    void prices_that_are_said_to_be_in_the_quote_token_or_can_only_be_dollars_need_no_telling() throws IOException {
        assertEquals(
                1,
                notes("traderjoe_JOE-WAVAX_1h.csv", ImportOptions.DEFAULTS.priceUnit(PriceUnit.QUOTE))
                        .size());
        assertEquals(
                1, notes("quickswap_WMATIC-USDC_1h.csv", ImportOptions.DEFAULTS).size());
    }

    @Test
    void a_venue_that_nothing_tells_is_unknown_and_not_simulated() throws IOException {
        Path from = Files.writeString(folder.resolve("AAPL_1h.csv"), CANDLES);
        TradingPair pair = Importer.importFiles(List.of(from), ImportOptions.DEFAULTS, folder.resolve("out"))
                .pairs()
                .getFirst()
                .pair();
        assertEquals("unknown", pair.exchange().name());
        assertEquals(Chain.OFF_CHAIN, pair.chain());
        assertEquals(FeeMode.ON_TOP, pair.exchange().feeMode(), "a commission on top, as brokers charge it");
    }
}
