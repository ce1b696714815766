package org.evenkeel.cli.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.api.StrategyException;
import org.evenkeel.cli.terminal.StateConflict;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.live.LiveEvent;
import org.evenkeel.live.notify.Notification;
import org.evenkeel.live.notify.Notification.Kind;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Token;
import org.evenkeel.onchain.tx.TxException;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.RunInfo;
import org.junit.jupiter.api.Test;

/** As what those hear of the end of a command who are elsewhere. */
final class LiveLogTest {
    private static final Instant AT = Instant.parse("2026-11-02T08:00:00Z");
    private static final Chain CHAIN = new Chain("gamma", 7);
    private static final Token USDC = new Token(CHAIN, "0x01", "USDC", 6);

    private final List<Notification> told = new ArrayList<>();
    private final LiveLog log = new LiveLog(
            new LiveLog.Named(Path.of("runs", "D", "."), "Momentum"),
            new StillTime(AT).live(),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            Optional.empty(),
            told::add);

    private void begins() {
        Ledger ledger = new Ledger();
        RunInfo.Market market = new RunInfo.Market(List.of(), new LinkedHashMap<>(Map.of(CHAIN, USDC)));
        RunInfo.Data data = new RunInfo.Data("fake", "nowhere", "none", true);
        ledger.apply(new Event.LedgerOpened(AT, new RunInfo("Momentum", "test", new LinkedHashMap<>(), data, market)));
        ledger.apply(new Event.CashFlowed(AT, Ledger.MAIN_BOOK, USDC, BigDecimal.TEN));
        log.accept(new LiveEvent.Started(AT, "Momentum@" + AT, ledger.book(Ledger.MAIN_BOOK), AT));
    }

    private Kind endsWith(RuntimeException failure) {
        log.failed(failure);
        return told.getLast().kind();
    }

    @Test
    void a_command_that_did_not_come_to_begin_is_a_failure_and_freezes_nothing() {
        log.goesOn();
        assertEquals(Kind.FAILURE, endsWith(new StateConflict("The wallet is in use by another run, of pid 7.")));
        assertEquals(Notification.Severity.WARNING, told.getLast().kind().severity());
        assertEquals("D: Momentum", told.getLast().run());
    }

    @Test
    void what_is_mistyped_is_told_nobody_else() {
        log.failed(new UsageException("--look 0s leaves no time."));
        assertEquals(List.of(), told);
    }

    @Test
    void a_run_that_went_on_and_ended_by_a_failure_is_an_alarm_that_says_what_that_means() {
        log.goesOn();
        begins();
        assertEquals(Kind.END, endsWith(new StrategyException("It divided by zero.")));
        assertEquals(Notification.Severity.ALARM, told.getLast().kind().severity());
        assertTrue(told.getLast().text().startsWith("The run has ended, and nothing that it holds is watched"));
        assertTrue(told.getLast().text().endsWith("It divided by zero."));
    }

    @Test
    void of_a_run_by_a_timer_the_next_start_may_do_what_this_one_did_not() {
        begins();
        assertEquals(Kind.FAILURE, endsWith(new StrategyException("It divided by zero.")));
    }

    @Test
    void a_run_that_went_on_and_ended_because_of_its_wallet_is_frozen() {
        log.goesOn();
        begins();
        assertEquals(Kind.FREEZE, endsWith(new TxException.Conflict("The journal says something else.")));
    }

    @Test
    void a_run_is_told_by_its_folder_and_its_own_name_once_that_is_known() {
        log.goesOn();
        begins();
        assertEquals("D: Momentum@2026-11-02T08:00:00Z", told.getLast().run());
    }
}
