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
import java.util.OptionalDouble;
import org.evenkeel.api.port.Execution;
import org.evenkeel.api.port.TriggerWatch;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.TradeStatus;
import org.evenkeel.state.model.TriggerFactors;
import org.junit.jupiter.api.Test;

/** What was sent and may have happened is asked after, never sent afresh, and its money is not spent twice. */
final class UnknownOutcomeTest {
    private final FakeWorld world = new FakeWorld();
    private final CycleEngine engine = world.engine();

    private static TradeIntent buy(TradingPair pair, int usd) {
        return TradeIntent.buy(pair, new Size.Spend(BigDecimal.valueOf(usd)), TradeReason.ORDER);
    }

    private static TradeIntent close(TradingPair pair) {
        return TradeIntent.sell(pair, new Size.SellAll(), TradeReason.CLOSE);
    }

    private Portfolio book() {
        return world.ledger().book(Ledger.MAIN_BOOK);
    }

    private Outcome outcome(int cycle, TradingPair pair) {
        return book().cycles().get(cycle - 1).result().outcomes().stream()
                .filter(outcome -> outcome.pair().equals(pair))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    @Test
    void a_trade_of_unknown_outcome_is_recorded_as_such() {
        world.decides(input -> List.of(buy(A, 300))).nextEnds(new Execution.Unknown(START));
        engine.cycle(START);
        assertEquals(Outcome.UNKNOWN, outcome(1, A));
        assertEquals(TradeStatus.UNKNOWN, book().trades().getFirst().status());
        assertEquals(1, book().openTrades().size());
    }

    @Test
    void it_is_booked_once_it_is_known_however_many_cycles_later() {
        world.decides(input -> input.cycle() == 1 ? List.of(buy(A, 300)) : List.of())
                .nextEnds(new Execution.Unknown(START));
        engine.cycle(START);
        engine.cycle(NEXT);
        engine.cycle(NEXT.plus(Duration.ofDays(7)));
        assertEquals(1, book().openTrades().size());
        world.nextSettles(FakeWorld.filled(world.orders().getFirst()));
        engine.cycle(NEXT.plus(Duration.ofDays(14)));
        assertTrue(book().openTrades().isEmpty());
        assertEquals(
                0,
                new BigDecimal("300")
                        .compareTo(book().findPosition(A).orElseThrow().quantity()));
        assertEquals(
                1,
                world.events().stream()
                        .filter(Event.TradeUnknown.class::isInstance)
                        .count());
    }

    @Test
    void while_it_is_open_the_pair_is_not_traded_again() {
        world.decides(input -> List.of(buy(A, 300))).nextEnds(new Execution.Unknown(START));
        engine.cycle(START);
        engine.cycle(NEXT);
        assertEquals(1, world.orders().size(), "sent once");
        assertEquals(Outcome.UNKNOWN, outcome(2, A));
    }

    @Test
    void while_a_buy_is_open_its_money_is_not_spent_on_another() {
        world.decides(input -> List.of(input.cycle() == 1 ? buy(A, 300) : buy(B, 1000)))
                .nextEnds(new Execution.Unknown(START));
        engine.cycle(START);
        engine.cycle(NEXT);
        assertEquals(Outcome.TRIMMED_TO_CASH, outcome(2, B));
        assertEquals(
                0,
                new BigDecimal("700")
                        .compareTo(book().findPosition(B).orElseThrow().quantity()));
    }

    @Test
    void in_one_decision_the_money_of_a_buy_that_became_unknown_is_not_spent_on_the_next() {
        world.decides(input -> List.of(buy(A, 600), buy(B, 400))).nextEnds(new Execution.Unknown(START));
        engine.cycle(START);
        world.nextSettles(FakeWorld.filled(world.orders().getFirst()));
        engine.cycle(NEXT);
        assertEquals(0, book().reserve(FakeWorld.USDC).signum());
    }

    @Test
    void a_trigger_whose_sale_may_have_happened_does_not_fire_again() throws InterruptedException {
        world.decides(
                input -> input.cycle() == 1 ? List.of(buy(A, 300).with(TriggerFactors.stopLoss(0.5))) : List.of());
        engine.cycle(START);
        Position position = book().findPosition(A).orElseThrow();
        for (int hour = 1; hour <= 2; hour++) {
            world.touches(new TriggerWatch.Touch(
                    START.plus(Duration.ofHours(hour)), position, TradeReason.STOP_LOSS, 0.5, 0.5));
        }
        world.touches(
                new TriggerWatch.Touch(NEXT.plus(Duration.ofHours(1)), position, TradeReason.STOP_LOSS, 0.5, 0.5));
        world.nextEnds(new Execution.Unknown(START.plus(Duration.ofHours(1))));
        engine.watch(START, NEXT);
        engine.cycle(NEXT);
        engine.watch(NEXT, NEXT.plus(Duration.ofDays(7)));
        assertEquals(2, world.orders().size(), "the buy and one sale");
        assertEquals(OptionalDouble.of(0.5), world.orders().get(1).touched());
    }

    @Test
    void a_trigger_whose_sale_is_known_not_to_have_happened_fires_again_before_the_next_decision()
            throws InterruptedException {
        world.decides(
                input -> input.cycle() == 1 ? List.of(buy(A, 300).with(TriggerFactors.stopLoss(0.5))) : List.of());
        engine.cycle(START);
        Position position = book().findPosition(A).orElseThrow();
        for (int hour = 1; hour <= 3; hour++) {
            world.touches(new TriggerWatch.Touch(
                    START.plus(Duration.ofHours(hour)), position, TradeReason.STOP_LOSS, 0.5, 0.5));
        }
        world.nextEnds(new Execution.Unknown(START.plus(Duration.ofHours(1))));
        engine.watch(START, START.plus(Duration.ofHours(3)));
        assertEquals(2, world.orders().size(), "the buy and one sale, which may have happened");
        world.nextSettles(new Execution.Failed(START.plus(Duration.ofHours(3)), Outcome.NOT_SENT, BigDecimal.ZERO));
        engine.settle(START.plus(Duration.ofHours(3)));
        engine.watch(START.plus(Duration.ofHours(3)), NEXT);
        assertEquals(3, world.orders().size());
        assertTrue(book().findPosition(A).isEmpty());
    }

    @Test
    void a_stop_that_cannot_be_sold_is_tried_again_at_once_and_then_less_and_less_often() throws InterruptedException {
        world.decides(
                input -> input.cycle() == 1 ? List.of(buy(A, 300).with(TriggerFactors.stopLoss(0.5))) : List.of());
        engine.cycle(START);
        Position position = book().findPosition(A).orElseThrow();
        for (int second = 10; second <= 3600; second += 10) {
            world.touches(new TriggerWatch.Touch(START.plusSeconds(second), position, TradeReason.STOP_LOSS, 0.5, 0.5));
            world.nextEnds(new Execution.Failed(START, Outcome.NOT_SENT, BigDecimal.ZERO));
        }
        for (int second = 0; second < 3600; second += 10) {
            engine.watch(START.plusSeconds(second), START.plusSeconds(second + 10));
        }
        assertEquals(
                List.of(10L, 20L, 40L, 80L, 160L, 320L, 640L, 1250L, 1860L, 2470L, 3080L),
                world.orders().stream()
                        .skip(1)
                        .map(order -> Duration.between(START, order.at()).toSeconds())
                        .toList());
    }

    @Test
    void a_sale_that_only_a_decision_can_mend_waits_for_it_also_where_the_watch_is_cut_into_slices()
            throws InterruptedException {
        world.decides(
                input -> input.cycle() == 1 ? List.of(buy(A, 300).with(TriggerFactors.stopLoss(0.5))) : List.of());
        engine.cycle(START);
        Position position = book().findPosition(A).orElseThrow();
        for (int hour : List.of(1, 2, 170)) {
            world.touches(new TriggerWatch.Touch(
                    START.plus(Duration.ofHours(hour)), position, TradeReason.STOP_LOSS, 0.5, 0.5));
        }
        world.nextEnds(new Execution.Failed(START, Outcome.NO_LIQUIDITY, BigDecimal.ZERO));
        for (int hour = 0; hour < 168; hour++) {
            engine.watch(START.plus(Duration.ofHours(hour)), START.plus(Duration.ofHours(hour + 1)));
        }
        assertEquals(2, world.orders().size(), "the buy and one sale");
        engine.cycle(NEXT);
        engine.watch(NEXT, NEXT.plus(Duration.ofDays(7)));
        assertEquals(3, world.orders().size());
    }

    @Test
    void a_sale_that_failed_after_all_can_be_made_again() {
        world.decides(input -> List.of(input.cycle() == 1 ? buy(A, 300) : close(A)));
        engine.cycle(START);
        world.nextEnds(new Execution.Unknown(NEXT));
        engine.cycle(NEXT);
        world.nextSettles(new Execution.Failed(NEXT.plusSeconds(60), Outcome.REVERTED, new BigDecimal("0.5")));
        engine.cycle(NEXT.plus(Duration.ofDays(7)));
        assertEquals(Outcome.TRADED, outcome(3, A));
        assertEquals(0, new BigDecimal("999.5").compareTo(book().reserve(FakeWorld.USDC)), "the gas was paid");
    }
}
