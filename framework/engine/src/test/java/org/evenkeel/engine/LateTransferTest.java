package org.evenkeel.engine;

import static org.evenkeel.engine.StoppedWorld.C;
import static org.evenkeel.engine.StoppedWorld.NEXT;
import static org.evenkeel.engine.StoppedWorld.START;
import static org.evenkeel.engine.StoppedWorld.book;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.TradeStatus;
import org.junit.jupiter.api.Test;

/** Money that crosses a bridge is booked when it has come, not when it was expected. */
final class LateTransferTest {
    private final StoppedWorld world = new StoppedWorld(input -> input.cycle() == 1
            ? List.of(TradeIntent.buy(C, new Size.Spend(new BigDecimal("500")), TradeReason.ORDER))
            : List.of());

    private static Instant hour(int hour) {
        return START.plus(Duration.ofHours(hour));
    }

    private Instant arrived() {
        return world.events().stream()
                .filter(Event.TransferArrived.class::isInstance)
                .map(Event::at)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_is_late_is_asked_after_again_and_booked_once_it_is_there() throws InterruptedException {
        Ledger ledger = world.delays(Duration.ofMinutes(150)).ledger(Integer.MAX_VALUE);
        CycleEngine engine = world.engine(ledger);
        engine.cycle(START);
        world.looks().clear();
        engine.watch(START, NEXT);
        assertEquals(LongStream.rangeClosed(5, 8).mapToObj(h -> hour((int) h)).toList(), world.looks());
        assertEquals(hour(8), arrived());
        assertEquals(TradeStatus.FILLED, ledger.trade(1).status());
    }

    @Test
    void it_is_the_same_where_the_watch_is_cut_into_slices() throws InterruptedException {
        Ledger ledger = world.delays(Duration.ofMinutes(150)).ledger(Integer.MAX_VALUE);
        CycleEngine engine = world.engine(ledger);
        engine.cycle(START);
        world.looks().clear();
        for (int hour = 0; hour < 24; hour++) {
            engine.watch(hour(hour), hour(hour + 1));
        }
        assertEquals(LongStream.rangeClosed(5, 8).mapToObj(h -> hour((int) h)).toList(), world.looks());
        assertEquals(hour(8), arrived());
    }

    @Test
    void what_never_comes_stays_in_flight_and_is_not_booked() throws InterruptedException {
        Ledger ledger = world.delays(Duration.ofDays(365)).ledger(Integer.MAX_VALUE);
        CycleEngine engine = world.engine(ledger);
        engine.cycle(START);
        engine.watch(START, NEXT);
        engine.cycle(NEXT);
        assertEquals(1, book(ledger).inFlight().size());
        assertTrue(book(ledger).transfers().isEmpty());
        assertEquals(TradeStatus.FAILED, ledger.trade(1).status(), "the next decision decides anew");
    }
}
