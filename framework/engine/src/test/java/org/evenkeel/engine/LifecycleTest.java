package org.evenkeel.engine;

import static org.evenkeel.engine.FakeWorld.A;
import static org.evenkeel.engine.FakeWorld.NEXT;
import static org.evenkeel.engine.FakeWorld.START;
import static org.evenkeel.engine.FakeWorld.USDC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.junit.jupiter.api.Test;

final class LifecycleTest {
    private static final Instant THIRD = NEXT.plus(Duration.ofDays(7));

    private final FakeWorld world = new FakeWorld();

    private void run(Instant from, Instant to) throws InterruptedException {
        world.engine().run(from, to, CycleListener.NONE);
    }

    private Portfolio book() {
        return world.ledger().book(Ledger.MAIN_BOOK);
    }

    private List<Instant> ticks() {
        return book().cycles().stream().map(Cycle::at).toList();
    }

    @Test
    void every_tick_of_the_grid_is_a_cycle_and_the_end_is_valued() throws InterruptedException {
        run(START.minus(Duration.ofDays(3)), THIRD);
        assertEquals(List.of(START, NEXT), ticks());
        assertTrue(world.events().getLast() instanceof Event.Valued valued
                && valued.at().equals(THIRD));
        assertEquals(3, book().equityCurve().size());
    }

    @Test
    void a_run_goes_on_after_its_last_cycle_whatever_start_is_given() throws InterruptedException {
        world.engine().cycle(START);
        world.engine().watch(START, NEXT);
        run(START, THIRD);
        assertEquals(List.of(START, NEXT), ticks());
        assertEquals(0, new BigDecimal("1000").compareTo(book().netDeposits()));
    }

    @Test
    void a_run_that_is_over_can_be_run_again_and_adds_nothing() throws InterruptedException {
        run(START, THIRD);
        List<Event> before = List.copyOf(world.events());
        run(START, THIRD);
        assertEquals(before, world.events());
    }

    @Test
    void a_run_without_a_tick_does_nothing() throws InterruptedException {
        run(START.plusSeconds(1), NEXT);
        assertTrue(world.ledger().books().isEmpty());
    }

    @Test
    void a_book_gets_its_deposit_where_the_ledger_has_another() {
        world.ledger().apply(new Event.CashFlowed(START, "second", USDC, BigDecimal.TEN));
        world.engine().cycle(START);
        assertEquals(0, new BigDecimal("1000").compareTo(book().netDeposits()));
        assertEquals(0, BigDecimal.TEN.compareTo(world.ledger().book("second").netDeposits()));
    }

    @Test
    void the_listener_hears_of_each_cycle_once_it_and_its_watch_are_done() throws InterruptedException {
        List<String> heard = new ArrayList<>();
        world.decides(input -> {
            heard.add("decided " + input.asOf());
            return List.of(TradeIntent.buy(A, new Size.Spend(BigDecimal.TEN), TradeReason.ORDER));
        });
        world.engine().run(START, THIRD, (tick, until) -> heard.add(tick + " to " + until));
        assertEquals(
                List.of("decided " + START, START + " to " + NEXT, "decided " + NEXT, NEXT + " to " + THIRD), heard);
    }
}
