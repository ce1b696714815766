package org.evenkeel.cli.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenkeel.cli.Cli;
import org.evenkeel.cli.OwnProcess;
import org.evenkeel.cli.Signal;
import org.evenkeel.cli.SteppedProcess;
import org.evenkeel.live.LiveEvent;
import org.evenkeel.state.model.Trade;
import org.evenkeel.testkit.chain.FaultProxy;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Trading on paper, by the command, on a chain: killed, stopped and gone on with. */
final class PaperOnChainTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31413, DueRun.genesis());

    private static final Map<String, Set<String>> PLACES =
            Map.of("org.evenkeel.onchain.exec.TradePlanner", Set.of("plan"));

    @TempDir
    private Path folder;

    private static List<String> bought(DueRun run) {
        return run.filled().stream()
                .map(trade -> trade.plan().intent().pair().base().symbol())
                .sorted()
                .toList();
    }

    /** Before its second trade. */
    private void killInTheMiddle(DueRun run) throws Exception {
        List<Runnable> kill = new ArrayList<>();
        List<String> reached = new ArrayList<>();
        SteppedProcess process = SteppedProcess.start(run.paper(), folder.resolve("said"), PLACES, place -> {
            reached.add(place);
            // A plan is made of a quote by another method of the name.
            if (run.filled().size() == 1) {
                kill.forEach(Runnable::run);
            }
        });
        kill.add(() -> process.process().destroyForcibly().onExit().join());
        assertEquals(128 + 9, process.toItsEnd(), reached::toString);
    }

    @Test
    void two_decisions_with_a_kill_in_the_first_and_a_stop_after_it_are_filled_by_quotes_and_nothing_is_sent()
            throws Exception {
        try (DueRun run = new DueRun(CHAIN, folder)) {
            run.proxy().watch(new FaultProxy.Watcher() {});
            run.begunOnPaper();
            killInTheMiddle(run);
            assertEquals(1, run.filled().size());
            assertTrue(run.book().openCycle().isPresent());

            Process second = OwnProcess.start(run.paper(), folder.resolve("said"));
            OwnProcess.awaitText(folder.resolve("said"), "Cycle 1 of", second);
            Signal.TERM.to(second);
            OwnProcess.awaitEnd(second);
            assertEquals(Signal.TERM.exitCode(), second.exitValue());
            assertEquals(List.of("AAA", "BBB"), bought(run));
            BigDecimal cash = run.book().reserves().values().iterator().next();

            run.push("AAA", -0.2);
            List<LiveEvent> heard = new ArrayList<>();
            LeapingTime time = LeapingTime.now(run::passTo);
            run.goOnOnPaper("20m", time, event -> {
                heard.add(event);
                if (event instanceof LiveEvent.CycleDone) {
                    time.end();
                }
            });
            assertEquals(2, run.book().cycles().size());
            assertTrue(run.filled().size() > 2, () -> heard.toString());
            assertNotEquals(
                    0, cash.compareTo(run.book().reserves().values().iterator().next()));
            assertNothingWasSent(run);
            assertReadable(run);
        }
    }

    private void assertNothingWasSent(DueRun run) {
        assertTrue(run.proxy().count("eth_call") > 50, "it asked for no prices");
        assertEquals(
                List.of(),
                run.proxy().received().stream()
                        .filter(method -> method.startsWith("eth_send"))
                        .toList());
        String wallet = run.wallet().address().hex();
        assertEquals(
                "0x0", CHAIN.ask("eth_getTransactionCount", wallet, "latest").stringValue());
        assertFalse(Files.exists(folder.resolve(wallet)), "no journal of transactions was begun");
    }

    /** Each fill has the price, the costs and the way that its quote had; the run can be read as any other. */
    private static void assertReadable(DueRun run) {
        Instant last = Instant.MIN;
        for (Trade trade : run.filled()) {
            Trade.Filled filled = trade.filled().orElseThrow();
            assertTrue(filled.fill().costs().gas().signum() > 0
                    && filled.fill().costs().fee().signum() > 0);
            assertTrue(!filled.at().isBefore(last));
            last = filled.at();
        }
        for (String command : List.of("report", "inspect")) {
            Cli.Ran ran = Cli.run(command, run.state());
            assertEquals(0, ran.code(), () -> command + ": " + ran.err());
        }
        assertTrue(Files.exists(run.state().resolve("report.html")));
    }
}
