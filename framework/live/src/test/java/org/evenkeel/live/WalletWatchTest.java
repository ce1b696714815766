package org.evenkeel.live;

import static org.evenkeel.live.LiveLab.A;
import static org.evenkeel.live.LiveLab.B;
import static org.evenkeel.live.LiveLab.USDC;
import static org.evenkeel.live.LiveLab.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evenkeel.api.port.TriggerWatch;
import org.evenkeel.api.port.Unavailable;
import org.evenkeel.market.Token;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.store.Durability;
import org.evenkeel.state.store.StateStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done with a wallet between two decisions of its run is noticed between them. */
final class WalletWatchTest {
    private static final String BOUGHT_ALONE = "[BUY A 300, BUY B 400]";

    @TempDir
    private Path folder;

    private LiveLab lab;
    private FakeTime time = new FakeTime(minute(11), minute(70));
    private final List<Instant> asked = new ArrayList<>();
    private Optional<String> others = Optional.empty();
    private boolean answers = true;
    private boolean skips;
    private int questions;

    /** Of a run that holds A and B; the stop of A is touched a while before its next decision. */
    @BeforeEach
    void hold() {
        lab = new LiveLab(folder);
        FakeChain.give(lab.chain(), USDC, "1000");
        Position a = lab.run(-30, 10).book().findPosition(A).orElseThrow();
        lab = new LiveLab(folder)
                .with(new LiveTerms(Duration.ofSeconds(10), Optional.empty(), Duration.ofHours(1)))
                .touches(new TriggerWatch.Touch(minute(40), a, TradeReason.STOP_LOSS, 0.9, 0.9))
                .withWallet(Asked::new);
    }

    /** A wallet that is asked now and then. */
    private class Asked implements Wallet {
        private final Wallet real;

        Asked(Wallet real) {
            this.real = real;
        }

        @Override
        public Map<Token, BigDecimal> balances(Collection<Token> tokens) {
            if (!answers || (skips && questions++ % 2 == 1)) {
                throw new Unavailable("no node answers", null);
            }
            asked.add(time.instant());
            return real.balances(tokens);
        }

        @Override
        public Optional<String> frozen() {
            return others;
        }

        @Override
        public String remedy(Map<Token, BigDecimal> more) {
            return more.entrySet().stream()
                    .map(one -> "book " + one.getValue().toPlainString() + " " + one.getKey())
                    .collect(Collectors.joining("; "));
        }
    }

    /** Once it is then, something happens outside of the run. */
    private Time withThen(int at, Runnable happens) {
        Time passing = time;
        return new Time() {
            private boolean happened;

            @Override
            public Instant instant() {
                return passing.instant();
            }

            @Override
            public void await(Instant until) throws InterruptedException {
                passing.await(until);
                if (!happened && !instant().isBefore(minute(at))) {
                    happened = true;
                    happens.run();
                }
            }

            @Override
            public boolean isOver() {
                return passing.isOver();
            }
        };
    }

    private WalletException endsAfter(int at, Runnable happens) {
        WalletException end = assertThrows(
                WalletException.class, () -> lab.run(withThen(at, happens)).run());
        assertEquals(BOUGHT_ALONE, FakeChain.landed(lab.chain()).toString(), "nothing more is sent");
        assertTrue(time.instant().isBefore(minute(at + 3)), "noticed at " + time.instant());
        assertEquals(1, lab.book().cycles().size());
        return end;
    }

    @Test
    void tokens_that_went_elsewhere_end_the_run_before_its_next_decision_with_what_a_person_can_do() {
        String told = endsAfter(15, () -> FakeChain.give(lab.chain(), A.base(), "-300"))
                .getMessage();
        assertTrue(told.contains("of A (0xA) on ethereum the books hold 300 and the wallet 0 (-300)"), told);
        assertTrue(told.contains("book -300 A"), told);
        assertTrue(
                told.startsWith("The run has ended, and its 2 positions stay as they are: no stop of theirs is watched"
                        + " until it is started again. Books and wallet differ"),
                told);
        assertTrue(told.contains("find out where it went"), told);
        assertFalse(told.contains("deposit"), "nothing came: " + told);
    }

    @Test
    void what_differs_so_far_is_told_before_the_run_ends_with_the_time_to_the_second() {
        endsAfter(15, () -> FakeChain.give(lab.chain(), A.base(), "-300"));
        List<String> notices = lab.heard(LiveEvent.Notice.class).stream()
                .map(LiveEvent.Notice::text)
                .toList();
        assertEquals(1, notices.size(), notices::toString);
        assertTrue(
                notices.getFirst().contains("of A (0xA) on ethereum the books hold 300 and the wallet 0 (-300)"),
                notices::toString);
        assertTrue(
                notices.getFirst().matches(".* until 2022-01-03T\\d\\d:\\d\\d:\\d\\dZ, and nothing is sent before\\."),
                notices::toString);
    }

    @Test
    void a_start_that_finds_money_which_came_says_to_book_it_and_that_nothing_is_watched() {
        FakeChain.give(lab.chain(), USDC, "5");
        String told =
                assertThrows(WalletException.class, () -> lab.run(time).run()).getMessage();
        assertTrue(
                told.startsWith("The run does not start, and its 2 positions stay as they are: no stop of theirs is"
                        + " watched until it is started again. "),
                told);
        assertTrue(told.contains("book the money that came as a deposit"), told);
        assertFalse(told.contains("where it went"), "nothing is gone: " + told);
    }

    @Test
    void money_that_went_elsewhere_does_too() {
        String told =
                endsAfter(15, () -> FakeChain.give(lab.chain(), USDC, "-1")).getMessage();
        assertTrue(told.contains("(-1"), told);
    }

    @Test
    void whatever_else_sends_from_the_wallet_ends_the_run_at_the_next_look() {
        String told = endsAfter(15, () -> {
                    others = Optional.of("The wallet is frozen.");
                    FakeChain.give(lab.chain(), USDC, "-1");
                })
                .getMessage();
        assertTrue(told.startsWith("The run has ended, and its 2 positions stay as they are"), told);
        assertTrue(told.contains(" The wallet is frozen. – Books and wallet differ, too: of USDC"), told);
        assertTrue(time.instant().isBefore(minute(17)), "without waiting for a node that may be behind");
    }

    private void blind(Runnable happens) {
        Time passing = withThen(15, happens);
        World world = lab.world(passing);
        World blind = new World(passing, world.feed(), Optional.empty(), world.trading());
        new LiveRun(lab.setup(), blind, LiveTerms.DEFAULTS, event -> {}).run();
    }

    @Test
    void control_a_run_that_looks_at_no_wallet_sells_by_its_stop_what_went_elsewhere() {
        time = new FakeTime(minute(11), minute(50));
        blind(() -> FakeChain.give(lab.chain(), A.base(), "-300"));
        assertTrue(FakeChain.landed(lab.chain()).contains("SELL A 300"));
        assertTrue(FakeChain.holds(lab.chain(), A, new BigDecimal("-300")), "which is not there");
    }

    @Test
    void control_a_run_that_looks_at_no_wallet_goes_on_sending_beside_somebody_else() {
        time = new FakeTime(minute(11), minute(50));
        blind(() -> others = Optional.of("The wallet is frozen."));
        assertTrue(FakeChain.landed(lab.chain()).contains("SELL A 300"));
    }

    @Test
    void money_that_came_is_told_once_and_left_alone() {
        lab.run(withThen(15, () -> FakeChain.give(lab.chain(), USDC, "5"))).run();
        List<LiveEvent.Notice> notices = lab.heard(LiveEvent.Notice.class);
        assertEquals(1, notices.size(), notices::toString);
        assertTrue(notices.getFirst().text().contains("more than the books"), notices::toString);
        assertTrue(notices.getFirst().at().isBefore(minute(17)), notices::toString);
        assertEquals(2, lab.book().cycles().size());
    }

    @Test
    void a_node_that_does_not_answer_is_no_difference_and_stops_are_watched_meanwhile() {
        Time until = withThen(15, () -> answers = false);
        Time passing = time;
        lab.run(new Time() {
                    @Override
                    public Instant instant() {
                        return until.instant();
                    }

                    @Override
                    public void await(Instant instant) throws InterruptedException {
                        until.await(instant);
                        answers = answers || !passing.instant().isBefore(minute(50));
                    }

                    @Override
                    public boolean isOver() {
                        return until.isOver();
                    }
                })
                .run();
        List<String> notices = lab.heard(LiveEvent.Notice.class).stream()
                .map(LiveEvent.Notice::text)
                .toList();
        assertEquals(2, notices.size(), notices::toString);
        assertTrue(notices.getFirst().contains("cannot be looked at until its chain answers again"), notices::toString);
        assertTrue(notices.getLast().contains("looked at again"), notices::toString);
        assertEquals(List.of(), lab.heard(LiveEvent.OutOfReach.class));
        assertTrue(FakeChain.landed(lab.chain()).contains("SELL A 300"), "its stop is no less watched");
        assertEquals(2, lab.book().cycles().size());
    }

    @Test
    void what_differs_is_not_forgotten_where_a_node_answers_every_second_question_alone() {
        String told = endsAfter(15, () -> {
                    skips = true;
                    FakeChain.give(lab.chain(), A.base(), "-300");
                })
                .getMessage();
        assertTrue(told.contains("Books and wallet differ"), told);
    }

    @Test
    void where_nothing_can_be_asked_about_what_differed_nothing_is_sold_there_by_a_stop() {
        Time until = withThen(15, () -> FakeChain.give(lab.chain(), A.base(), "-300"));
        lab = lab.withWallet(real -> new Asked(real) {
            @Override
            public Map<Token, BigDecimal> balances(Collection<Token> tokens) {
                Map<Token, BigDecimal> told = super.balances(tokens);
                answers = told.getOrDefault(A.base(), BigDecimal.ZERO).signum() > 0; // Seen once, and not again.
                return told;
            }
        });
        lab.run(until).run();
        assertEquals(BOUGHT_ALONE, FakeChain.landed(lab.chain()).toString(), "whatever its stop");
        assertEquals(1, lab.book().cycles().size());
    }

    /** As a kill leaves it after the money came that a buy waited for. */
    @Test
    void nothing_is_bought_by_a_start_before_the_wallet_was_held_against_the_books() {
        try (StateStore store = StateStore.open(lab.state(), "Scripted", Durability.DURABLE)) {
            store.ledger()
                    .apply(new Event.TradePlanned(
                            minute(10),
                            new PlannedTrade(
                                    store.ledger().nextTrade(), Ledger.MAIN_BOOK, 1, USDC, LiveLab.buy(B, 50))));
            store.commit();
        }
        FakeChain.give(lab.chain(), A.base(), "-300");
        assertThrows(WalletException.class, () -> lab.run(time).run());
        assertEquals(BOUGHT_ALONE, FakeChain.landed(lab.chain()).toString(), "nothing is sent");
        FakeChain.give(lab.chain(), A.base(), "300");
        new LiveLab(folder).run(14, 20);
        assertEquals(
                "[BUY A 300, BUY B 400, BUY B 50]",
                FakeChain.landed(lab.chain()).toString());
    }

    @Test
    void it_is_asked_once_a_minute_and_no_more() {
        time = new FakeTime(minute(11), minute(31));
        lab.run(time).run();
        assertTrue(asked.size() >= 18 && asked.size() <= 21, asked::toString);
    }

    @Test
    void where_no_decision_is_due_once_says_so_and_when_one_is() {
        lab.once(11);
        assertEquals(
                List.of(minute(60)),
                lab.heard(LiveEvent.NothingDue.class).stream()
                        .map(LiveEvent.NothingDue::next)
                        .toList());
    }

    @Test
    void where_none_is_due_once_ends_at_once() {
        time = new FakeTime(minute(11), Instant.MAX);
        lab.run(time).once();
        assertEquals(minute(11), time.instant(), "nobody waits for what does not come");
    }

    @Test
    void a_stop_that_is_touched_is_sold_by_once_though_no_decision_is_due() {
        time = new FakeTime(minute(41), Instant.MAX);
        lab.run(time).once();
        assertTrue(FakeChain.landed(lab.chain()).contains("SELL A 300"));
        assertEquals(1, lab.book().cycles().size());
    }

    @Test
    void where_one_is_due_once_makes_it_and_does_not_say_so() {
        lab.once(60);
        assertEquals(2, lab.book().cycles().size());
        assertFalse(lab.heard().stream().anyMatch(LiveEvent.NothingDue.class::isInstance));
        assertTrue(FakeChain.holds(lab.chain(), A, BigDecimal.ZERO), "it closes A");
    }
}
