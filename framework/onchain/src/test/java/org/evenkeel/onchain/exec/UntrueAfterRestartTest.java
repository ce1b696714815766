package org.evenkeel.onchain.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.evenkeel.api.port.Execution;
import org.evenkeel.market.DataException;
import org.evenkeel.market.TradingPair;
import org.evenkeel.onchain.market.TokenVerdicts;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.Whim;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A token that did not do as it logs, and a process that was not there when it did. */
final class UntrueAfterRestartTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    private static final String RECORD = "untrue-tokens.txt";

    private static Floor floor;
    private static TradingPair pair;

    @TempDir
    private Path folder;

    private Dealer dealer;
    private int runs;

    @BeforeAll
    static void deploy() {
        floor = new Floor(CHAIN, 6, false);
        pair = floor.pairV2(floor.dex.fickleToken("FKL", 18), "FKL");
    }

    @BeforeEach
    void catchOut() {
        Dealer.fund(floor, 100_000);
        dealer = new Dealer(floor, folder, Trading.Ways.USUAL);
        Whim.BOASTFUL.on(floor.contract(pair));
        assertInstanceOf(Execution.Filled.class, buy());
        Whim.PLAIN.on(floor.contract(pair));
    }

    @AfterEach
    void close() {
        dealer.close();
    }

    private Execution.Ended buy() {
        return dealer.trading.executionOf("Run@" + ++runs).execute(dealer.order(dealer.planBuy(pair, "500")));
    }

    @Test
    void it_is_bought_no_more_by_any_later_process_which_says_why_and_how_a_person_lifts_it() {
        for (int start = 0; start < 2; start++) {
            dealer = dealer.restarted();
            assertInstanceOf(Execution.Failed.class, buy());
            String heard = dealer.heard.toString();
            assertTrue(heard.contains("TOKEN_UNTRUE") && heard.contains("by its logs the swap took"), heard);
            assertTrue(heard.contains("take its line out of " + folder.resolve(RECORD)), heard);
        }
    }

    @Test
    void it_is_on_record_once_however_often_its_trade_is_read_again() throws IOException {
        dealer = dealer.restarted();
        Whim.PLAIN.on(floor.contract(pair));
        dealer.verdicts.distrust(pair.base(), "once more");
        List<String> lines = Files.readAllLines(folder.resolve(RECORD));
        assertEquals(2, lines.size(), lines.toString());
        assertTrue(lines.getLast().startsWith(pair.base().address()), lines.toString());
    }

    @Test
    void who_takes_its_line_out_buys_it_again() throws IOException {
        Path record = folder.resolve(RECORD);
        Files.write(record, List.of(Files.readAllLines(record).getFirst()));
        dealer = dealer.restarted();
        assertInstanceOf(Execution.Filled.class, buy());
    }

    @Test
    void control_without_its_record_a_later_process_buys_it_again() throws IOException {
        Files.delete(folder.resolve(RECORD));
        dealer = dealer.restarted();
        assertInstanceOf(Execution.Filled.class, buy());
    }

    @Test
    void a_record_that_is_not_understood_is_refused() throws IOException {
        Files.writeString(folder.resolve(RECORD), "# Note\n\nFKL because\n");
        TokenVerdicts verdicts = new TokenVerdicts(Dealer.WALLET);
        String message =
                assertThrows(DataException.class, () -> verdicts.keepIn(folder)).getMessage();
        assertTrue(message.contains("begins with \"FKL\""), message);
        assertEquals(Optional.empty(), verdicts.findUntrue(pair.base()));
    }
}
