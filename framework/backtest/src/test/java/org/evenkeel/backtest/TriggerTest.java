package org.evenkeel.backtest;

import static org.evenkeel.backtest.Lab.hour;
import static org.evenkeel.backtest.Orders.buy;
import static org.evenkeel.backtest.Orders.decide;
import static org.evenkeel.backtest.Orders.sell;
import static org.evenkeel.backtest.Pairs.A;
import static org.evenkeel.backtest.Pairs.B;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.api.Schedule;
import org.evenkeel.api.Settings;
import org.evenkeel.api.TriggerPrice;
import org.evenkeel.engine.CycleListener;
import org.evenkeel.market.Interval;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.TriggerFactors;
import org.junit.jupiter.api.Test;

/** Positions are opened at hour 168, the first of the second week, at 100. */
final class TriggerTest {
    private static final int WEEK = Lab.WEEK;
    private static final TriggerFactors BOTH = TriggerFactors.stopLoss(0.8).withTakeProfit(1.2);
    private static final TriggerFactors TRAILING = TriggerFactors.NONE.withTrailingStop(0.9);

    private static Series flat() {
        return Series.hourly(4 * WEEK, 100);
    }

    private static Lab holding(Series series, TriggerFactors triggers) {
        return new Lab()
                .pair(A, series)
                .at(2, decide(buy(A, 500).with(triggers)))
                .hours(4 * WEEK);
    }

    private static void assertSold(LabRun run, int atHour, double price, TradeReason reason) {
        assertEquals(hour(atHour), run.fill(A, 1).at());
        assertEquals(price, run.fill(A, 1).fill().midPrice(), 1e-12);
        assertEquals(reason, run.trades(A).get(1).plan().intent().reason());
        assertTrue(run.book().positions().isEmpty());
    }

    private static void assertHeld(LabRun run) {
        assertEquals(1, run.trades(A).size());
    }

    @Test
    void a_stop_loss_fires_where_the_low_is_at_the_stop_and_fills_at_the_stop() {
        LabRun run = holding(flat().candle(200, 95, 96, 80, 90), BOTH).run();
        assertSold(run, 200, 80, TradeReason.STOP_LOSS);
        assertEquals(80, run.events(Event.TriggerFired.class).getFirst().price());
    }

    @Test
    void a_stop_loss_does_not_fire_above_the_stop() {
        assertHeld(holding(flat().candle(200, 95, 96, 80.001, 90), BOTH).run());
    }

    @Test
    void a_stop_loss_fills_at_the_open_when_the_candle_gaps_through_it() {
        assertSold(holding(flat().candle(200, 60, 70, 50, 65), BOTH).run(), 200, 60, TradeReason.STOP_LOSS);
    }

    @Test
    void a_take_profit_fires_where_the_high_is_at_the_target_and_fills_at_the_target() {
        assertSold(holding(flat().candle(200, 110, 120, 105, 110), BOTH).run(), 200, 120, TradeReason.TAKE_PROFIT);
        assertHeld(holding(flat().candle(200, 110, 119.999, 105, 110), BOTH).run());
    }

    @Test
    void a_take_profit_fills_at_the_open_when_the_candle_gaps_through_it() {
        assertSold(holding(flat().candle(200, 130, 140, 125, 130), BOTH).run(), 200, 130, TradeReason.TAKE_PROFIT);
    }

    @Test
    void where_one_candle_touches_both_the_stop_counts() {
        assertSold(holding(flat().candle(200, 100, 130, 70, 100), BOTH).run(), 200, 80, TradeReason.STOP_LOSS);
    }

    @Test
    void a_stop_loss_fires_where_the_candle_opens_or_closes_under_it_and_tells_a_higher_low() {
        assertSold(holding(flat().candle(200, 70, 100, 95, 100), BOTH).run(), 200, 70, TradeReason.STOP_LOSS);
        assertSold(holding(flat().candle(200, 100, 100, 95, 70), BOTH).run(), 200, 80, TradeReason.STOP_LOSS);
    }

    @Test
    void a_take_profit_fires_where_the_candle_opens_or_closes_over_it_and_tells_a_lower_high() {
        assertSold(holding(flat().candle(200, 130, 105, 100, 100), BOTH).run(), 200, 130, TradeReason.TAKE_PROFIT);
        assertSold(holding(flat().candle(200, 100, 105, 100, 130), BOTH).run(), 200, 120, TradeReason.TAKE_PROFIT);
    }

    @Test
    void a_trailing_stop_is_raised_by_an_open_above_the_high() {
        LabRun run = holding(flat().candle(200, 150, 101, 140, 140), TRAILING).run();
        assertEquals(135, run.events(Event.TriggerFired.class).getFirst().price(), 1e-12);
    }

    @Test
    void the_candle_that_the_position_was_opened_in_counts_and_the_one_before_does_not() {
        Series series = flat().candle(WEEK - 1, 100, 100, 10, 100).candle(WEEK, 100, 100, 79, 100);
        assertSold(holding(series, BOTH).run(), WEEK, 80, TradeReason.STOP_LOSS);
    }

    @Test
    void the_last_candle_before_a_decision_counts_and_its_cash_waits_for_it() {
        LabRun run = holding(flat().candle(2 * WEEK - 1, 100, 100, 79, 100), BOTH)
                .at(3, decide(buy(A, 2000)))
                .run();
        assertEquals(hour(2 * WEEK - 1), run.fill(A, 1).at());
        assertEquals(900, run.fill(A, 2).fill().value().doubleValue(), 1e-9);
    }

    @Test
    void a_candle_that_begins_at_a_decision_is_watched_after_the_decisions_own_trades() {
        LabRun run = holding(flat().candle(2 * WEEK, 100, 100, 79, 100), BOTH)
                .at(3, decide(sell(A, 2)))
                .run();
        assertEquals(2, run.fill(A, 1).fill().quantity().doubleValue());
        assertEquals(hour(2 * WEEK), run.fill(A, 2).at());
        assertEquals(3, run.fill(A, 2).fill().quantity().doubleValue());
        assertEquals(80, run.fill(A, 2).fill().midPrice());
    }

    @Test
    void a_position_that_was_opened_late_is_watched_from_then_on() {
        Series series =
                flat().gap(WEEK, WEEK + 2).candle(WEEK + 2, 50, 50, 50, 50).level(WEEK + 3, WEEK + 9, 50);
        LabRun run = holding(series, BOTH).run();
        assertEquals(50, run.fill(A, 0).fill().midPrice());
        assertSold(run, WEEK + 9, 100, TradeReason.TAKE_PROFIT);
    }

    @Test
    void a_later_buy_moves_the_stop_with_the_average_entry_price_and_keeps_the_first_triggers() {
        Series series = flat().level(2 * WEEK, 4 * WEEK, 200).candle(2 * WEEK + 9, 200, 200, 121, 200);
        LabRun run = holding(series, TriggerFactors.stopLoss(0.8))
                .at(3, decide(buy(A, 500).with(TriggerFactors.stopLoss(0.1))))
                .run();
        // 5 at 100 and 2.5 at 200 are 7.5 at 133.33, and 0.8 of that is 106.67.
        assertEquals(2, run.trades(A).size());
        series.candle(2 * WEEK + 10, 200, 200, 106, 200);
        LabRun lower = holding(series, TriggerFactors.stopLoss(0.8))
                .at(3, decide(buy(A, 500).with(TriggerFactors.stopLoss(0.1))))
                .run();
        assertEquals(0.8 * 1000 / 7.5, lower.fill(A, 2).fill().midPrice(), 1e-9);
    }

    @Test
    void a_partial_sale_moves_neither_the_stop_nor_the_target() {
        Series series = flat().level(2 * WEEK, 2 * WEEK + 9, 110).candle(2 * WEEK + 9, 110, 119.99, 80.01, 100);
        LabRun run = holding(series.candle(2 * WEEK + 20, 100, 121, 100, 100), BOTH)
                .at(3, decide(sell(A, 2)))
                .run();
        assertEquals(hour(2 * WEEK + 20), run.fill(A, 2).at());
        assertEquals(120, run.fill(A, 2).fill().midPrice());
    }

    @Test
    void a_trailing_stop_is_raised_by_a_high_from_the_next_candle_on() {
        LabRun same = holding(flat().candle(200, 100, 150, 91, 100), TRAILING).run();
        assertEquals(hour(201), same.fill(A, 1).at(), "0.9 of 150 lies above the next open");
        assertEquals(100, same.fill(A, 1).fill().midPrice());
        assertEquals(135, same.events(Event.TriggerFired.class).getFirst().price(), 1e-12);
    }

    @Test
    void a_trailing_stop_follows_the_peak_over_several_weeks() {
        Series series = flat().level(200, 4 * WEEK, 150).candle(2 * WEEK + 30, 150, 150, 134, 140);
        assertSold(holding(series, TRAILING).run(), 2 * WEEK + 30, 135, TradeReason.TRAILING_STOP);
    }

    @Test
    void of_a_stop_and_a_trailing_stop_the_higher_counts() {
        TriggerFactors both = TriggerFactors.stopLoss(0.95).withTrailingStop(0.9);
        assertSold(holding(flat().candle(200, 100, 100, 92, 95), both).run(), 200, 95, TradeReason.STOP_LOSS);
        Series risen = flat().level(199, 4 * WEEK, 120).candle(200, 120, 120, 100, 110);
        assertSold(holding(risen, both).run(), 200, 108, TradeReason.TRAILING_STOP);
    }

    @Test
    void with_opens_alone_lows_and_highs_do_not_fire() {
        Series series = flat().candle(200, 100, 130, 70, 100).candle(210, 75, 200, 70, 90);
        LabRun run = holding(series, BOTH)
                .with(settings -> settings.withFills(new Settings.Fills(
                        settings.fills().price(),
                        TriggerPrice.OPEN,
                        settings.fills().tolerance())))
                .run();
        assertSold(run, 210, 75, TradeReason.STOP_LOSS);
    }

    @Test
    void triggers_of_several_positions_fire_in_the_order_of_time_and_then_of_opening() {
        LabRun run = new Lab()
                .pair(A, flat().candle(200, 100, 100, 70, 80).candle(230, 100, 100, 70, 80))
                .pair(B, flat().candle(190, 100, 100, 70, 80).candle(200, 100, 100, 70, 80))
                .at(2, decide(buy(A, 200).with(BOTH), buy(B, 200).with(BOTH)))
                .run();
        List<Long> fired = run.events(Event.TriggerFired.class).stream()
                .map(Event.TriggerFired::position)
                .toList();
        assertEquals(List.of(2L, 1L), fired, "B at 190, A at 200");
    }

    @Test
    void a_trigger_pays_the_fee_and_the_impact_like_any_trade() {
        TradingPair fee = Pairs.pair(5, Pairs.token(Pairs.ETHEREUM, "F"), Pairs.USDC, 100);
        LabRun run = new Lab()
                .pair(fee, flat().depth(1e4).candle(200, 100, 100, 70, 80))
                .at(2, decide(buy(fee, 500).with(BOTH)))
                .run();
        double quantity = run.fill(fee, 0).fill().quantity().doubleValue();
        double in = quantity * 80 * 0.99;
        assertEquals(1e4 * in / (1e4 + in), run.fill(fee, 1).fill().value().doubleValue(), 1e-5);
    }

    @Test
    void a_stop_that_could_not_be_executed_is_tried_again_at_the_next_candle_that_touches_it() {
        TradingPair first = Pairs.pair(7, Pairs.WETH, Pairs.USDC, 30);
        TradingPair second = Pairs.pair(8, Pairs.token(Pairs.ETHEREUM, "G"), Pairs.WETH, 30);
        // The stop is touched at 200, while the pool on the way has not traded for too long; it is back at 204.
        LabRun run = new Lab()
                .pair(first, Series.hourly(2 * WEEK, 2000).gap(190, 204))
                .pair(second, Series.hourly(2 * WEEK, 10).level(200, 2 * WEEK, 5))
                .at(2, decide(buy(second, 500).with(BOTH)))
                .run();
        assertEquals(Outcome.NO_ROUTE, run.failure(second, 1).outcome());
        assertEquals(hour(200), run.failure(second, 1).at());
        assertEquals(hour(205), run.fill(second, run.trades(second).size() - 1).at());
        assertEquals(6, run.events(Event.TriggerFired.class).size(), "at 200 to 204 in vain");
    }

    @Test
    void a_candle_across_a_tick_fires_after_the_decision_there_which_does_not_know_it_yet() {
        Duration offset = Duration.ofMinutes(30);
        List<Integer> held = new ArrayList<>();
        LabRun run = new Lab()
                .pair(A, flat().candle(48, 100, 100, 70, 100))
                .with(settings -> new Settings(
                        new Schedule(Interval.DAILY, offset),
                        settings.capital(),
                        settings.fills(),
                        settings.liquidity(),
                        settings.expenses()))
                .always(input -> {
                    held.add(input.portfolio().positions().size());
                    return input.cycle() == 2 ? List.of(buy(A, 500).with(BOTH)) : List.of();
                })
                .hours(96)
                .run();
        assertEquals(List.of(0, 0, 1, 0), held, "the low at hour 48 may have come after the tick at 48:30");
        assertEquals(hour(48).plus(offset), run.fill(A, 1).at());
        assertEquals(80, run.fill(A, 1).fill().midPrice());
    }

    @Test
    void a_candle_across_the_end_of_the_run_does_not_fire() {
        Lab lab = holding(flat().candle(200, 100, 100, 70, 100), BOTH);
        Backtest backtest = lab.backtest();
        Ledger ledger = new Ledger();
        Backtest.Period period = new Backtest.Period(Lab.START, hour(200).plus(Duration.ofMinutes(30)));
        backtest.open(ledger, backtest.info("by hand", "nowhere"), period);
        backtest.run(period, ledger, CycleListener.NONE);
        assertEquals(1, ledger.book(Ledger.MAIN_BOOK).positions().size());
    }
}
