package org.evenkeel.cli.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.evenkeel.cli.Cli;
import org.evenkeel.cli.Folders;
import org.evenkeel.cli.OwnProcess;
import org.evenkeel.cli.Signal;
import org.evenkeel.cli.SteppedProcess;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.live.LiveEvent;
import org.evenkeel.testkit.chain.FaultProxy;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands in processes of their own that are told to end, as Ctrl-C and service managers do. */
final class StoppedTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31412, DueRun.genesis());

    private static final String GOODBYE = "Stopped as asked. The same command goes on from here.";
    private static final String IN_THE_MIDDLE =
            "Stopped as asked. The decision at hand is not wholly carried out: the same"
                    + " command makes what is left of it until ";

    /** Where a process learns that it is to end. */
    private static final Set<String> HEARD = Set.of("WallClock.stop", "Interruption.waitForTheCommand");

    private static final Map<String, Set<String>> PLACES = Map.of(
            "org.evenkeel.live.WallClock",
            Set.of("stop"),
            "org.evenkeel.cli.terminal.Interruption",
            Set.of("waitForTheCommand"),
            "org.evenkeel.onchain.exec.TradePlanner",
            Set.of("plan"));

    @TempDir
    private Path folder;

    private DueRun run;

    static List<Signal> signals() {
        return Signal.heard();
    }

    @BeforeEach
    void prepare() {
        run = new DueRun(CHAIN, folder);
    }

    @AfterEach
    void close() {
        run.close();
    }

    private Path said() {
        return folder.resolve("said");
    }

    /** Sends a signal at the first of some places, and lets nothing go on before the process has heard of it. */
    private class Stop implements FaultProxy.Watcher {
        private final Signal signal;
        private final String place;
        private final CountDownLatch heard = new CountDownLatch(1);
        private Process process;
        private boolean sent;

        Stop(Signal signal, String place) {
            this.signal = signal;
            this.place = place;
        }

        /** The exit code of the command. */
        int ends(List<Object> command) throws Exception {
            run.proxy().watch(this);
            SteppedProcess stepped = SteppedProcess.start(command, said(), PLACES, this::reach);
            process = stepped.process();
            int code = stepped.toItsEnd();
            run.proxy().watch(new FaultProxy.Watcher() {});
            assertTrue(sent, () -> "it never came to " + place);
            return code;
        }

        private void reach(String reached) {
            if (HEARD.contains(reached)) {
                heard.countDown();
            } else if (isFirst(reached)) {
                signal.to(process);
                meanwhile();
            }
        }

        private synchronized boolean isFirst(String reached) {
            boolean first = !sent && reached.equals(place);
            sent |= first;
            return first;
        }

        /** What else happens before it goes on. */
        void meanwhile() {}

        @Override
        public void before(int request) {
            reach("before " + run.proxy().received().get(request - 1));
            awaitHeard();
        }

        /** From when it was sent on, nobody answers before it was heard. */
        private void awaitHeard() {
            try {
                assertTrue(!sent || heard.await(1, TimeUnit.MINUTES), "the signal was not heard");
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private void assertSaid(String text) throws IOException {
        String all = Files.readString(said());
        assertTrue(all.contains(text), all);
    }

    @Test
    void between_two_decisions_it_ends_at_once_and_goes_on() throws Exception {
        run.begun();
        Process process = OwnProcess.start(run.live(), said());
        OwnProcess.awaitText(said(), "Cycle 1 of", process);
        Signal.TERM.to(process);
        OwnProcess.awaitEnd(process);
        assertEquals(Signal.TERM.exitCode(), process.exitValue());
        assertSaid(GOODBYE);
        run.assertDone("stopped");
        assertEquals(
                List.of(LiveEvent.Started.class, LiveEvent.NothingDue.class),
                run.finish().stream().map(LiveEvent::getClass).toList());
        run.assertDone("and started again");
    }

    @Test
    void a_second_one_is_refused_by_the_number_of_the_first_which_goes_on_and_once_it_has_ended_is_not()
            throws Exception {
        run.begun();
        Process first = OwnProcess.start(run.live(), said());
        OwnProcess.awaitText(said(), "Cycle 1 of", first);
        Cli.Ran second = Cli.run(run.live("--once").toArray());
        assertEquals(ExitCode.STATE, second.code(), second.err());
        assertTrue(second.err().contains("pid " + first.pid()), second.err());
        // With a state of its own it is the wallet that it is refused.
        List<Object> elsewhere = new ArrayList<>(run.live("--once", "--no-collect"));
        elsewhere.replaceAll(word -> word.equals("--out=" + run.state()) ? "--out=" + folder.resolve("other") : word);
        Cli.Ran third = Cli.run(elsewhere.toArray());
        assertEquals(ExitCode.STATE, third.code(), third.err());
        assertTrue(third.err().contains("is in use by another run, of pid " + first.pid()), third.err());
        assertTrue(third.err().contains("End that one first, or use another wallet"), third.err());
        assertTrue(first.isAlive());
        Signal.TERM.to(first);
        OwnProcess.awaitEnd(first);
        run.finish();
        run.assertDone("alone again");
    }

    @ParameterizedTest
    @MethodSource("signals")
    void in_the_middle_of_a_cycle_the_trade_at_hand_is_finished_and_the_next_start_makes_the_rest(Signal signal)
            throws Exception {
        run.begun();
        Stop stop = new Stop(signal, "before eth_sendRawTransaction");
        assertEquals(signal.exitCode(), stop.ends(run.live()));
        assertFirstAloneThenTheRest();
    }

    private void assertFirstAloneThenTheRest() throws IOException {
        assertSaid(IN_THE_MIDDLE);
        assertEquals(1, run.filled().size());
        assertTrue(run.book().openCycle().isPresent());
        run.assertSame("after the first trade");
        assertTrue(run.finish().stream().anyMatch(LiveEvent.CycleResumed.class::isInstance));
        run.assertDone("and started again");
    }

    @Test
    void while_it_waits_for_a_block_it_goes_on_waiting_and_finishes_the_trade() throws Exception {
        run.begun();
        Stop stop = new Stop(Signal.TERM, "before eth_getTransactionReceipt") {
            @Override
            void meanwhile() {
                CHAIN.ask("evm_setAutomine", true);
                CHAIN.ask("evm_mine");
            }
        };
        CHAIN.ask("evm_setAutomine", false);
        try {
            assertEquals(Signal.TERM.exitCode(), stop.ends(run.live()));
        } finally {
            CHAIN.ask("evm_setAutomine", true);
        }
        assertFirstAloneThenTheRest();
    }

    /** Whoever ended it is told that something is on its way; what that was is found by the next start. */
    @Test
    void where_no_block_comes_it_ends_after_half_a_minute_and_says_that_nothing_is_lost() throws Exception {
        run.begun();
        Stop stop = new Stop(Signal.TERM, "before eth_getTransactionReceipt");
        CHAIN.ask("evm_setAutomine", false);
        try {
            assertEquals(Signal.TERM.exitCode(), stop.ends(run.live()));
        } finally {
            CHAIN.ask("evm_setAutomine", true);
        }
        assertSaid("Not all was done within 30 s");
        assertSaid("the same command finds what became of it");
        assertEquals(0, run.filled().size());
        CHAIN.ask("evm_mine");
        run.finish();
        run.assertDone("and started again");
    }

    @Test
    void on_paper_too_the_trade_at_hand_is_finished_and_the_next_start_makes_the_rest() throws Exception {
        run.begunOnPaper();
        Stop stop = new Stop(Signal.TERM, "TradePlanner.plan");
        assertEquals(Signal.TERM.exitCode(), stop.ends(run.paper()));
        assertSaid(IN_THE_MIDDLE);
        assertEquals(1, run.filled().size());
        assertTrue(run.book().openCycle().isPresent());
        Cli.Ran again = Cli.run(run.paper("--once").toArray());
        assertEquals(0, again.code(), again.err());
        assertTrue(again.out().contains("finished after a stop"), again.out());
        assertEquals(2, run.filled().size());
    }

    @Test
    void a_collection_keeps_what_is_done_and_goes_on() throws Exception {
        Path data = folder.resolve("ended").resolve("pools");
        Stop stop = new Stop(Signal.TERM, "before eth_getLogs");
        assertEquals(Signal.TERM.exitCode(), stop.ends(run.collect(data)));
        assertSaid("Ended by request: the same command goes on from here.");
        Cli.Ran again = Cli.run(run.collect(data).toArray());
        assertEquals(0, again.code(), again.err());
        assertEquals(candles(run.data()), candles(data));
    }

    private static Map<String, String> candles(Path data) {
        Map<String, String> candles = new TreeMap<>();
        Folders.content(List.of(data)).forEach((file, content) -> {
            if (file.endsWith(".parquet")) {
                candles.put(Path.of(file).getFileName().toString(), content);
            }
        });
        assertTrue(candles.size() > 0, "no candles");
        return candles;
    }
}
