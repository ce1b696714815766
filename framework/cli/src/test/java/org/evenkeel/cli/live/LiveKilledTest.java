package org.evenkeel.cli.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenkeel.cli.SteppedProcess;
import org.evenkeel.live.WalletException;
import org.evenkeel.testkit.chain.FaultProxy;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command itself, killed anywhere in a cycle. All that a killed process leaves is what is on the disk and in the chain:
 * a process that is never killed stands still before each write and before and after each request, and what there is by then
 * is what one leaves that is killed there.
 */
final class LiveKilledTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31411, DueRun.genesis());

    /** What a process ends with that was killed. */
    private static final int KILLED = 128 + 9;

    @TempDir
    private Path folder;

    /** All that changes the disk for state, journals and records. */
    private static final Map<String, Set<String>> WRITES =
            Map.of("org.evenkeel.state.store.RealOutput", Set.of(), "org.evenkeel.state.store.RealDisk", Set.of());

    /** Keeps what there is wherever that is something else than before. */
    private static final class Looks implements FaultProxy.Watcher {
        private final DueRun run;
        private final List<DueRun.Left> left = new ArrayList<>();
        private String last = "";
        private int points;

        Looks(DueRun run) {
            this.run = run;
        }

        synchronized void look(String where) {
            points++;
            String now = run.print();
            if (!now.equals(last)) {
                left.add(run.left(where + ", point " + points, "at-" + points));
                last = now;
            }
        }

        private String method(int request) {
            return run.proxy().received().get(request - 1) + " (request " + request + ")";
        }

        @Override
        public void before(int request) {
            look("before " + method(request));
        }

        @Override
        public void after(int request) {
            look("after " + method(request));
        }
    }

    @Test
    void a_run_that_is_killed_before_or_after_any_write_or_request_makes_each_trade_once() throws Exception {
        try (DueRun run = new DueRun(CHAIN, folder).begun()) {
            Looks looks = new Looks(run);
            run.proxy().watch(looks);
            SteppedProcess whole = SteppedProcess.start(
                    run.live("--once"), folder.resolve("said"), WRITES, place -> looks.look("before " + place));
            assertEquals(0, whole.toItsEnd());
            run.proxy().watch(new FaultProxy.Watcher() {});
            run.assertDone("a run that nobody ended");
            // Begun, decided, planned; each allowance and swap intended, signed, sent, in its block; booked, closed.
            assertTrue(
                    looks.points > 200 && looks.left.size() > 30,
                    looks.left.size() + " of " + looks.points + " points");
            for (DueRun.Left left : looks.left.reversed()) {
                run.backTo(left);
                run.finish();
                run.assertDone(left.where());
            }
        }
    }

    /** Kills a process once it has come to some places, one after the other. */
    private static final class Killer implements FaultProxy.Watcher {
        private final DueRun run;
        private final Deque<String> way;
        private Runnable kill = () -> {};

        Killer(DueRun run, String way) {
            this.run = run;
            this.way = new ArrayDeque<>(List.of(way.split(" > ")));
        }

        int kills(Path said) throws Exception {
            run.proxy().watch(this);
            SteppedProcess process = SteppedProcess.start(run.live("--once"), said, NAMED, this::reach);
            kill = () -> process.process().destroyForcibly().onExit().join();
            int code = process.toItsEnd();
            run.proxy().watch(new FaultProxy.Watcher() {});
            return code;
        }

        private synchronized void reach(String place) {
            if (place.equals(way.peek())) {
                way.pop();
                if (way.isEmpty()) {
                    kill.run();
                }
            }
        }

        private String method(int request) {
            return run.proxy().received().get(request - 1);
        }

        @Override
        public void before(int request) {
            reach("before " + method(request));
        }

        @Override
        public void after(int request) {
            reach("after " + method(request));
        }
    }

    private static final String SENT = "after eth_sendRawTransaction";

    /** The points of a cycle by the names that they have in its description; of what is sent, those of the first swap. */
    private static final List<String> WAYS = List.of(
            "FolderLock.of", // lock
            "Loader.load", // load
            "CycleEngine.settle", // reconcile
            "WeeklyMomentum.decideTrades", // decide
            "TradePlanner.plan", // plan
            SENT + " > PolicySigner.sign", // sign
            SENT + " > PolicySigner.sign > TxJournal.record", // persist
            SENT + " > before eth_sendRawTransaction", // broadcast
            SENT + " > " + SENT,
            SENT + " > " + SENT + " > before eth_getTransactionReceipt", // receipt
            SENT + " > " + SENT + " > after eth_getTransactionReceipt",
            SENT + " > " + SENT + " > after eth_getTransactionReceipt > TxJournal.record", // persist
            "TradePlanner.plan > TradePlanner.plan > StateStore.commit", // persist
            "CycleEngine.close > Invariants.check", // check
            "CycleEngine.close > Valuation.of", // value
            "StateStore.writeSnapshot"); // persist

    private static final Map<String, Set<String>> NAMED = Map.ofEntries(
            Map.entry("org.evenkeel.state.store.FolderLock", Set.of("of")),
            Map.entry("org.evenkeel.state.store.Loader", Set.of("load")),
            Map.entry("org.evenkeel.state.store.StateStore", Set.of("commit", "writeSnapshot")),
            Map.entry("org.evenkeel.engine.CycleEngine", Set.of("settle", "close")),
            Map.entry("org.evenkeel.engine.Valuation", Set.of("of")),
            Map.entry("org.evenkeel.engine.Invariants", Set.of("check")),
            Map.entry("org.evenkeel.strategies.WeeklyMomentum", Set.of("decideTrades")),
            Map.entry("org.evenkeel.onchain.exec.TradePlanner", Set.of("plan")),
            Map.entry("org.evenkeel.onchain.sign.PolicySigner", Set.of("sign")),
            Map.entry("org.evenkeel.onchain.tx.TxJournal", Set.of("record")));

    @Test
    void a_process_that_is_killed_at_any_named_point_of_a_cycle_leaves_what_the_next_one_needs() throws Exception {
        try (DueRun run = new DueRun(CHAIN, folder).begun()) {
            for (String way : WAYS) {
                DueRun.Left due = run.left("due", "due");
                Killer killer = new Killer(run, way);
                int code = killer.kills(folder.resolve("said"));
                assertTrue(killer.way.isEmpty(), () -> "it never came to " + killer.way);
                assertEquals(KILLED, code, way);
                run.finish();
                run.assertDone("killed at " + way);
                run.backTo(due);
            }
        }
    }

    /** What the disk has is what keeps it from being done again: with that of an old backup, what is done now is nobody's. */
    @Test
    void control_with_the_disk_as_it_was_before_the_trades_nothing_more_is_done() {
        try (DueRun run = new DueRun(CHAIN, folder).begun()) {
            DueRun.Left before = run.left("before", "before");
            run.finish();
            run.assertDone("made");
            run.onDisk(before);
            long sent = run.nonce();
            assertThrows(WalletException.class, run::finish);
            assertEquals(0, run.filled().size());
            assertEquals(sent, run.nonce());
        }
    }
}
