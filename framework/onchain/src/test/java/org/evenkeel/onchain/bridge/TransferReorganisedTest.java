package org.evenkeel.onchain.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.evenkeel.api.port.Bridge;
import org.evenkeel.onchain.bridge.TransferReport.Stage;
import org.evenkeel.onchain.tx.TxManager;
import org.evenkeel.state.model.Transfer;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Chains that change their past under a transfer: it is on its way all the same, once, and its money is never counted twice. */
final class TransferReorganisedTest {
    @RegisterExtension
    static final LocalChain WEST = LocalChain.withId(31337);

    @RegisterExtension
    static final LocalChain EAST = LocalChain.withId(31338);

    private static TestEnd west;
    private static TestEnd east;

    @TempDir
    private Path folder;

    private Bridging bridging;

    @BeforeAll
    static void deploy() {
        west = TestEnd.deployOn(WEST, 6);
        east = TestEnd.deployOn(EAST, 18);
    }

    @BeforeEach
    void open() {
        bridging = new Bridging(west, east, folder);
    }

    @AfterEach
    void close() {
        bridging.close();
    }

    private static BigInteger rich() {
        return BigInteger.TEN.pow(9);
    }

    @Test
    void a_deposit_that_a_reorganisation_takes_back_leaves_again_with_its_approval_and_once() {
        Transfer transfer = bridging.left(1);
        assertEquals(Stage.LEAVING, bridging.stage(transfer));
        west.reorganise(2);
        assertEquals(rich(), west.balance(), "the money is back");
        assertInstanceOf(Bridge.InFlight.class, bridging.look(transfer));
        assertEquals(List.of(Stage.TAKEN_BACK), bridging.heard);
        assertInstanceOf(Bridge.InFlight.class, bridging.look(transfer));
        west.confirm();
        assertEquals(Stage.IN_FLIGHT, bridging.stage(transfer));
        assertEquals(1, west.bridge().deposits().size());
        assertEquals(rich().subtract(Bridging.SENT), west.balance());
        bridging.fill(0);
        assertInstanceOf(Bridge.Arrived.class, bridging.look(transfer));
    }

    @Test
    void it_leaves_again_for_another_process_too() {
        Transfer transfer = bridging.left(1);
        west.reorganise(2);
        bridging.reopen();
        west.confirm();
        assertEquals(Stage.IN_FLIGHT, bridging.stage(transfer));
        assertEquals(1, west.bridge().deposits().size());
    }

    @Test
    void a_deposit_that_is_refused_where_it_lands_again_is_returned() {
        Transfer transfer = bridging.left(1);
        west.reorganise(1);
        west.bridge().pool().send("pauseDeposits(bool)", true);
        assertInstanceOf(Bridge.InFlight.class, bridging.look(transfer));
        west.confirm();
        Bridge.Returned back = assertInstanceOf(Bridge.Returned.class, bridging.look(transfer));
        assertEquals(Stage.REFUSED, bridging.stage(transfer));
        assertEquals(0, west.gasPaid().compareTo(back.gas()), back::toString);
        assertEquals(rich(), west.balance());
        assertEquals(BigInteger.ZERO, west.allowance());
    }

    @Test
    void a_deposit_that_was_final_and_is_gone_is_for_a_person_to_see_and_is_found_where_it_lands_again()
            throws IOException {
        Transfer transfer = bridging.started(1);
        assertEquals(Stage.IN_FLIGHT, bridging.stage(transfer));
        west.reorganise(4);
        assertInstanceOf(Bridge.InFlight.class, bridging.look(transfer));
        TransferReport report = bridging.report(transfer);
        assertEquals(Stage.UNDONE, report.stage());
        assertTrue(report.stage().needsPerson() && report.found().contains("more confirmations"), report::toString);
        assertEquals(List.of(), west.bridge().deposits());
        sendAgain();
        assertEquals(Stage.LEAVING, bridging.stage(transfer));
        west.confirm();
        assertEquals(Stage.IN_FLIGHT, bridging.stage(transfer));
        bridging.fill(0);
        assertInstanceOf(Bridge.Arrived.class, bridging.look(transfer));
    }

    /** As nodes do with what a reorganisation threw out of its blocks. */
    private void sendAgain() throws IOException {
        Path journal = folder.resolve("chain-" + WEST.id()).resolve(TxManager.JOURNAL);
        Pattern raw = Pattern.compile("\"raw\":\"(0x[0-9a-f]+)\"");
        List<String> signed = raw.matcher(Files.readString(journal))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertEquals(2, signed.size());
        signed.forEach(
                bytes -> awaitBlock(WEST.ask("eth_sendRawTransaction", bytes).stringValue()));
    }

    /** A receipt may come a moment after its hash, even where each transaction is mined at once. */
    private static void awaitBlock(String hash) {
        while (WEST.ask("eth_getTransactionReceipt", hash).isNull()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void a_payment_is_an_arrival_once_no_reorganisation_is_expected_to_take_it_back() {
        Transfer transfer = bridging.started(1);
        BigInteger before = east.balance();
        east.bridge().fill(bridging.deposit(0), east.reserve());
        assertInstanceOf(Bridge.InFlight.class, bridging.look(transfer));
        east.reorganise(1);
        assertEquals(before, east.balance());
        assertInstanceOf(Bridge.InFlight.class, bridging.look(transfer));
    }

    @Test
    void control_counted_with_its_first_block_a_payment_is_booked_that_a_reorganisation_takes_back() {
        Transfer transfer = bridging.started(1);
        bridging.trustAfter(1);
        BigInteger before = east.balance();
        east.bridge().fill(bridging.deposit(0), east.reserve());
        assertInstanceOf(Bridge.Arrived.class, bridging.look(transfer));
        east.reorganise(1);
        assertEquals(before, east.balance(), "booked, and gone");
    }
}
