package org.evenkeel.engine;

import static org.evenkeel.engine.FakeWorld.A;
import static org.evenkeel.engine.FakeWorld.B;
import static org.evenkeel.engine.FakeWorld.FAR;
import static org.evenkeel.engine.FakeWorld.NEXT;
import static org.evenkeel.engine.FakeWorld.START;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.api.port.Execution;
import org.evenkeel.api.port.TriggerWatch;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.TradeStatus;
import org.evenkeel.state.model.TriggerFactors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stops that are looked at in the middle of something else, which waits for a transaction. */
final class GlanceTest {
    private static final Instant LATER = NEXT.plusSeconds(60);

    private final FakeWorld world = new FakeWorld(A, B, FAR);
    private final CycleEngine engine = world.engine();

    @BeforeEach
    void hold() {
        for (TradingPair pair : List.of(A, FAR)) {
            world.ledger().apply(new Event.CashFlowed(START, Ledger.MAIN_BOOK, pair.quote(), BigDecimal.valueOf(1000)));
        }
        world.decides(input -> input.cycle() == 1 ? List.of(buy(A), buy(FAR)) : List.of(buy(B)));
        engine.cycle(START);
        for (TradingPair pair : List.of(A, FAR)) {
            world.touches(new TriggerWatch.Touch(LATER, position(pair), TradeReason.STOP_LOSS, 0.9, 0.9));
        }
    }

    private static TradeIntent buy(TradingPair pair) {
        return TradeIntent.buy(pair, new Size.Spend(BigDecimal.valueOf(300)), TradeReason.ORDER)
                .with(TriggerFactors.stopLoss(0.9));
    }

    private Portfolio book() {
        return world.ledger().book(Ledger.MAIN_BOOK);
    }

    private Position position(TradingPair pair) {
        return book().findPosition(pair).orElseThrow();
    }

    private void glance() {
        try {
            engine.glance(LATER, Set.of(A.chain()));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> trades() {
        return book().trades().stream()
                .map(Trade::plan)
                .map(plan -> plan.intent().side() + " " + plan.intent().pair().base())
                .toList();
    }

    @Test
    void a_stop_on_another_chain_fires_while_a_decisions_trade_is_waited_for_and_one_on_the_same_chain_does_not() {
        world.whileExecutingNext(this::glance);
        engine.cycle(NEXT);
        assertEquals(List.of("BUY A", "BUY FAR", "BUY B", "SELL FAR"), trades());
        assertTrue(book().trades().stream().allMatch(trade -> trade.status() == TradeStatus.FILLED));
        assertTrue(book().findPosition(FAR).isEmpty());
        assertEquals(300, position(B).quantity().intValueExact());
        Ledger again = Ledger.restored(world.ledger().snapshot(), event -> {});
        assertEquals(world.ledger().snapshot(), again.snapshot());
    }

    @Test
    void what_is_settled_meanwhile_is_settled_as_before() {
        world.nextEnds(new Execution.Unknown(NEXT));
        engine.cycle(NEXT);
        world.whileSettlingNext(this::glance).nextSettles(new Execution.Unknown(LATER));
        engine.settle(LATER);
        assertEquals(List.of("BUY A", "BUY FAR", "BUY B", "SELL FAR"), trades());
        assertEquals(
                List.of(TradeStatus.FILLED, TradeStatus.FILLED, TradeStatus.UNKNOWN, TradeStatus.FILLED),
                book().trades().stream().map(Trade::status).toList());
    }

    @Test
    void a_stop_that_is_waited_for_itself_is_not_fired_again() {
        world.whileExecutingNext(() -> {
            world.nextEnds(new Execution.Unknown(LATER));
            glance();
            glance();
        });
        engine.cycle(NEXT);
        assertEquals(List.of("BUY A", "BUY FAR", "BUY B", "SELL FAR"), trades());
    }

    @Test
    void a_price_that_was_seen_before_something_else_fired_still_counts_for_a_trailing_stop() {
        Position.Watch trailing = new Position.Watch(TriggerFactors.trailingStop(0.8), 1, Optional.empty());
        world.ledger().apply(new Event.WatchChanged(NEXT, position(FAR).id(), trailing));
        world.judges(new Seen(LATER.minusSeconds(15), 1.5));
        glance();
        assertEquals(1.5, position(FAR).watch().peak());
    }

    /** One price was seen, at one time. */
    private record Seen(Instant when, double price) implements TriggerWatch {
        @Override
        public Optional<Touch> first(Collection<Position> open, Instant from, Instant until) {
            return Optional.empty();
        }

        @Override
        public double peak(Position position, Instant from, Instant until) {
            boolean asked = !when.isBefore(from) && when.isBefore(until);
            return Math.max(position.watch().peak(), asked ? price : 0);
        }
    }
}
