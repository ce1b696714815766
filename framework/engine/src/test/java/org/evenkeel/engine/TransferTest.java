package org.evenkeel.engine;

import static org.evenkeel.engine.FakeWorld.A;
import static org.evenkeel.engine.FakeWorld.FAR;
import static org.evenkeel.engine.FakeWorld.NEXT;
import static org.evenkeel.engine.FakeWorld.START;
import static org.evenkeel.engine.FakeWorld.USDC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.evenkeel.api.port.Bridge;
import org.evenkeel.api.port.TriggerWatch;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.TradeStatus;
import org.evenkeel.state.model.TriggerFactors;
import org.junit.jupiter.api.Test;

/** Money for another chain: on record before it leaves, and booked where it turns out to be. */
final class TransferTest {
    private static final Bridge.Whereabouts FLYING = new Bridge.InFlight();

    private final FakeWorld world = new FakeWorld(A, FAR)
            .decides(input -> input.cycle() == 1
                    ? List.of(TradeIntent.buy(FAR, new Size.Spend(new BigDecimal("400")), TradeReason.ORDER))
                    : List.of());
    private final CycleEngine engine = world.engine();

    private Portfolio book() {
        return world.ledger().book(Ledger.MAIN_BOOK);
    }

    private static void assertAmount(String expected, BigDecimal actual) {
        assertEquals(0, new BigDecimal(expected).compareTo(actual), () -> "expected " + expected + ", is " + actual);
    }

    private Outcome outcome() {
        return ((Trade.Failed) book().trades().getFirst().end().orElseThrow()).outcome();
    }

    @Test
    void a_transfer_is_on_record_before_it_leaves() {
        AtomicBoolean recorded = new AtomicBoolean();
        world.bridge().beforeStart(() -> recorded.set(book().inFlight().size() == 1));
        engine.cycle(START);
        assertTrue(recorded.get());
        assertEquals(1, world.bridge().started().size());
        assertEquals(TradeStatus.FILLED, book().trades().getFirst().status());
    }

    @Test
    void a_run_that_ends_while_one_leaves_asks_after_it_and_starts_no_second() throws Exception {
        world.bridge().beforeStart(() -> {
            throw new IllegalStateException("the process ends");
        });
        assertThrows(IllegalStateException.class, () -> engine.cycle(START));
        assertEquals(1, book().inFlight().size());
        assertAmount("600", book().reserve(USDC));
        world.bridge().beforeStart(() -> {}).answers(new Bridge.Returned());
        engine.watch(START, NEXT);
        assertTrue(world.bridge().started().isEmpty());
        assertAmount("1000", book().reserve(USDC));
        assertEquals(1, book().returnedTransfers().size());
    }

    @Test
    void one_that_never_left_is_given_back_and_the_buy_says_why_there_is_none() {
        world.bridge().answers(new Bridge.Returned());
        engine.cycle(START);
        assertTrue(world.orders().isEmpty());
        assertTrue(book().trades().isEmpty());
        assertAmount("1000", book().reserve(USDC));
    }

    @Test
    void one_that_is_late_is_not_booked_and_is_looked_for_again_whenever_the_watch_goes_on() throws Exception {
        world.bridge().answers(FLYING, FLYING, FLYING);
        engine.cycle(START);
        engine.watch(START, START.plusSeconds(60));
        engine.watch(START.plusSeconds(60), START.plusSeconds(120));
        assertEquals(1, book().inFlight().size());
        assertTrue(world.orders().isEmpty());
        engine.watch(START.plusSeconds(120), START.plusSeconds(180));
        assertTrue(book().inFlight().isEmpty());
        assertEquals(1, world.orders().size());
    }

    @Test
    void what_arrives_is_booked_as_it_is_and_not_as_it_was_to_be() throws Exception {
        world.bridge().answers(FLYING, new Bridge.Arrived(new BigDecimal("400.25")));
        engine.cycle(START);
        engine.watch(START, NEXT);
        assertAmount("0.25", book().reserve(FAR.quote()));
        assertAmount("-0.25", book().transfers().getFirst().cost());
    }

    @Test
    void what_its_gas_cost_flows_in_with_its_end_and_the_books_add_up_after_the_next_cycle() throws Exception {
        world.bridge().answers(FLYING, new Bridge.Arrived(new BigDecimal("400"), new BigDecimal("1.5")));
        engine.cycle(START);
        engine.watch(START, NEXT);
        engine.cycle(NEXT);
        assertAmount("1001.5", book().netDeposits());
        assertAmount("600", book().reserve(USDC));
        assertAmount("1.5", book().transfers().getFirst().amounts().gas());
    }

    @Test
    void what_the_gas_of_one_that_came_back_cost_flows_in_too() throws Exception {
        world.bridge().answers(FLYING, new Bridge.Returned(new BigDecimal("0.75")));
        engine.cycle(START);
        engine.watch(START, NEXT);
        engine.cycle(NEXT);
        assertAmount("1000.75", book().netDeposits());
        assertAmount("1000", book().reserve(USDC));
    }

    @Test
    void a_buy_that_waited_for_more_than_came_is_given_up() throws Exception {
        world.bridge().answers(FLYING, new Bridge.Arrived(new BigDecimal("399.999999")));
        engine.cycle(START);
        engine.watch(START, NEXT);
        assertTrue(world.orders().isEmpty());
        assertEquals(Outcome.NO_TRANSFER, outcome());
        assertAmount("399.999999", book().reserve(FAR.quote()));
    }

    @Test
    void a_buy_that_waited_while_a_trigger_of_its_pair_fired_is_given_up() throws Exception {
        TradeIntent far = TradeIntent.buy(FAR, new Size.Spend(new BigDecimal("200")), TradeReason.ORDER)
                .with(TriggerFactors.stopLoss(0.9));
        world.decides(input -> List.of(far));
        engine.cycle(START);
        world.bridge().answers(FLYING, FLYING);
        engine.cycle(NEXT);
        Position held = book().findPosition(FAR).orElseThrow();
        world.touches(new TriggerWatch.Touch(NEXT.plusSeconds(5), held, TradeReason.STOP_LOSS, 0.9, 0.9));
        engine.watch(NEXT, NEXT.plusSeconds(60));
        engine.watch(NEXT.plusSeconds(60), NEXT.plusSeconds(120));
        assertTrue(book().findPosition(FAR).isEmpty(), "what a stop sold is not bought again by an older decision");
        assertEquals(
                Outcome.TRIGGERED, book().trades().get(1).failed().orElseThrow().outcome());
    }

    @Test
    void a_buy_that_waited_for_what_came_back_is_given_up() throws Exception {
        world.bridge().answers(FLYING, new Bridge.Returned());
        engine.cycle(START);
        engine.watch(START, NEXT);
        assertEquals(Outcome.NO_TRANSFER, outcome());
        assertAmount("1000", book().reserve(USDC));
        assertEquals(
                1,
                world.events().stream()
                        .filter(Event.TransferReturned.class::isInstance)
                        .count());
    }
}
