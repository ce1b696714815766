package org.evenkeel.live;

import static org.evenkeel.live.LiveLab.A;
import static org.evenkeel.live.LiveLab.B;
import static org.evenkeel.live.LiveLab.USDC;
import static org.evenkeel.live.LiveLab.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.api.port.Execution;
import org.evenkeel.api.port.TriggerWatch;
import org.evenkeel.market.Chain;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.TriggerFactors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While the first trade of the second decision is waited for, B falls through its stop. */
final class MeanwhileTest {
    private static final Chain OTHER = new Chain("bsc", 56);
    private static final Duration LOOK = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private final List<String> during = new ArrayList<>();
    private LiveLab lab;
    private FakeTime time = new FakeTime(minute(-30), minute(10));

    @BeforeEach
    void hold() {
        lab = new LiveLab(folder);
        FakeChain.give(lab.chain(), USDC, "1000");
        lab.with(new LiveTerms(LOOK, Optional.empty(), Duration.ofHours(1)))
                .decides(input -> input.cycle() == 1
                        ? List.of(LiveLab.buy(B, 100).with(TriggerFactors.stopLoss(0.9)))
                        : List.of(LiveLab.buy(A, 300)));
        lab.run(time).run();
        Position b = lab.book().findPosition(B).orElseThrow();
        Instant falls = minute(60).plusSeconds(31);
        lab.touches(new TriggerWatch.Touch(falls, b, TradeReason.STOP_LOSS, 0.9, 0.9));
        time = new FakeTime(minute(20), minute(62));
    }

    /** A trade in A is waited for a minute, on some chain. */
    private record Slow(Execution real, Runnable waits) implements Execution {
        @Override
        public boolean paysGasItself() {
            return true;
        }

        @Override
        public Ended execute(Order order) {
            if (order.trade().intent().pair().equals(A)) {
                waits.run();
            }
            return real.execute(order);
        }

        @Override
        public List<Trade> undone(List<Trade> booked) {
            return real.undone(booked);
        }

        @Override
        public List<Ended> settle(List<Trade> open, Instant at) {
            return real.settle(open, at);
        }
    }

    private void passAMinute() {
        try {
            time.await(time.instant().plusSeconds(60));
        } catch (InterruptedException over) {
            throw new AssertionError(over);
        }
    }

    private void waitAMinute(Chain chain) {
        for (int second = 0; second < 60; second++) {
            try {
                time.await(time.instant().plusSeconds(1));
            } catch (InterruptedException over) {
                during.add("the time is over");
            }
            int before = FakeChain.landed(lab.chain()).size();
            lab.waitsOn(chain);
            if (FakeChain.landed(lab.chain()).size() > before) {
                during.add(FakeChain.landed(lab.chain()).getLast() + " at " + time.instant());
            }
        }
    }

    @Test
    void a_stop_on_another_chain_fires_within_one_look_and_once() {
        lab.withExecution(real -> new Slow(real, () -> waitAMinute(OTHER)));
        lab.run(time).run();
        assertEquals(1, during.size(), during.toString());
        Instant fired = Instant.parse(during.getFirst().substring("SELL B 100 at ".length()));
        assertTrue(!fired.isAfter(minute(60).plusSeconds(31).plus(LOOK)), during.toString());
        assertEquals(List.of("BUY B 100", "SELL B 100", "BUY A 300"), FakeChain.landed(lab.chain()));
        assertEquals(2, lab.book().cycles().size());
        assertTrue(lab.book().findPosition(B).isEmpty());
    }

    @Test
    void control_where_nobody_looks_meanwhile_it_fires_only_after_what_is_waited_for() {
        lab.withExecution(real -> new Slow(real, () -> passAMinute()));
        lab.run(time).run();
        assertEquals(
                List.of("BUY B 100", "BUY A 300"), FakeChain.landed(lab.chain()).subList(0, 2));
    }

    @Test
    void one_on_the_chain_that_is_waited_for_fires_after() {
        lab.withExecution(real -> new Slow(real, () -> waitAMinute(LiveLab.CHAIN)));
        lab.run(time).run();
        assertEquals(List.of(), during);
        assertEquals(
                List.of("BUY B 100", "BUY A 300"), FakeChain.landed(lab.chain()).subList(0, 2));
    }

    /** What is open is waited for as well when it is asked after. */
    private record SlowToTell(Execution real, Runnable waits) implements Execution {
        @Override
        public boolean paysGasItself() {
            return true;
        }

        @Override
        public Ended execute(Order order) {
            return real.execute(order);
        }

        @Override
        public List<Trade> undone(List<Trade> booked) {
            waits.run();
            return real.undone(booked);
        }

        @Override
        public List<Ended> settle(List<Trade> open, Instant at) {
            return real.settle(open, at);
        }
    }

    @Test
    void before_the_wallet_was_held_against_the_books_nothing_is_fired() {
        FakeChain.give(lab.chain(), USDC, "-1");
        time = new FakeTime(minute(65), minute(90));
        lab.withExecution(real -> new SlowToTell(real, () -> waitAMinute(OTHER)));
        assertThrows(WalletException.class, () -> lab.run(time).run());
        assertEquals(List.of(), during);
    }

    @Test
    void once_the_run_is_to_stop_nothing_is_fired_and_what_is_waited_for_ends() {
        lab.withExecution(real -> new Slow(real, () -> {
            time.stop();
            waitAMinute(OTHER);
        }));
        lab.run(time).run();
        assertTrue(during.stream().allMatch("the time is over"::equals), during.toString());
        assertEquals(List.of("BUY B 100", "BUY A 300"), FakeChain.landed(lab.chain()));
        assertEquals(1, lab.heard(LiveEvent.Stopped.class).size() - 1);
    }
}
