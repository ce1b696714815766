package org.evenkeel.backtest;

import static org.evenkeel.backtest.Lab.START;
import static org.evenkeel.backtest.Lab.hour;
import static org.evenkeel.backtest.Orders.buy;
import static org.evenkeel.backtest.Orders.decide;
import static org.evenkeel.backtest.Pairs.A;
import static org.evenkeel.backtest.Pairs.B;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.OptionalDouble;
import org.evenkeel.market.Interval;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Basket;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.TriggerFactors;
import org.junit.jupiter.api.Test;

/** Two positions of 500 USD each at 100, bought at hour 168; together they cost 1,000. */
final class BasketTest {
    private static final int WEEK = Lab.WEEK;
    private static final Basket BASKET = new Basket("both", OptionalDouble.of(0.8), OptionalDouble.of(1.2));

    private static Series flat() {
        return Series.hourly(4 * WEEK, 100);
    }

    private static Lab holding(Series a, Series b) {
        return new Lab()
                .pair(A, a)
                .pair(B, b)
                .at(2, decide(buy(A, 500).in(BASKET), buy(B, 500).in(BASKET)))
                .hours(4 * WEEK);
    }

    @Test
    void a_basket_is_sold_together_at_the_open_after_the_close_that_crossed_its_stop() {
        // 5 × 50 + 5 × 109 = 795 at the close of the candle of hour 200
        Series a = flat().candle(200, 100, 100, 50, 50).level(201, 4 * WEEK, 51);
        Series b = flat().candle(200, 100, 110, 100, 109).level(201, 4 * WEEK, 108);
        LabRun run = holding(a, b).run();
        assertEquals(hour(201), run.fill(A, 1).at());
        assertEquals(hour(201), run.fill(B, 1).at());
        assertEquals(51, run.fill(A, 1).fill().midPrice());
        assertEquals(108, run.fill(B, 1).fill().midPrice());
        assertEquals(
                TradeReason.BASKET_STOP_LOSS,
                run.trades(B).get(1).plan().intent().reason());
        assertEquals(800, run.events(Event.TriggerFired.class).getFirst().price(), 1e-9);
    }

    @Test
    void a_basket_is_judged_as_a_whole_and_by_closes() {
        Series a = flat().level(200, 4 * WEEK, 50);
        Series b = flat().level(200, 4 * WEEK, 111).candle(210, 111, 111, 1, 111);
        assertTrue(holding(a, b).run().events(Event.TriggerFired.class).isEmpty());
    }

    @Test
    void a_basket_takes_its_profit_together() {
        LabRun run = holding(flat().level(200, 4 * WEEK, 141), flat()).run();
        assertEquals(hour(201), run.fill(B, 1).at());
        assertEquals(
                TradeReason.BASKET_TAKE_PROFIT,
                run.trades(A).get(1).plan().intent().reason());
    }

    @Test
    void a_basket_is_watched_where_its_first_member_no_longer_trades() {
        LabRun run = holding(flat().gap(190, 4 * WEEK), flat().level(200, 4 * WEEK, 50))
                .run();
        assertEquals(hour(201), run.fill(B, 1).at());
        assertEquals(Outcome.NO_CANDLE, run.failure(A, 1).outcome());
    }

    @Test
    void a_close_at_a_decision_is_judged_after_the_decisions_own_trades() {
        Series b = flat().candle(2 * WEEK - 1, 100, 100, 40, 40);
        LabRun run = holding(flat(), b).run();
        assertEquals(hour(2 * WEEK), run.fill(A, 1).at());
        assertEquals(hour(2 * WEEK), run.fill(B, 1).at());
    }

    @Test
    void a_basket_is_watched_where_a_cycle_is_as_short_as_a_candle() {
        Lab lab = new Lab()
                .with(settings -> settings.withCycle(Interval.DAILY))
                .pair(A, Series.flat(Interval.DAILY, 12, 100))
                .pair(B, Series.flat(Interval.DAILY, 12, 100).level(5, 12, 50))
                .at(2, decide(buy(A, 500).in(BASKET), buy(B, 500).in(BASKET)))
                .hours(24 * 12);
        LabRun run = lab.run();
        assertEquals(START.plus(Duration.ofDays(6)), run.fill(A, 1).at());
        assertEquals(START.plus(Duration.ofDays(6)), run.fill(B, 1).at());
    }

    @Test
    void a_position_is_not_judged_by_a_close_from_before_it_was_opened() {
        Series a = flat().candle(WEEK - 1, 100, 100, 10, 10);
        Series b = flat().candle(WEEK - 1, 100, 100, 10, 10);
        assertTrue(holding(a, b).run().events(Event.TriggerFired.class).isEmpty());
    }

    @Test
    void of_a_stop_of_its_own_and_the_baskets_the_earlier_counts() {
        Series a = flat().candle(200, 100, 100, 70, 100).level(210, 4 * WEEK, 200);
        LabRun run = new Lab()
                .pair(A, a)
                .pair(B, flat())
                .at(
                        2,
                        decide(
                                buy(A, 500).in(BASKET).with(TriggerFactors.stopLoss(0.75)),
                                buy(B, 500).in(BASKET)))
                .run();
        assertEquals(TradeReason.STOP_LOSS, run.trades(A).get(1).plan().intent().reason());
        assertEquals(1, run.trades(B).size(), "B alone has not moved");
    }

    @Test
    void two_baskets_do_not_touch_each_other() {
        Basket other = new Basket("other", OptionalDouble.of(0.8), OptionalDouble.empty());
        LabRun run = new Lab()
                .pair(A, flat().level(200, 4 * WEEK, 50))
                .pair(B, flat())
                .at(2, decide(buy(A, 500).in(BASKET), buy(B, 500).in(other)))
                .run();
        assertEquals(hour(201), run.fill(A, 1).at());
        assertEquals(1, run.trades(B).size());
    }
}
