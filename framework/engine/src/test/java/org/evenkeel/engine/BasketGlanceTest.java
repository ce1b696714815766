package org.evenkeel.engine;

import static org.evenkeel.engine.FakeWorld.A;
import static org.evenkeel.engine.FakeWorld.FAR;
import static org.evenkeel.engine.FakeWorld.NEXT;
import static org.evenkeel.engine.FakeWorld.START;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.evenkeel.api.port.Execution;
import org.evenkeel.api.port.TriggerWatch;
import org.evenkeel.market.Chain;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Basket;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.TriggerFactors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A basket whose positions are on two chains, and looks at triggers while something is waited for on one of them. */
final class BasketGlanceTest {
    private static final Instant LATER = NEXT.plusSeconds(60);

    private final FakeWorld world = new FakeWorld(A, FAR);
    private final CycleEngine engine = world.engine();

    @BeforeEach
    void hold() {
        for (TradingPair pair : List.of(A, FAR)) {
            world.ledger().apply(new Event.CashFlowed(START, Ledger.MAIN_BOOK, pair.quote(), BigDecimal.valueOf(1000)));
        }
        world.decides(input -> input.cycle() == 1 ? List.of(buy(A), buy(FAR)) : List.of());
        engine.cycle(START);
    }

    private void touchTheBasket() {
        for (TradingPair pair : List.of(A, FAR)) {
            world.touches(new TriggerWatch.Touch(LATER, position(pair), TradeReason.BASKET_STOP_LOSS, 0.9, 0.9));
        }
    }

    private static TradeIntent buy(TradingPair pair) {
        return TradeIntent.buy(pair, new Size.Spend(BigDecimal.valueOf(300)), TradeReason.ORDER)
                .with(TriggerFactors.stopLoss(0.9))
                .in(new Basket("b", OptionalDouble.of(0.9), OptionalDouble.empty()));
    }

    private static TradeIntent more(TradingPair pair) {
        return TradeIntent.buy(pair, new Size.Spend(BigDecimal.valueOf(50)), TradeReason.REBALANCE);
    }

    private Portfolio book() {
        return world.ledger().book(Ledger.MAIN_BOOK);
    }

    private Position position(TradingPair pair) {
        return book().findPosition(pair).orElseThrow();
    }

    private void glance(Chain... busy) {
        try {
            engine.glance(LATER, Set.of(busy));
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
    void a_basket_is_judged_by_all_of_its_positions_or_not_at_all() {
        world.judges(new SumOfBaskets(position -> position.pair().equals(A) ? 2 : 0.7));
        glance();
        assertEquals(List.of("BUY A", "BUY FAR"), trades(), "as a whole it is far above its stop");
        glance(A.chain());
        assertEquals(List.of("BUY A", "BUY FAR"), trades(), "and so it is while a chain is waited for");
        world.judges(new SumOfBaskets(position -> position.pair().equals(A) ? 1 : 0.7));
        glance(A.chain());
        assertEquals(List.of("BUY A", "BUY FAR"), trades(), "below it, it is left alone until all of it can be sold");
        glance();
        assertEquals(List.of("BUY A", "BUY FAR", "SELL A", "SELL FAR"), trades());
    }

    @Test
    void a_member_whose_sale_failed_still_counts_for_its_basket() throws InterruptedException {
        world.judges(new SumOfBaskets(position -> position.pair().equals(A) ? 1 : 0.7));
        world.nextEnds(new Execution.Failed(LATER, Outcome.NO_LIQUIDITY, BigDecimal.ZERO));
        world.nextEnds(new Execution.Failed(LATER, Outcome.REVERTED, BigDecimal.ZERO));
        glance();
        world.judges(new SumOfBaskets(position -> position.pair().equals(A) ? 2 : 0.7));
        engine.watch(LATER.plusSeconds(1), LATER.plusSeconds(2));
        assertEquals(List.of("BUY A", "BUY FAR", "SELL A", "SELL FAR"), trades(), "together they are above the stop");
        world.judges(new SumOfBaskets(position -> position.pair().equals(A) ? 1 : 0.7));
        engine.watch(LATER.plusSeconds(2), LATER.plusSeconds(3));
        assertEquals(List.of("BUY A", "BUY FAR", "SELL A", "SELL FAR", "SELL FAR"), trades());
    }

    @Test
    void while_the_first_sale_of_a_basket_is_waited_for_a_look_sells_none_of_it_twice() throws InterruptedException {
        touchTheBasket();
        world.whileExecutingNext(() -> glance(A.chain()));
        engine.watch(START, LATER.plusSeconds(1));
        assertEquals(List.of("BUY A", "BUY FAR", "SELL A", "SELL FAR"), trades());
    }

    @Test
    void a_basket_that_is_touched_elsewhere_sells_nothing_on_the_chain_that_is_waited_for() {
        touchTheBasket();
        TradeIntent some = TradeIntent.sell(A, new Size.Sell(BigDecimal.valueOf(100)), TradeReason.REBALANCE);
        world.decides(input -> List.of(some));
        world.whileExecutingNext(() -> glance(A.chain()));
        engine.cycle(NEXT);
        assertEquals(List.of("BUY A", "BUY FAR", "SELL A"), trades());
    }

    @Test
    void a_member_that_its_own_stop_sold_while_another_was_waited_for_is_not_sold_again() throws InterruptedException {
        world.touches(new TriggerWatch.Touch(LATER, position(A), TradeReason.BASKET_STOP_LOSS, 0.9, 0.9))
                .touches(new TriggerWatch.Touch(LATER, position(FAR), TradeReason.STOP_LOSS, 0.9, 0.9));
        world.whileExecutingNext(() -> glance(A.chain()));
        engine.watch(START, LATER.plusSeconds(1));
        assertEquals(List.of("BUY A", "BUY FAR", "SELL A", "SELL FAR"), trades());
        assertTrue(book().positions().isEmpty());
    }

    @Test
    void what_a_stop_sold_while_a_decision_is_carried_out_is_not_bought_again_by_that_decision() {
        world.touches(new TriggerWatch.Touch(LATER, position(FAR), TradeReason.STOP_LOSS, 0.9, 0.9));
        world.decides(input -> List.of(more(A), more(FAR)));
        world.whileExecutingNext(() -> glance(A.chain()));
        engine.cycle(NEXT);
        assertEquals(List.of("BUY A", "BUY FAR", "BUY A", "SELL FAR"), trades());
        world.decides(input -> List.of(more(FAR)));
        engine.cycle(NEXT.plus(Duration.ofDays(7)));
        assertEquals(List.of("BUY A", "BUY FAR", "BUY A", "SELL FAR", "BUY FAR"), trades(), "the next one may");
    }

    /** Baskets as they are judged on quotes: by the sum of what their positions are worth. */
    private record SumOfBaskets(ToDoubleFunction<Position> price) implements TriggerWatch {
        @Override
        public Optional<Touch> first(Collection<Position> open, Instant from, Instant until) {
            List<Position> members = open.stream()
                    .filter(position -> position.watch().basket().isPresent())
                    .toList();
            double cost = members.stream()
                    .mapToDouble(position -> position.holding().entryPrice()
                            * position.quantity().doubleValue())
                    .sum();
            double value = members.stream()
                    .mapToDouble(position ->
                            price.applyAsDouble(position) * position.quantity().doubleValue())
                    .sum();
            return members.isEmpty() || value > 0.9 * cost
                    ? Optional.empty()
                    : Optional.of(new Touch(from, members.getFirst(), TradeReason.BASKET_STOP_LOSS, 0.9 * cost, value));
        }

        @Override
        public double peak(Position position, Instant from, Instant until) {
            return position.watch().peak();
        }
    }
}
