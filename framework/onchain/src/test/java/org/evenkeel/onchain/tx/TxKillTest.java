package org.evenkeel.onchain.tx;

import static org.evenkeel.onchain.tx.TestWallet.KEY;
import static org.evenkeel.onchain.tx.TestWallet.landed;
import static org.evenkeel.onchain.tx.TestWallet.payment;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.evenkeel.market.Chain;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.ChainSettings;
import org.evenkeel.onchain.rpc.Clients;
import org.evenkeel.onchain.rpc.Endpoint;
import org.evenkeel.state.store.ChainedLog;
import org.evenkeel.testkit.Failpoints;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Ends a run before and after every write and every request; whatever comes of it, each payment lands exactly once. */
final class TxKillTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    @RegisterExtension
    final TestWallet wallet = new TestWallet(CHAIN);

    private static final List<String> TRADES = List.of("trade 1", "trade 2");

    @TempDir
    private Path folder;

    /** A run as a user's would be: it opens, and asks for all it wants. */
    private static void run(ChainClient client, TxLog log, boolean begins) {
        try (TxManager manager = TestWallet.open(client, KEY, log, begins)) {
            for (String trade : TRADES) {
                manager.submit(payment(trade));
                assertInstanceOf(TxOutcome.Mined.class, landed(manager, trade));
            }
        }
    }

    private void run(Failpoints points, Path journal) {
        try (ChainedLog log = ChainedLog.open(journal, TxManager.JOURNAL)) {
            TxLog kept = new TxLog() {
                @Override
                public List<String> records() {
                    return log.records();
                }

                @Override
                public void append(String record) {
                    log.append(record);
                }

                @Override
                public void close() {}
            };
            run(points.around(ChainClient.class, wallet.client), points.around(TxLog.class, kept), false);
        }
    }

    @Test
    void a_run_that_ends_anywhere_and_is_started_again_pays_everything_once() {
        int point = 0;
        boolean ended = true;
        while (ended) {
            point++;
            String snapshot = CHAIN.ask("evm_snapshot").stringValue();
            Path journal = folder.resolve("journal-" + point);
            Failpoints points = Failpoints.endingAt(point);
            ended = Failpoints.ends(() -> run(points, journal));
            run(Failpoints.counting(), journal);
            assertEquals(
                    TRADES.size(),
                    wallet.payments(),
                    "ended at " + point + ": " + points.reached().getLast());
            CHAIN.ask("evm_revert", snapshot);
        }
        assertTrue(point > 60, "only " + point + " points");
    }

    @Test
    void control_where_the_journal_is_written_after_the_broadcast_a_payment_is_made_twice() {
        boolean twice = false;
        for (int point = 1; !twice && point < 100; point++) {
            String snapshot = CHAIN.ask("evm_snapshot").stringValue();
            List<String> disk = new ArrayList<>();
            Failpoints points = Failpoints.endingAt(point);
            try {
                run(points.around(ChainClient.class, wallet.client), new WriteBehind(disk, new ArrayList<>()), false);
            } catch (Failpoints.Ended killed) {
                // Started again below.
                assertFalse(points.reached().isEmpty());
            }
            // Once it knows its first nonce, the freeze for those used elsewhere is a second safeguard. Before, that
            // a journal is begun without a word only where nothing was sent.
            if (disk.isEmpty()) {
                wallet.mine(); // What was sent may not be in a block yet, and while it waits none is begun at all.
                run(wallet.client, MemoryLog.of(disk), true);
            }
            twice = wallet.payments() > TRADES.size();
            CHAIN.ask("evm_revert", snapshot);
        }
        assertTrue(twice);
    }

    /** A run whose first payment does not land by itself: it is replaced, then a block comes, and then the next payment. */
    private TxOutcome runStuck(Failpoints points, List<String> disk, BiConsumer<TxManager, String> replace) {
        wallet.holdBack();
        try (TxManager manager = TestWallet.open(
                points.around(ChainClient.class, wallet.client),
                KEY,
                points.around(TxLog.class, MemoryLog.of(disk)),
                false)) {
            manager.submit(payment("trade 1"));
            replace.accept(manager, "trade 1");
            wallet.mine();
            TxOutcome first = landed(manager, "trade 1");
            manager.submit(payment("trade 2"));
            wallet.mine();
            assertInstanceOf(TxOutcome.Mined.class, landed(manager, "trade 2"));
            return first;
        }
    }

    private long nonce() {
        return Long.decode(CHAIN.ask("eth_getTransactionCount", KEY.address().hex(), "latest")
                .stringValue());
    }

    private void assertWhereverItEnds(BiConsumer<TxManager, String> replace, Set<Long> payments) {
        Set<Long> seen = new HashSet<>();
        int point = 0;
        boolean ended = true;
        while (ended) {
            point++;
            String snapshot = CHAIN.ask("evm_snapshot").stringValue();
            List<String> disk = new ArrayList<>();
            Failpoints points = Failpoints.endingAt(point);
            ended = Failpoints.ends(() -> runStuck(points, disk, replace));
            String where = "ended at " + point + ": " + points.reached().getLast();
            TxOutcome first = runStuck(Failpoints.counting(), disk, replace);
            assertEquals(first instanceof TxOutcome.Cancelled ? 1 : 2, wallet.payments(), where);
            assertEquals(2, nonce(), where);
            seen.add(wallet.payments());
            CHAIN.ask("anvil_dropAllTransactions");
            CHAIN.ask("evm_revert", snapshot);
        }
        assertTrue(point > 60, "only " + point + " points");
        assertEquals(payments, seen);
    }

    @Test
    void a_run_that_ends_anywhere_while_fees_are_raised_pays_everything_once() {
        assertWhereverItEnds(TxManager::raise, Set.of(2L));
    }

    @Test
    void a_run_that_ends_anywhere_while_a_payment_is_cancelled_pays_it_or_cancels_it_and_knows_which() {
        assertWhereverItEnds(TxManager::cancel, Set.of(1L));
    }

    @Test
    void control_a_raise_that_is_not_recorded_before_it_is_sent_lands_as_if_somebody_else_had_sent_it() {
        List<String> disk = new ArrayList<>();
        wallet.holdBack();
        TxManager forgets = wallet.open(MemoryLog.forgetting(
                disk, line -> line.contains("Signed") && disk.stream().anyMatch(kept -> kept.contains("Signed"))));
        forgets.submit(payment("trade 1"));
        forgets.raise("trade 1");
        wallet.mine();
        wallet.mine();
        wallet.mine();
        assertTrue(wallet.open(MemoryLog.of(disk)).frozen().isPresent());
        assertEquals(1, wallet.payments());
    }

    /** A journal that is always a transaction late: lines reach the disk when the next but one is written. */
    private record WriteBehind(List<String> disk, List<String> pending) implements TxLog {
        @Override
        public List<String> records() {
            return List.copyOf(disk);
        }

        @Override
        public void append(String record) {
            pending.add(record);
            if (pending.size() > 3) {
                disk.add(pending.removeFirst());
            }
        }

        @Override
        public void close() {}
    }

    /** What the child runs. */
    public static void main(String[] arguments) {
        Failpoints points = Failpoints.haltingAt(Integer.parseInt(arguments[3]));
        ChainSettings settings = ChainSettings.of(new Chain("local", CHAIN.id()), List.of(Endpoint.of(arguments[0])))
                .withLimits(Clients.QUICK)
                .withFreshness(TestWallet.ANY_HEAD);
        ChainClient client = ChainClient.of(settings, () -> Instant.ofEpochSecond(Long.parseLong(arguments[2])));
        ChainedLog log = ChainedLog.open(Path.of(arguments[1]), TxManager.JOURNAL);
        run(points.around(ChainClient.class, client), points.around(TxLog.class, TxLog.of(log)), false);
    }

    @Test
    void a_process_that_is_killed_leaves_what_the_next_one_needs() throws Exception {
        Failpoints counted = Failpoints.counting();
        String snapshot = CHAIN.ask("evm_snapshot").stringValue();
        run(counted, folder.resolve("counted"));
        CHAIN.ask("evm_revert", snapshot);
        // How often is looked afterwards, until a block is there, is another number each time.
        List<String> points = counted.reached().subList(0, counted.reached().indexOf("after ChainClient.send") + 1);
        for (String name : List.of("before ChainClient.send", "after ChainClient.send", "after TxLog.append")) {
            snapshot = CHAIN.ask("evm_snapshot").stringValue();
            Path journal = folder.resolve(name.replace(' ', '-'));
            assertEquals(Failpoints.HALTED, child(journal, points.lastIndexOf(name) + 1), name);
            run(Failpoints.counting(), journal);
            assertEquals(TRADES.size(), wallet.payments(), name);
            CHAIN.ask("evm_revert", snapshot);
        }
    }

    private int child(Path journal, int point) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TxKillTest.class.getName(),
                        wallet.proxy.url(),
                        journal.toString(),
                        Long.toString(Clients.now(CHAIN).getEpochSecond() + 5),
                        Integer.toString(point))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
