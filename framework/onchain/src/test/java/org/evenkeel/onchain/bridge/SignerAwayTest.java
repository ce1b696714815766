package org.evenkeel.onchain.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.api.BridgeTerms;
import org.evenkeel.api.port.Bridge;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.Clients;
import org.evenkeel.onchain.sign.FarKey;
import org.evenkeel.onchain.tx.TxManager;
import org.evenkeel.state.model.Transfer;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The bridge may take what is to leave, and then nobody signs: neither that it leaves, nor that this is taken back. */
final class SignerAwayTest {
    @RegisterExtension
    static final LocalChain WEST = LocalChain.withId(31337);

    @RegisterExtension
    static final LocalChain EAST = LocalChain.withId(31338);

    private static TestEnd west;
    private static TestEnd east;

    @TempDir
    private Path folder;

    private final FarKey key = new FarKey(TestEnd.KEY);
    private final List<String> heard = new ArrayList<>();
    private BridgeEnd from;
    private BridgeEnd to;
    private AcrossBridge bridge;

    @BeforeAll
    static void deploy() {
        west = TestEnd.deployOn(WEST, 6);
        east = TestEnd.deployOn(EAST, 18);
    }

    @BeforeEach
    void open() {
        ChainClient client = west.client();
        TxManager manager = TxManager.open(client, key, folder.resolve("chain-31337"), TestEnd.SETTINGS);
        from = new BridgeEnd(client, manager, TestEnd.offers(west.pool()), TestEnd.CONFIRMATIONS, TestEnd.WORTH);
        to = east.open(folder);
        bridge = new AcrossBridge(
                List.of(from, to),
                (here, there) -> new BridgeTerms(0.5, 10, Duration.ofMinutes(10)),
                new Departures("run@1", TestEnd.PATIENCE),
                report -> heard.add(report.toString()));
    }

    @AfterEach
    void close() {
        TestEnd.close(from);
        TestEnd.close(to);
    }

    private Transfer started(long id) {
        Transfer transfer = bridge.plan(
                new Bridge.Request(id, "main", west.token(), east.token(), new BigDecimal("400")), Clients.now(WEST));
        bridge.start(transfer, Clients.now(WEST));
        west.confirm();
        return transfer;
    }

    private Bridge.Whereabouts look(Transfer transfer) {
        return bridge.whereabouts(transfer, Clients.now(WEST));
    }

    private void assertHeard(String... whats) {
        assertEquals(whats.length, heard.size(), heard::toString);
        for (int row = 0; row < whats.length; row++) {
            assertTrue(heard.get(row).contains(whats[row]), heard.get(row));
        }
    }

    @Test
    void while_the_signer_is_away_the_transfer_waits_and_is_returned_once_it_is_back() {
        BigInteger before = west.balance();
        key.leavesAfter(1);
        Transfer transfer = started(1);
        assertInstanceOf(Bridge.InFlight.class, look(transfer));
        assertInstanceOf(Bridge.InFlight.class, look(transfer));
        assertEquals(Bridging.SENT, west.allowance());
        assertHeard("could not be taken back: The signer was asked and did not answer: no connection.");
        key.isBack();
        Bridge.Returned back = assertInstanceOf(Bridge.Returned.class, look(transfer));
        assertEquals(west.gasPaid(), back.gas());
        assertEquals(BigInteger.ZERO, west.allowance());
        assertEquals(before, west.balance());
        assertHeard("could not be taken back", "never signed");
    }

    @Test
    void where_the_signer_refuses_the_transfer_is_returned_and_what_stands_is_told_and_goes_with_the_next_one() {
        BigInteger before = west.balance();
        key.refusesAfter(1);
        Transfer transfer = started(1);
        assertInstanceOf(Bridge.Returned.class, look(transfer));
        assertEquals(before, west.balance());
        assertEquals(Bridging.SENT, west.allowance());
        assertHeard("could not be taken back: Not signed (daily value): as much is spent as may be.");
        key.isBack();
        Transfer next = started(2);
        assertInstanceOf(Bridge.InFlight.class, look(next));
        assertEquals(before.subtract(Bridging.SENT), west.balance());
        assertEquals(BigInteger.ZERO, west.allowance());
    }

    @Test
    void a_transfer_for_which_nothing_is_signed_at_all_is_returned_at_once() {
        key.leavesAfter(0);
        Transfer transfer = started(1);
        assertInstanceOf(Bridge.Returned.class, look(transfer));
        assertEquals(BigInteger.ZERO, west.allowance());
        assertHeard("did not answer");
    }
}
