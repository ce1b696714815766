package org.evenkeel.engine;

import static org.evenkeel.engine.FakeWorld.A;
import static org.evenkeel.engine.FakeWorld.B;
import static org.evenkeel.engine.FakeWorld.NEXT;
import static org.evenkeel.engine.FakeWorld.START;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.evenkeel.api.port.Execution;
import org.evenkeel.api.port.TriggerWatch;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.Costs;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.TriggerFactors;
import org.junit.jupiter.api.Test;

/** A token took the money of a buy and let nothing arrive, or brought money and let nothing go. */
final class NothingArrivedTest {
    private final FakeWorld world = new FakeWorld();
    private final CycleEngine engine = world.engine();

    private static TradeIntent buy(int usd) {
        return TradeIntent.buy(A, new Size.Spend(BigDecimal.valueOf(usd)), TradeReason.ORDER)
                .with(TriggerFactors.stopLoss(0.9));
    }

    private static Execution.Filled moved(int quantity, int value) {
        return new Execution.Filled(
                START, new Fill(BigDecimal.valueOf(quantity), BigDecimal.valueOf(value), 1, Costs.NONE, List.of()));
    }

    private Portfolio book() {
        return world.ledger().book(Ledger.MAIN_BOOK);
    }

    private List<Outcome> outcomes(int cycle) {
        return book().cycles().get(cycle - 1).result().outcomes().stream()
                .map(SignalOutcome::outcome)
                .toList();
    }

    @Test
    void what_was_paid_for_nothing_is_a_loss_on_record_that_cannot_be_sold_and_the_run_goes_on() throws Exception {
        world.decides(input -> switch (input.cycle()) {
                    case 1 -> List.of(buy(300));
                    case 2 -> List.of(TradeIntent.sell(A, new Size.SellAll(), TradeReason.CLOSE));
                    default -> List.of(TradeIntent.buy(B, new Size.Spend(BigDecimal.TEN), TradeReason.ORDER));
                })
                .nextEnds(moved(0, 300));
        engine.cycle(START);
        Position nothing = book().findPosition(A).orElseThrow();
        assertEquals(0, nothing.quantity().signum());
        assertEquals(0, new BigDecimal("700").compareTo(book().reserve(FakeWorld.USDC)));
        assertEquals(700, book().cycles().getFirst().result().equity());
        world.touches(new TriggerWatch.Touch(START.plusSeconds(60), nothing, TradeReason.STOP_LOSS, 0.9, 0.9));
        engine.watch(START, START.plusSeconds(120));
        assertEquals(1, world.orders().size(), "nothing is sold of nothing");
        engine.cycle(NEXT);
        assertEquals(List.of(Outcome.NOTHING_HELD), outcomes(2));
        engine.cycle(NEXT.plus(Duration.ofDays(7)));
        assertEquals(List.of(Outcome.TRADED), outcomes(3));
        Ledger again = Ledger.restored(world.ledger().snapshot(), event -> {});
        assertEquals(world.ledger().snapshot(), again.snapshot());
    }

    @Test
    void what_was_sold_and_is_still_there_is_still_held() {
        world.decides(input -> input.cycle() == 1
                ? List.of(buy(300))
                : List.of(TradeIntent.sell(A, new Size.SellAll(), TradeReason.CLOSE)));
        engine.cycle(START);
        world.nextEnds(moved(0, 290));
        engine.cycle(NEXT);
        assertTrue(book().findPosition(A).isPresent());
        assertEquals(0, new BigDecimal("990").compareTo(book().reserve(FakeWorld.USDC)));
    }
}
