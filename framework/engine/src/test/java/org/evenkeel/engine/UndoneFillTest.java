package org.evenkeel.engine;

import static org.evenkeel.engine.FakeWorld.A;
import static org.evenkeel.engine.FakeWorld.B;
import static org.evenkeel.engine.FakeWorld.NEXT;
import static org.evenkeel.engine.FakeWorld.START;
import static org.evenkeel.engine.FakeWorld.USDC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.evenkeel.api.port.Execution;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Costs;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.TradeStatus;
import org.junit.jupiter.api.Test;

/** A chain that is reorganised takes fills back; what landed instead is booked, and nothing is traded twice meanwhile. */
final class UndoneFillTest {
    private final FakeWorld world = new FakeWorld().withGasFromOutside();

    private static TradeIntent buy(TradingPair pair, int usd) {
        return TradeIntent.buy(pair, new Size.Spend(BigDecimal.valueOf(usd)), TradeReason.ORDER);
    }

    private Portfolio book() {
        return world.ledger().book(Ledger.MAIN_BOOK);
    }

    private static Execution.Filled filled(String quantity, String value, String gas) {
        Costs costs = new Costs(BigDecimal.ZERO, BigDecimal.ZERO, new BigDecimal(gas));
        return new Execution.Filled(
                START.plusSeconds(90), new Fill(new BigDecimal(quantity), new BigDecimal(value), 1, costs, List.of()));
    }

    private CycleEngine boughtBoth() {
        world.decides(input -> input.cycle() == 1 ? List.of(buy(A, 300), buy(B, 400)) : List.of(buy(A, 100)))
                .nextEnds(filled("300", "300", "2"))
                .nextEnds(filled("400", "400", "3"));
        CycleEngine engine = world.engine();
        engine.cycle(START);
        return engine;
    }

    @Test
    void what_landed_instead_is_booked_in_the_same_breath() {
        CycleEngine engine = boughtBoth();
        world.takesBack(2, 1).nextSettles(filled("299", "300", "1")).nextSettles(filled("398", "400", "1"));
        engine.settle(START.plusSeconds(100));
        assertEquals(
                0,
                new BigDecimal("299")
                        .compareTo(book().findPosition(A).orElseThrow().quantity()));
        assertEquals(
                0,
                new BigDecimal("398")
                        .compareTo(book().findPosition(B).orElseThrow().quantity()));
        assertEquals(0, new BigDecimal("300").compareTo(book().reserve(USDC)));
        assertEquals(0, new BigDecimal("1002").compareTo(book().netDeposits()), "the gas of what counts");
        assertEquals(2, book().trades().size());
    }

    @Test
    void until_it_is_known_nothing_of_the_pair_is_traded_and_its_money_is_not_spent() {
        CycleEngine engine = boughtBoth();
        world.takesBack(1);
        engine.cycle(NEXT);
        assertEquals(TradeStatus.UNKNOWN, world.ledger().trade(1).status());
        assertEquals(
                Outcome.UNKNOWN,
                book().cycles().get(1).result().outcomes().getFirst().outcome());
        assertEquals(2, world.orders().size());
    }

    @Test
    void a_revert_that_the_reorganised_chain_made_a_fill_is_booked_as_one() {
        world.decides(input -> List.of(buy(A, 300)))
                .nextEnds(new Execution.Failed(START, Outcome.REVERTED, new BigDecimal("2")));
        CycleEngine engine = world.engine();
        engine.cycle(START);
        world.takesBack(1).nextSettles(filled("300", "300", "2"));
        engine.settle(START.plusSeconds(100));
        assertEquals(0, new BigDecimal("700").compareTo(book().reserve(USDC)));
        assertTrue(book().findPosition(A).isPresent());
    }

    @Test
    void each_undoing_is_an_event_of_its_own_newest_first() {
        CycleEngine engine = boughtBoth();
        world.takesBack(2, 1);
        engine.settle(START.plusSeconds(100));
        assertEquals(
                List.of(
                        new Event.TradeUndone(START.plusSeconds(100), 2),
                        new Event.TradeUndone(START.plusSeconds(100), 1)),
                world.events().stream()
                        .filter(Event.TradeUndone.class::isInstance)
                        .toList());
    }

    @Test
    void the_books_still_add_up_after_a_cycle_in_which_something_was_undone() {
        CycleEngine engine = boughtBoth();
        world.takesBack(2).nextSettles(new Execution.Failed(NEXT, Outcome.REVERTED, new BigDecimal("1")));
        engine.cycle(NEXT);
        engine.value(NEXT.plusSeconds(60));
        assertEquals(0, new BigDecimal("600").compareTo(book().reserve(USDC)));
    }
}
