package org.evenkeel.cli.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.cli.Cli;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.live.LiveEvent;
import org.evenkeel.live.WalletException;
import org.evenkeel.testkit.chain.FaultProxy;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is done with the wallet of a run between two of its decisions. */
final class BetweenDecisionsTest {
    /** Nothing is looked at more than a minute after it happened, and a minute later it is certain. */
    private static final Duration NOTICED = Duration.ofMinutes(3);

    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31432, DueRun.genesis());

    @TempDir
    private Path folder;

    private final LeapingTime time = LeapingTime.now(this::passes);
    private final List<LiveEvent> heard = new ArrayList<>();
    private DueRun run;
    private FaultProxy webhook;
    private Runnable happens = () -> {};
    private Instant happened = Instant.MAX;
    private Instant end = Instant.MAX;
    private boolean decided;
    private long sent;

    @BeforeEach
    void prepare() {
        run = new DueRun(CHAIN, folder);
        webhook = FaultProxy.before(CHAIN);
        webhook.set("*", new FaultProxy.Fault.Status(200));
        run.environment("EVENKEEL_WEBHOOK_URL=" + webhook.url() + "\nEVENKEEL_WEBHOOK_SHAPE=generic\n");
    }

    @AfterEach
    void close() {
        webhook.close();
        run.close();
    }

    private void hears(LiveEvent event) {
        heard.add(event);
        decided |= event instanceof LiveEvent.CycleDone;
    }

    private void passes(Instant until) {
        run.passTo(until);
        if (decided && happened.equals(Instant.MAX)) {
            sent = run.nonce();
            happened = time.instant();
            end = happened.plus(Duration.ofMinutes(20));
            happens.run();
        }
        if (until.isAfter(end)) {
            time.end();
        }
    }

    private void goOn() {
        run.begun().goOn("10s", time, this::hears);
    }

    private long alarms() {
        return webhook.bodies().stream()
                .filter(body -> body.contains("\"kind\":\"freeze\""))
                .count();
    }

    /** It ends before its next decision, has sent nothing more, and told so once. */
    private String endsAfter(Runnable what) {
        happens = what;
        String told = assertThrows(WalletException.class, this::goOn).getMessage();
        assertTrue(time.instant().isBefore(happened.plus(NOTICED)), told + " at " + time.instant());
        assertEquals(1, run.book().cycles().size(), "the next decision is in an hour");
        assertEquals(2, run.book().trades().size());
        assertEquals(1, alarms(), webhook.bodies()::toString);
        assertTrue(
                told.contains("./evenkeel doctor --wallet " + run.wallet().keystore() + " --state " + run.state()),
                told);
        return told;
    }

    @Test
    void money_that_is_taken_is_noticed_at_the_next_look_and_told_with_the_command_that_books_it() {
        String told = endsAfter(() -> run.take("100"));
        assertEquals(sent, run.nonce());
        assertTrue(told.contains("Books and wallet differ: of USDC"), told);
        assertTrue(told.contains("(-100.000000)"), told);
        assertTrue(told.endsWith("--repair book-withdrawal:gamma:USDC"), told);
    }

    @Test
    void a_transaction_that_the_key_sent_elsewhere_freezes_the_wallet_at_the_next_look() {
        String told = endsAfter(run::sendElsewhere);
        assertEquals(sent + 1, run.nonce(), "the one from elsewhere");
        assertTrue(told.contains("the wallet is frozen"), told);
        assertTrue(told.contains("--repair release-nonce:gamma --reason"), told);
    }

    @Test
    void money_that_comes_is_told_once_and_ends_nothing() {
        happens = () -> run.give("7");
        goOn();
        List<LiveEvent.Notice> notices = heard.stream()
                .filter(LiveEvent.Notice.class::isInstance)
                .map(LiveEvent.Notice.class::cast)
                .filter(notice -> notice.text().contains("more than the books"))
                .toList();
        assertEquals(1, notices.size(), heard::toString);
        assertTrue(notices.getFirst().at().isBefore(happened.plus(NOTICED)));
        assertEquals(0, alarms());
    }

    /** It has no wallet: what happens to one is nothing to it. */
    @Test
    void paper_looks_at_none() {
        happens = () -> {
            run.take("100");
            run.sendElsewhere();
        };
        run.begunOnPaper().goOnOnPaper("10s", time, this::hears);
        assertTrue(happened.isBefore(end), "it has happened");
        assertEquals(
                List.of(),
                heard.stream().filter(LiveEvent.Notice.class::isInstance).toList());
        assertEquals(0, alarms());
    }

    @Test
    void on_paper_too_once_says_that_nothing_is_due() {
        run.begunOnPaper();
        String first = Cli.run(run.paper("--once", "--no-collect").toArray()).out();
        assertTrue(first.contains("Cycle 1 of ") && !first.contains("No decision is due"), first);
        Cli.Ran second = Cli.run(run.paper("--once", "--no-collect").toArray());
        assertEquals(ExitCode.OK, second.code(), second.err());
        assertTrue(second.out().contains("No decision is due. The next one is at "), second.out());
    }
}
