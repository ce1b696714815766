package org.evenkeel.onchain.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.evenkeel.api.BridgeTerms;
import org.evenkeel.api.port.Bridge;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Token;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.ChainSettings;
import org.evenkeel.onchain.rpc.Clients;
import org.evenkeel.onchain.rpc.Endpoint;
import org.evenkeel.onchain.tx.TxManager;
import org.evenkeel.state.model.Transfer;
import org.evenkeel.testkit.Failpoints;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestBridge.Relay;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ends a run before and after each of its requests to the chain that money leaves. The transfer is on record by then, as the
 * engine has it: whoever asks after it later finds the money on one side or on the other, and never on both or none.
 */
final class BridgeKillTest {
    @RegisterExtension
    static final LocalChain WEST = LocalChain.withId(31337);

    @RegisterExtension
    static final LocalChain EAST = LocalChain.withId(31338);

    private static final BigInteger RICH = BigInteger.TEN.pow(9);
    private static final BigInteger SENT = new BigInteger("100200000");
    private static final BigDecimal RECEIVED = new BigDecimal("100");
    private static TestEnd west;
    private static TestEnd east;

    @TempDir
    private Path folder;

    @BeforeAll
    static void deploy() {
        west = TestEnd.deployOn(WEST, 6);
        east = TestEnd.deployOn(EAST, 6);
    }

    private static AcrossBridge bridge(BridgeEnd from, BridgeEnd to) {
        BridgeTerms terms = new BridgeTerms(0.1, 10, Duration.ofMinutes(5));
        return new AcrossBridge(
                List.of(from, to), (here, there) -> terms, new Departures("run@1", TestEnd.PATIENCE), report -> {});
    }

    private static Transfer transfer(AcrossBridge bridge, Token from, Token to) {
        // The same in every process: it comes from the ledger there.
        return bridge.plan(new Bridge.Request(1, "main", from, to, RECEIVED), Instant.EPOCH);
    }

    /** One transfer, from its record on. */
    private void run(Path journals, UnaryOperator<ChainClient> around) {
        BridgeEnd from = west.open(journals, TestEnd.SETTINGS, around);
        BridgeEnd to = east.open(journals);
        try {
            AcrossBridge bridge = bridge(from, to);
            Transfer transfer = transfer(bridge, west.token(), east.token());
            bridge.start(transfer, Instant.EPOCH);
            bridge.whereabouts(transfer, Instant.EPOCH);
        } finally {
            TestEnd.close(to);
            TestEnd.close(from); // Last, for a run may end in it too.
        }
    }

    /** What a later process finds, with a relayer that pays whatever was paid in. */
    private void settle(Path journals, String point) {
        BridgeEnd from = west.open(journals);
        BridgeEnd to = east.open(journals);
        try {
            AcrossBridge bridge = bridge(from, to);
            Transfer transfer = transfer(bridge, west.token(), east.token());
            bridge.whereabouts(transfer, Instant.EPOCH);
            west.confirm();
            for (Relay relay : west.bridge().deposits()) {
                east.bridge().fill(relay, east.reserve());
            }
            east.confirm();
            Bridge.Whereabouts where = bridge.whereabouts(transfer, Instant.EPOCH);
            boolean left = west.bridge().deposits().size() == 1;
            BigDecimal gas = west.gasPaid();
            assertEquals(left ? new Bridge.Arrived(RECEIVED.setScale(6), gas) : new Bridge.Returned(gas), where, point);
            assertEquals(left ? RICH.subtract(SENT) : RICH, west.balance(), point);
            assertEquals(left ? RICH.add(RECEIVED.movePointRight(6).toBigInteger()) : RICH, east.balance());
            assertEquals(BigInteger.ZERO, west.allowance(), point);
        } finally {
            TestEnd.close(from);
            TestEnd.close(to);
        }
    }

    private void undo(String westSnapshot, String eastSnapshot) {
        WEST.ask("evm_revert", westSnapshot);
        EAST.ask("evm_revert", eastSnapshot);
    }

    @Test
    void wherever_a_run_ends_the_money_is_on_one_side_and_is_found_there() {
        int point = 0;
        boolean ended = true;
        while (ended) {
            point++;
            String westBefore = WEST.ask("evm_snapshot").stringValue();
            String eastBefore = EAST.ask("evm_snapshot").stringValue();
            Path journals = folder.resolve("run-" + point);
            Failpoints points = Failpoints.endingAt(point);
            ended = Failpoints.ends(() -> run(journals, client -> points.around(ChainClient.class, client)));
            settle(journals, "ended at " + point + ": " + points.reached().getLast());
            undo(westBefore, eastBefore);
        }
        assertTrue(point > 40, "only " + point + " points");
    }

    @Test
    void control_what_leaves_before_it_is_on_record_is_gone_for_whoever_comes_after_a_kill() {
        Failpoints counted = Failpoints.counting();
        String westBefore = WEST.ask("evm_snapshot").stringValue();
        String eastBefore = EAST.ask("evm_snapshot").stringValue();
        run(folder.resolve("counted"), client -> counted.around(ChainClient.class, client));
        undo(westBefore, eastBefore);
        int sent = counted.reached().lastIndexOf("before ChainClient.send") + 2;
        List<Transfer> recorded = new ArrayList<>();
        Failpoints points = Failpoints.endingAt(sent);
        Path journals = folder.resolve("late");
        assertThrows(Failpoints.Ended.class, () -> {
            run(journals, client -> points.around(ChainClient.class, client));
            recorded.add(transfer(bridge(west.open(journals), east.open(journals)), west.token(), east.token()));
        });
        west.confirm();
        assertEquals(List.of(), recorded);
        assertEquals(RICH.subtract(SENT), west.balance(), "it has left, and no record says so");
    }

    /** What the child runs: a run with the chains, tokens and pools that it is told of. */
    public static void main(String[] arguments) {
        Failpoints points = Failpoints.haltingAt(Integer.parseInt(arguments[0]));
        BridgeEnd from = end(arguments, 1, points);
        BridgeEnd to = end(arguments, 6, Failpoints.counting());
        AcrossBridge bridge = bridge(from, to);
        Transfer transfer = transfer(
                bridge,
                new Token(from.chain(), arguments[3], "USDC", 6),
                new Token(to.chain(), arguments[8], "USDC", 6));
        bridge.start(transfer, Instant.EPOCH);
        bridge.whereabouts(transfer, Instant.EPOCH);
    }

    private static BridgeEnd end(String[] arguments, int at, Failpoints points) {
        String[] node = arguments[at].split(" ", -1);
        Instant now = Instant.ofEpochSecond(Long.parseLong(arguments[at + 3]));
        ChainSettings settings = ChainSettings.of(
                        new Chain("local", Long.parseLong(node[0])), List.of(Endpoint.of(node[1])))
                .withLimits(Clients.QUICK);
        ChainClient client = points.around(ChainClient.class, ChainClient.of(settings, () -> now));
        Path journal = Path.of(arguments[at + 4]);
        return new BridgeEnd(
                client,
                TxManager.open(client, TestEnd.KEY, journal, TestEnd.SETTINGS),
                TestEnd.offers(new Address(arguments[at + 1])),
                TestEnd.CONFIRMATIONS,
                TestEnd.WORTH);
    }

    @Test
    void a_process_that_is_killed_leaves_what_the_next_one_needs() throws Exception {
        Failpoints counted = Failpoints.counting();
        String westBefore = WEST.ask("evm_snapshot").stringValue();
        String eastBefore = EAST.ask("evm_snapshot").stringValue();
        run(folder.resolve("counted"), client -> counted.around(ChainClient.class, client));
        undo(westBefore, eastBefore);
        List<String> reached = counted.reached();
        int approval = reached.indexOf("before ChainClient.send") + 1;
        int deposit = reached.lastIndexOf("before ChainClient.send") + 1;
        assertTrue(approval < deposit);
        for (int point : List.of(approval, approval + 1, deposit, deposit + 1, reached.size())) {
            westBefore = WEST.ask("evm_snapshot").stringValue();
            eastBefore = EAST.ask("evm_snapshot").stringValue();
            Path journals = folder.resolve("killed-" + point);
            assertEquals(Failpoints.HALTED, child(point, journals), reached.get(point - 1));
            settle(journals, "killed at " + reached.get(point - 1));
            undo(westBefore, eastBefore);
        }
    }

    private static int child(int point, Path journals) throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BridgeKillTest.class.getName(),
                        Integer.toString(point),
                        WEST.id() + " " + WEST.url(),
                        west.pool().hex(),
                        west.reserve().address(),
                        Long.toString(Clients.now(WEST).getEpochSecond() + 5),
                        journals.resolve("chain-" + WEST.id()).toString(),
                        EAST.id() + " " + EAST.url(),
                        east.pool().hex(),
                        east.reserve().address(),
                        Long.toString(Clients.now(EAST).getEpochSecond() + 5),
                        journals.resolve("chain-" + EAST.id()).toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
