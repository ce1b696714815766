package org.evenkeel.live;

import static org.evenkeel.live.LiveLab.A;
import static org.evenkeel.live.LiveLab.B;
import static org.evenkeel.live.LiveLab.USDC;
import static org.evenkeel.live.LiveLab.minute;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.api.port.Execution;
import org.evenkeel.api.port.TriggerWatch;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.store.StateFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DryRunTest {
    @TempDir
    private Path folder;

    private LiveLab lab;

    @BeforeEach
    void fund() {
        lab = new LiveLab(folder);
        FakeChain.give(lab.chain(), USDC, "1000");
    }

    /** A dry run whose trades land on a chain that is nobody's. */
    private DryRun.Result dry(int minute) throws IOException {
        return dryRun(minute).turn();
    }

    private DryRun dryRun(int minute, TriggerWatch.Touch... touches) throws IOException {
        Path nowhere = Files.createTempDirectory(folder, "nowhere").resolve("chain.txt");
        LiveLab planned =
                new LiveLab(folder).touches(touches).withExecution(real -> new OnPaper(new FakeChain(nowhere, "dry")));
        return new DryRun(
                planned.setup(), planned.world(new FakeTime(minute(minute), Instant.MAX)), LiveTerms.DEFAULTS);
    }

    /** Knows nothing of what has happened on a real chain. */
    private record OnPaper(Execution paper) implements Execution {
        @Override
        public boolean paysGasItself() {
            return true;
        }

        @Override
        public Ended execute(Order order) {
            return paper.execute(order);
        }

        @Override
        public List<Ended> settle(List<Trade> open, Instant at) {
            return paper.settle(open, at);
        }
    }

    @Test
    void before_a_run_has_begun_it_says_what_the_first_decision_would_be() throws IOException {
        DryRun.Result result = dry(-30);
        assertEquals(
                List.of(A, B),
                result.trades().stream()
                        .map(trade -> trade.plan().intent().pair())
                        .toList());
        assertEquals(0, new BigDecimal("1000").compareTo(result.before().reserve(USDC)));
        assertEquals(0, new BigDecimal("300").compareTo(result.after().reserve(USDC)));
        assertFalse(Files.exists(lab.state()), "nothing is written");
        assertEquals(List.of(), FakeChain.landed(lab.chain()));
    }

    @Test
    void on_a_run_it_says_what_the_next_decision_would_be_and_leaves_every_byte_as_it_is() throws IOException {
        lab.run(-30, 10);
        byte[] journal = Files.readAllBytes(StateFolder.at(lab.state()).journal());
        byte[] snapshot = Files.readAllBytes(StateFolder.at(lab.state()).snapshot());
        DryRun.Result result = dry(15);
        assertEquals(2, result.cycle().number());
        assertEquals(List.of(), words(result.now()));
        assertEquals(List.of("3 SELL A close", "4 BUY B order"), words(result.then()));
        assertEquals(Optional.of(minute(60)), result.when(result.trades().getFirst()));
        assertTrue(result.before().findPosition(A).isPresent());
        assertTrue(result.after().findPosition(A).isEmpty());
        assertArrayEquals(
                journal, Files.readAllBytes(StateFolder.at(lab.state()).journal()));
        assertArrayEquals(
                snapshot, Files.readAllBytes(StateFolder.at(lab.state()).snapshot()));
        lab.run(20, 70);
        assertEquals(4, FakeChain.landed(lab.chain()).size(), "the run goes on as if nothing had been asked");
    }

    @Test
    void what_a_trigger_is_touched_of_would_be_sold_now_and_the_decision_made_an_hour_away() throws IOException {
        Position a = lab.run(-30, 10).book().findPosition(A).orElseThrow();
        TriggerWatch.Touch touch = new TriggerWatch.Touch(minute(12), a, TradeReason.STOP_LOSS, 0.9, 0.9);
        DryRun.Result result = dryRun(15, touch).turn();
        PlannedTrade first = result.trades().getFirst().plan();
        assertEquals(A, first.intent().pair());
        assertEquals(TradeReason.STOP_LOSS, first.intent().reason());
        assertTrue(result.trades().getFirst().filled().isPresent());
        assertEquals(1, result.now().size());
        assertEquals(
                List.of("4 BUY B order"),
                words(result.then()),
                "the decision has only B to buy: of A nothing is left to be closed");
        assertTrue(result.before().findPosition(A).isPresent());
        assertEquals(
                List.of(TradeReason.CLOSE, TradeReason.ORDER),
                dryRun(15, touch).decision().trades().stream()
                        .map(trade -> trade.plan().intent().reason())
                        .toList(),
                "a decision alone looks at none");
        assertEquals(List.of("BUY A 300", "BUY B 400"), FakeChain.landed(lab.chain()));
    }

    @Test
    void a_decision_that_is_due_would_be_made_now_before_the_triggers_are_looked_at() throws IOException {
        Position a = lab.run(-30, 10).book().findPosition(A).orElseThrow();
        TriggerWatch.Touch touch = new TriggerWatch.Touch(minute(12), a, TradeReason.STOP_LOSS, 0.9, 0.9);
        DryRun.Result result = dryRun(62, touch).turn();
        assertEquals(minute(60), result.cycle().at());
        assertEquals(List.of("3 SELL A close", "4 BUY B order"), words(result.now()));
        assertEquals(Optional.empty(), result.next());
        lab.touches(touch).once(62);
        assertEquals(
                List.of("3 SELL A close", "4 BUY B order"),
                words(lab.book().trades().subList(2, 4)),
                "and so a start does");
    }

    /** A run that ends as by a kill: before its second trade is sent, which is on record by then. */
    private void killBeforeTheSecondTrade() {
        LiveLab killed = new LiveLab(folder).withExecution(Killed::new);
        assertThrows(IllegalStateException.class, () -> killed.run(-30, 10));
        assertEquals(List.of("BUY A 300"), FakeChain.landed(lab.chain()));
    }

    private record Killed(Execution real) implements Execution {
        @Override
        public boolean paysGasItself() {
            return true;
        }

        @Override
        public Ended execute(Order order) {
            if (order.trade().intent().pair().equals(B)) {
                throw new IllegalStateException("killed");
            }
            return real.execute(order);
        }

        @Override
        public List<Ended> settle(List<Trade> open, Instant at) {
            return real.settle(open, at);
        }
    }

    @Test
    void what_is_left_of_a_decision_would_be_made_now_of_the_cash_that_there_is() throws IOException {
        killBeforeTheSecondTrade();
        DryRun.Result result = dry(2);
        assertEquals(700, result.found().worth().cash());
        assertEquals(
                Optional.of(new DryRun.Rest(minute(0), Optional.of(minute(6)))),
                result.found().rest());
        assertEquals(List.of("2 BUY B order"), words(result.found().unsettled()));
        assertEquals(List.of("3 BUY B order"), words(result.now()));
        assertEquals(List.of("4 SELL A close", "5 BUY B order"), words(result.then()));
        lab.once(2);
        assertEquals(words(result.now()), words(lab.book().trades().subList(2, 3)), "and so a start does");
    }

    @Test
    void a_trade_that_may_have_been_sent_is_no_difference_between_books_and_wallet() throws IOException {
        killBeforeTheSecondTrade();
        FakeChain.give(lab.chain(), B.base(), "400");
        FakeChain.give(lab.chain(), USDC, "-400");
        DryRun.Found found = dry(2).found();
        assertEquals(List.of("2 BUY B order"), words(found.unsettled()));
        assertEquals(List.of(), found.differences());
        FakeChain.give(lab.chain(), A.base(), "-1");
        assertEquals(
                List.of(A.base()),
                dry(2).found().differences().stream().map(Difference::token).toList(),
                "that of another token is");
    }

    @Test
    void what_is_left_of_a_decision_and_is_too_late_is_given_up() throws IOException {
        killBeforeTheSecondTrade();
        DryRun.Result result = dry(15);
        assertEquals(
                Optional.of(new DryRun.Rest(minute(0), Optional.empty())),
                result.found().rest());
        assertEquals(List.of(), words(result.now()));
        assertEquals(List.of("3 SELL A close", "4 BUY B order"), words(result.then()));
    }

    @Test
    void a_decision_alone_gives_up_what_is_left_of_the_one_before() throws IOException {
        killBeforeTheSecondTrade();
        DryRun.Result result = dryRun(2).decision();
        assertEquals(
                Optional.of(new DryRun.Rest(minute(0), Optional.empty())),
                result.found().rest());
        assertEquals(List.of("3 SELL A close", "4 BUY B order"), words(result.now()));
        assertEquals(Optional.empty(), result.next());
        lab.run(new FakeTime(minute(2), Instant.MAX)).decideNow();
        assertEquals(words(result.now()), words(lab.book().trades().subList(2, 4)), "and so it does");
    }

    @Test
    void what_the_run_was_begun_with_and_goes_on_without_is_told() throws IOException {
        lab.with(Map.of("cycleOffset", "52m")).run(-30, 10);
        List<String> notices = dry(15).found().notices();
        assertEquals(1, notices.size());
        assertTrue(notices.getFirst().contains("cycleOffset was 52m and is not there"), notices.getFirst());
    }

    private static List<String> words(List<Trade> trades) {
        return trades.stream()
                .map(trade -> trade.plan().id() + " " + trade.plan().intent().side() + " "
                        + trade.plan().intent().pair().base().symbol() + " "
                        + trade.plan().intent().reason().words())
                .toList();
    }

    @Test
    void where_the_wallet_has_not_what_the_books_say_it_says_of_what_and_how_much() throws IOException {
        lab.run(-30, 10);
        assertEquals(List.of(), dry(15).found().differences());
        FakeChain.give(lab.chain(), B.base(), "-100");
        FakeChain.give(lab.chain(), USDC, "7");
        List<Difference> differences = dry(15).found().differences();
        assertEquals(
                List.of(B.base(), USDC),
                differences.stream().map(Difference::token).toList());
        assertEquals(0, differences.getFirst().more().compareTo(new BigDecimal("-100")));
        assertEquals(0, differences.getLast().more().compareTo(new BigDecimal("7")));
    }

    @Test
    void each_wish_has_its_outcome() throws IOException {
        assertEquals(
                List.of(Outcome.TRADED, Outcome.TRADED),
                dry(0).cycle().result().outcomes().stream()
                        .map(outcome -> outcome.outcome())
                        .toList());
    }

    @Test
    void a_wallet_that_would_be_refused_is_refused() {
        FakeChain.give(lab.chain(), B.base(), "1");
        assertThrows(WalletException.class, () -> dry(0));
    }
}
