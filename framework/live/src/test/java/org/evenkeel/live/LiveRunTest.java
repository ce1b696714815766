package org.evenkeel.live;

import static org.evenkeel.live.LiveLab.A;
import static org.evenkeel.live.LiveLab.B;
import static org.evenkeel.live.LiveLab.USDC;
import static org.evenkeel.live.LiveLab.buy;
import static org.evenkeel.live.LiveLab.close;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.api.StrategyException;
import org.evenkeel.api.port.Execution;
import org.evenkeel.api.port.TriggerWatch;
import org.evenkeel.api.port.Unavailable;
import org.evenkeel.market.Token;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.replay.Replay;
import org.evenkeel.state.store.Durability;
import org.evenkeel.state.store.StateException;
import org.evenkeel.state.store.StateFolder;
import org.evenkeel.state.store.StateStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LiveRunTest {
    private static final List<String> USUAL =
            List.of("BUY A 300", "BUY B 400", "SELL A 300", "BUY B 50", "SELL B 120", "BUY A 333");

    @TempDir
    private Path folder;

    private LiveLab lab;

    @BeforeEach
    void fund() {
        lab = new LiveLab(folder);
        FakeChain.give(lab.chain(), USDC, "1000");
    }

    private List<Instant> decisions() {
        return lab.book().cycles().stream().map(Cycle::at).toList();
    }

    @Test
    void a_new_run_takes_in_what_the_wallet_holds_and_decides_at_each_tick_from_then_on() {
        lab.run(-30, 190);
        assertEquals(List.of(minute(0), minute(60), minute(120), minute(180)), decisions());
        assertEquals(USUAL, FakeChain.landed(lab.chain()));
        assertEquals(0, new BigDecimal("337").compareTo(lab.book().reserve(USDC)));
        assertEquals(minute(190), lab.heard(LiveEvent.Stopped.class).getFirst().at());
        assertEquals(6, lab.heard(LiveEvent.TradeEnded.class).size());
        assertEquals(
                "Scripted@" + minute(-30),
                lab.heard(LiveEvent.Started.class).getFirst().run());
    }

    @Test
    void it_is_told_at_the_start_when_the_next_decision_is() {
        lab.once(-30).once(5).once(20);
        assertEquals(
                List.of(minute(0), minute(0), minute(60)),
                lab.heard(LiveEvent.Started.class).stream()
                        .map(LiveEvent.Started::next)
                        .toList());
    }

    @Test
    void what_became_of_the_trades_of_a_cycle_is_told_before_the_cycle() {
        lab.run(-30, 10);
        List<Class<?>> told = lab.heard().stream()
                .<Class<?>>map(Object::getClass)
                .filter(kind -> kind != LiveEvent.Started.class && kind != LiveEvent.Stopped.class)
                .toList();
        assertEquals(List.of(LiveEvent.TradeEnded.class, LiveEvent.TradeEnded.class, LiveEvent.CycleDone.class), told);
    }

    @Test
    void started_again_a_little_after_a_tick_its_record_stays_in_the_order_of_time() {
        lab.run(-30, -20).run(3, 10).run(63, 70);
        List<Instant> times = new ArrayList<>();
        StateFolder.at(lab.state()).forEachEvent(event -> {
            if (!(event instanceof Event.LedgerOpened)) {
                times.add(event.at());
            }
            return true;
        });
        assertEquals(times.stream().sorted().toList(), times);
        assertEquals(
                1,
                Replay.until(StateFolder.at(lab.state()), minute(0))
                        .book(Ledger.MAIN_BOOK)
                        .cycles()
                        .size());
    }

    @Test
    void stopped_and_started_again_it_makes_the_same_trades() {
        lab.run(-30, 10).run(20, 70).run(71, 72).run(100, 190);
        assertEquals(USUAL, FakeChain.landed(lab.chain()));
        assertEquals(List.of(minute(0), minute(60), minute(120), minute(180)), decisions());
    }

    @Test
    void a_decision_that_is_a_little_late_is_made_and_one_that_is_later_is_not_and_says_so() {
        lab.run(-30, 10).run(66, 70).run(127, 130);
        assertEquals(List.of(minute(0), minute(60)), decisions(), "six minutes are a tenth of the cycle");
        LiveEvent.TicksMissed missed = lab.heard(LiveEvent.TicksMissed.class).getFirst();
        assertEquals(List.of(minute(120), minute(120)), List.of(missed.first(), missed.last()));
        assertEquals(1, lab.heard(LiveEvent.TicksMissed.class).size(), "said once");
    }

    @Test
    void after_a_long_stop_all_that_was_missed_is_said_and_none_of_it_decided() {
        lab.run(-30, 10).run(200, 230);
        assertEquals(List.of(minute(0)), decisions());
        LiveEvent.TicksMissed missed = lab.heard(LiveEvent.TicksMissed.class).getFirst();
        assertEquals(List.of(minute(60), minute(180)), List.of(missed.first(), missed.last()));
    }

    @Test
    void once_does_what_is_due_and_ends() {
        lab.once(-30).once(0).once(3).once(61);
        assertEquals(List.of(minute(0), minute(60)), decisions());
    }

    @Test
    void a_trigger_fires_between_decisions() {
        Position first = new LiveLab(folder).run(-30, 10).book().findPosition(A).orElseThrow();
        lab.touches(new TriggerWatch.Touch(minute(35), first, TradeReason.STOP_LOSS, 0.9, 0.9))
                .run(11, 50);
        assertEquals(List.of("BUY A 300", "BUY B 400", "SELL A 300"), FakeChain.landed(lab.chain()));
    }

    @Test
    void a_wallet_with_positions_that_no_state_knows_is_refused_before_anything_is_sent() {
        FakeChain.give(lab.chain(), B.base(), "7.5");
        String message =
                assertThrows(WalletException.class, () -> lab.run(-30, 10)).getMessage();
        for (String part : List.of("7.5 B", "0xB", "ethereum", "another wallet", "Nothing was sent")) {
            assertTrue(message.contains(part), message);
        }
        assertEquals(List.of(), FakeChain.landed(lab.chain()));
    }

    @Test
    void a_wallet_without_money_is_refused() {
        LiveLab poor = new LiveLab(folder.resolve("poor"));
        folder.resolve("poor").toFile().mkdir();
        String message =
                assertThrows(WalletException.class, () -> poor.run(-30, 10)).getMessage();
        assertTrue(message.contains("USDC") && message.contains("Send some"), message);
    }

    @Test
    void money_that_came_from_elsewhere_ends_the_run_with_what_and_how_much() {
        lab.run(-30, 10);
        FakeChain.give(lab.chain(), USDC, "0.000001");
        String message =
                assertThrows(WalletException.class, () -> lab.run(20, 200)).getMessage();
        for (String part : List.of("USDC", "ethereum", "books hold 300", "wallet 300.000001", "+0.000001", "doctor")) {
            assertTrue(message.contains(part), message);
        }
        assertEquals(2, FakeChain.landed(lab.chain()).size());
    }

    @Test
    void what_somebody_sends_to_the_wallet_meanwhile_is_told_and_ends_nothing() {
        int[] looks = {0};
        lab.withWallet(real -> tokens -> {
                    looks[0]++;
                    Map<Token, BigDecimal> held = new HashMap<>(real.balances(tokens));
                    if (looks[0] > 4) {
                        held.merge(B.base(), new BigDecimal("0.000000000000000001"), BigDecimal::add);
                    }
                    return held;
                })
                .run(-30, 190);
        assertEquals(USUAL, FakeChain.landed(lab.chain()));
        assertTrue(
                lab.heard(LiveEvent.Notice.class).stream()
                        .anyMatch(notice -> notice.text().contains("more than the books")
                                && notice.text().contains("0xB")),
                () -> lab.heard().toString());
    }

    @Test
    void a_node_that_is_some_blocks_behind_does_not_end_the_run() {
        int[] looks = {0};
        lab.withWallet(real -> tokens -> {
                    looks[0]++;
                    Map<Token, BigDecimal> held = new HashMap<>(real.balances(tokens));
                    boolean behind = looks[0] % 5 != 0 && looks[0] > 5;
                    if (behind && held.containsKey(USDC)) {
                        held.merge(USDC, BigDecimal.ONE, BigDecimal::subtract);
                    }
                    return held;
                })
                .run(-30, 190);
        assertEquals(USUAL, FakeChain.landed(lab.chain()));
        assertTrue(looks[0] > 20, "it was looked again");
    }

    @Test
    void tokens_that_went_elsewhere_during_a_cycle_are_found_right_after_it() {
        lab.withExecution(real -> new Leaking(real, lab.chain()));
        assertThrows(WalletException.class, () -> lab.run(-30, 200));
        assertEquals(1, lab.book().cycles().size(), "the cycle is on record");
    }

    /** Brings less than it says. */
    private record Leaking(Execution real, Path chain) implements Execution {
        @Override
        public boolean paysGasItself() {
            return true;
        }

        @Override
        public Ended execute(Order order) {
            Ended end = real.execute(order);
            FakeChain.give(chain, B.base(), "-1");
            return end;
        }

        @Override
        public List<Ended> settle(List<Trade> open, Instant at) {
            return real.settle(open, at);
        }
    }

    @Test
    void candles_that_cannot_be_had_yet_are_asked_for_again_and_the_decision_is_made_with_them() {
        List<Instant> asked = new ArrayList<>();
        lab.with(new LiveTerms(Duration.ofMinutes(2), Optional.empty(), Duration.ZERO))
                .with((DataFeed) until -> {
                    asked.add(until);
                    if (asked.size() < 3) {
                        throw new Unavailable("no node answers", null);
                    }
                })
                .run(-30, 10);
        assertEquals(List.of(minute(0), minute(0), minute(0)), asked);
        assertEquals(List.of(minute(0)), decisions());
        assertEquals(1, lab.heard(LiveEvent.OutOfReach.class).size());
    }

    @Test
    void once_gives_up_when_nothing_can_be_reached_for_as_long_as_a_decision_may_be_late() {
        lab.once(-30).withWallet(real -> tokens -> {
            throw new Unavailable("no node answers", null);
        });
        assertThrows(Unavailable.class, () -> lab.once(0));
        assertTrue(lab.book().cycles().isEmpty());
    }

    @Test
    void money_that_is_brought_before_the_first_decision_is_taken_in_at_the_next_start() {
        lab.run(-30, -20);
        FakeChain.give(lab.chain(), USDC, "500");
        lab.run(-10, 10);
        assertEquals(0, new BigDecimal("800").compareTo(lab.book().reserve(USDC)));
    }

    @Test
    void what_cannot_be_reached_until_it_is_too_late_costs_the_decision_and_not_the_run() {
        lab.with((DataFeed) until -> {
                    if (until.equals(minute(0))) {
                        throw new Unavailable("no node answers", null);
                    }
                })
                .run(-30, 70);
        assertEquals(List.of(minute(60)), decisions());
        assertEquals(
                minute(0), lab.heard(LiveEvent.TicksMissed.class).getFirst().first());
    }

    @Test
    void a_stop_loss_sells_while_a_decision_waits_for_its_candles() {
        Position first = new LiveLab(folder).run(-30, 10).book().findPosition(A).orElseThrow();
        lab.with(new LiveTerms(Duration.ofMinutes(2), Optional.empty(), Duration.ZERO))
                .with((DataFeed) until -> {
                    throw new Unavailable("no node answers", null);
                })
                .touches(new TriggerWatch.Touch(minute(63), first, TradeReason.STOP_LOSS, 0.9, 0.9))
                .run(59, 65);
        assertEquals(List.of("BUY A 300", "BUY B 400", "SELL A 300"), FakeChain.landed(lab.chain()));
    }

    @Test
    void a_stop_loss_sells_while_what_was_sent_elsewhere_cannot_be_asked_after() {
        Position first = new LiveLab(folder).run(-30, 10).book().findPosition(A).orElseThrow();
        lab.with(new LiveTerms(Duration.ofMinutes(2), Optional.empty(), Duration.ZERO))
                .decides(input -> List.of(buy(B, 5)))
                .withExecution(Away::new)
                .touches(new TriggerWatch.Touch(minute(63), first, TradeReason.STOP_LOSS, 0.9, 0.9))
                .run(59, 65);
        assertEquals(List.of("BUY A 300", "BUY B 400", "SELL A 300"), FakeChain.landed(lab.chain()));
        assertEquals(1, lab.book().openTrades().size(), "the buy of B");
    }

    /** What becomes of a decision's trade is not known, and cannot be asked after. */
    private static final class Away implements Execution {
        private final Execution real;
        private boolean away;

        Away(Execution real) {
            this.real = real;
        }

        @Override
        public boolean paysGasItself() {
            return true;
        }

        @Override
        public Ended execute(Order order) {
            if (order.trade().intent().reason().isTrigger()) {
                return real.execute(order);
            }
            away = true;
            return new Unknown(order.at());
        }

        @Override
        public List<Ended> settle(List<Trade> open, Instant at) {
            if (away) {
                throw new Unavailable("no node answers", null);
            }
            return real.settle(open, at);
        }
    }

    @Test
    void a_chain_that_is_lost_in_the_middle_of_a_cycle_is_gone_on_with_in_the_same_run() {
        int[] calls = {0};
        lab.with(new LiveTerms(Duration.ofMinutes(2), Optional.empty(), Duration.ZERO))
                .withExecution(real -> new Shaky(real, calls, 2))
                .run(-30, 190);
        assertEquals(USUAL, FakeChain.landed(lab.chain()));
        assertEquals(1, lab.heard(LiveEvent.CycleResumed.class).size());
        assertEquals(4, lab.book().cycles().size());
    }

    /** Is out of reach at one call. */
    private record Shaky(Execution real, int[] calls, int lost) implements Execution {
        @Override
        public boolean paysGasItself() {
            return true;
        }

        @Override
        public Ended execute(Order order) {
            calls[0]++;
            if (calls[0] == lost) {
                throw new Unavailable("no node answers", null);
            }
            return real.execute(order);
        }

        @Override
        public List<Ended> settle(List<Trade> open, Instant at) {
            return real.settle(open, at);
        }
    }

    @Test
    void stopped_in_the_middle_of_a_cycle_it_finishes_the_trade_at_hand_and_the_next_start_the_rest() {
        FakeTime time = new FakeTime(minute(-30), Instant.MAX);
        lab.withExecution(real -> new StopsAfter(real, time));
        lab.run(time).run();
        assertEquals(List.of("BUY A 300"), FakeChain.landed(lab.chain()));
        assertTrue(lab.book().openCycle().isPresent());
        assertTrue(lab.book().findPosition(A).isPresent(), "what was sent is booked");
        new LiveLab(folder).run(1, 190);
        assertEquals(USUAL, FakeChain.landed(lab.chain()));
    }

    @Test
    void what_became_of_the_trade_at_hand_is_told_before_the_run_stops() {
        FakeTime time = new FakeTime(minute(-30), Instant.MAX);
        lab.withExecution(real -> new StopsAfter(real, time));
        lab.run(time).run();
        List<Class<?>> told =
                lab.heard().stream().<Class<?>>map(Object::getClass).toList();
        assertEquals(List.of(LiveEvent.Started.class, LiveEvent.TradeEnded.class, LiveEvent.Stopped.class), told);
    }

    @Test
    void a_run_that_stops_tells_until_when_what_is_left_of_its_decision_is_made() {
        FakeTime time = new FakeTime(minute(-30), Instant.MAX);
        lab.withExecution(real -> new StopsAfter(real, time));
        lab.run(time).run();
        new LiveLab(folder).run(1, 30);
        assertEquals(
                Optional.of(minute(6)),
                lab.heard(LiveEvent.Stopped.class).getFirst().restUntil());
        LiveLab whole = new LiveLab(folder);
        whole.run(61, 70);
        assertEquals(
                Optional.empty(),
                whole.heard(LiveEvent.Stopped.class).getFirst().restUntil());
    }

    @Test
    void what_a_stopped_cycle_still_wanted_is_not_bought_before_all_is_closed() {
        FakeTime time = new FakeTime(minute(-30), Instant.MAX);
        lab.withExecution(real -> new StopsAfter(real, time));
        lab.run(time).run();
        new LiveLab(folder)
                .decides(input -> List.of(close(A)))
                .run(new FakeTime(minute(1), Instant.MAX))
                .decideNow();
        assertEquals(List.of("BUY A 300", "SELL A 300"), FakeChain.landed(lab.chain()));
    }

    /** The time is over once a trade was executed. */
    private record StopsAfter(Execution real, FakeTime time) implements Execution {
        @Override
        public boolean paysGasItself() {
            return true;
        }

        @Override
        public Ended execute(Order order) {
            Ended end = real.execute(order);
            time.stop();
            return end;
        }

        @Override
        public List<Ended> settle(List<Trade> open, Instant at) {
            return real.settle(open, at);
        }
    }

    @Test
    void the_rest_of_a_stopped_cycle_is_not_traded_when_the_next_start_is_too_late() {
        FakeTime time = new FakeTime(minute(-30), Instant.MAX);
        lab.withExecution(real -> new StopsAfter(real, time));
        lab.run(time).run();
        new LiveLab(folder).run(7, 10);
        assertEquals(List.of("BUY A 300"), FakeChain.landed(lab.chain()));
        assertEquals(
                List.of(Outcome.TRADED, Outcome.TOO_LATE),
                lab.book().cycles().getFirst().result().outcomes().stream()
                        .map(SignalOutcome::outcome)
                        .toList());
    }

    @Test
    void what_a_reorganisation_took_back_is_told_and_booked_as_what_became_of_it() {
        lab.run(-30, 10);
        FakeChain.reorganise(lab.chain(), 1);
        lab.run(11, 50);
        assertEquals(1, lab.heard(LiveEvent.TradeTakenBack.class).size());
        assertTrue(lab.book().findPosition(B).isEmpty());
        assertEquals(0, new BigDecimal("700").compareTo(lab.book().reserve(USDC)));
    }

    @Test
    void a_strategy_that_fails_ends_the_run_and_the_tick_is_decided_when_it_is_mended() {
        lab.decides(input -> {
            throw new IllegalArgumentException("mend me");
        });
        assertThrows(StrategyException.class, () -> lab.run(-30, 70));
        lab.decides(input -> List.of(buy(A, 10))).run(2, 10);
        assertEquals(List.of("BUY A 10"), FakeChain.landed(lab.chain()));
    }

    @Test
    void a_state_that_another_process_has_open_is_refused() {
        lab.run(-30, 10);
        try (StateStore other = StateStore.open(lab.state(), "Scripted", Durability.DURABLE)) {
            assertThrows(StateException.Locked.class, () -> lab.run(11, 20));
            assertEquals(Ledger.MAIN_BOOK, other.ledger().books().getFirst().book());
        }
    }

    @Test
    void a_run_goes_on_with_the_universe_that_it_was_begun_with_or_not_at_all() {
        lab.run(-30, 10);
        String message = assertThrows(
                        StateException.Conflict.class, () -> lab.on(A).run(11, 20))
                .getMessage();
        assertTrue(message.contains("begin another run"), message);
    }

    @Test
    void other_parameters_are_told() {
        lab.with(Map.of("topCount", "2", "days", "7")).run(-30, 10);
        lab.with(Map.of("topCount", "3", "days", "7")).run(11, 20);
        String told = lab.heard(LiveEvent.Notice.class).getFirst().text();
        assertTrue(told.contains("topCount was 2 and is 3"), told);
        assertFalse(told.contains("days"), told);
    }

    @Test
    void two_runs_in_one_process_know_nothing_of_each_other() throws InterruptedException {
        LiveLab other = new LiveLab(folder.resolve("other"));
        folder.resolve("other").toFile().mkdir();
        FakeChain.give(other.chain(), USDC, "1000");
        Thread beside = Thread.ofVirtual().start(() -> other.run(-30, 190));
        lab.run(-30, 190);
        beside.join();
        assertEquals(USUAL, FakeChain.landed(lab.chain()));
        assertEquals(USUAL, FakeChain.landed(other.chain()));
    }
}
