package org.evenkeel.backtest;

import static org.evenkeel.backtest.Lab.hour;
import static org.evenkeel.backtest.Orders.buy;
import static org.evenkeel.backtest.Orders.close;
import static org.evenkeel.backtest.Orders.decide;
import static org.evenkeel.backtest.Pairs.A;
import static org.evenkeel.backtest.Pairs.B;
import static org.evenkeel.backtest.Pairs.C;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.api.Expenses;
import org.evenkeel.api.FillPrice;
import org.evenkeel.api.Schedule;
import org.evenkeel.api.Settings;
import org.evenkeel.api.TriggerPrice;
import org.evenkeel.market.Interval;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Outcome;
import org.junit.jupiter.api.Test;

final class FillTimingTest {
    private static final int WEEK = Lab.WEEK;

    private static Settings tolerating(Settings settings, int hours) {
        return settings.withFills(new Settings.Fills(
                settings.fills().price(), TriggerPrice.LOW_HIGH, Optional.of(Duration.ofHours(hours))));
    }

    private static Settings closing(Settings settings) {
        return settings.withFills(new Settings.Fills(
                FillPrice.CLOSE, TriggerPrice.LOW_HIGH, settings.fills().tolerance()));
    }

    private static List<Instant> ticks(LabRun run) {
        return run.book().cycles().stream().map(Cycle::at).toList();
    }

    @Test
    void ticks_lie_on_the_grid_from_the_first_at_or_after_the_start_to_the_last_before_the_end() {
        Lab lab = new Lab().pair(A, Series.hourly(6 * WEEK, 100));
        assertEquals(List.of(hour(0), hour(WEEK)), ticks(lab.hours(2 * WEEK).run()));
        assertEquals(
                List.of(hour(0), hour(WEEK), hour(2 * WEEK)),
                ticks(lab.hours(2 * WEEK + 1).run()));
    }

    @Test
    void an_offset_moves_every_tick_and_none_comes_before_the_start() {
        Lab lab = new Lab()
                .pair(A, Series.hourly(6 * WEEK, 100))
                .with(settings -> new Settings(
                        new Schedule(Interval.WEEKLY, Duration.ofHours(5)),
                        settings.capital(),
                        settings.fills(),
                        settings.liquidity(),
                        settings.expenses()))
                .hours(WEEK + 6);
        assertEquals(List.of(hour(5), hour(WEEK + 5)), ticks(lab.run()));
    }

    @Test
    void a_decision_trades_at_the_open_of_the_candle_that_begins_at_it() {
        LabRun run = new Lab()
                .pair(A, Series.hourly(2 * WEEK, 100).candle(WEEK, 110, 130, 105, 120))
                .at(2, decide(buy(A, 550)))
                .run();
        assertEquals(hour(WEEK), run.fill(A, 0).at());
        assertEquals(110, run.fill(A, 0).fill().midPrice());
        assertEquals(5, run.fill(A, 0).fill().quantity().doubleValue(), 1e-12);
    }

    @Test
    void where_that_candle_is_missing_the_next_one_within_the_tolerance_fills() {
        LabRun run = new Lab()
                .pair(A, Series.hourly(2 * WEEK, 100).gap(WEEK, WEEK + 2).candle(WEEK + 2, 120, 120, 120, 120))
                .at(2, decide(buy(A, 600)))
                .run();
        assertEquals(hour(WEEK + 2), run.fill(A, 0).at());
        assertEquals(120, run.fill(A, 0).fill().midPrice());
    }

    @Test
    void where_none_comes_within_the_tolerance_the_trade_is_skipped_with_the_reason() {
        LabRun run = new Lab()
                .pair(A, Series.hourly(2 * WEEK, 100).gap(WEEK, WEEK + 3))
                .at(2, decide(buy(A, 600)))
                .run();
        assertEquals(Outcome.NO_CANDLE, run.failure(A, 0).outcome());
        assertEquals(Outcome.NO_CANDLE, run.what(2, A));
        assertEquals(1000, run.cash());
    }

    @Test
    void a_price_older_than_the_tolerance_cannot_be_traded_on() {
        LabRun run = new Lab()
                .pair(A, Series.hourly(2 * WEEK, 100).gap(WEEK - 3, WEEK))
                .at(2, decide(buy(A, 600)))
                .run();
        assertEquals(Outcome.STALE_PRICE, run.what(2, A));
        assertTrue(run.book().trades().isEmpty());
    }

    @Test
    void a_price_as_old_as_the_tolerance_can_be_traded_on() {
        LabRun run = new Lab()
                .pair(A, Series.hourly(2 * WEEK, 100).gap(WEEK - 2, WEEK))
                .at(2, decide(buy(A, 600)))
                .run();
        assertEquals(Outcome.TRADED, run.what(2, A));
    }

    @Test
    void a_pair_that_is_not_listed_yet_has_no_price() {
        LabRun run = new Lab()
                .pair(A, Series.hourly(2 * WEEK, 100).gap(0, WEEK))
                .at(1, decide(buy(A, 600)))
                .at(2, decide(buy(A, 600)))
                .run();
        assertEquals(Outcome.NO_PRICE, run.what(1, A));
        assertEquals(Outcome.NO_PRICE, run.what(2, A));
    }

    @Test
    void a_delisted_pair_is_held_at_its_last_price_and_cannot_be_sold() {
        LabRun run = new Lab()
                .pair(A, Series.hourly(WEEK + 10, 100))
                .pair(Pairs.B, Series.hourly(4 * WEEK, 1))
                .at(2, decide(buy(A, 600)))
                .at(3, decide(close(A)))
                .hours(4 * WEEK)
                .run();
        assertEquals(Outcome.STALE_PRICE, run.what(3, A));
        assertEquals(1000, run.finalEquity(), 1e-9);
    }

    @Test
    void with_fill_close_a_trade_gets_the_close_that_the_decision_saw() {
        LabRun run = new Lab()
                .pair(A, Series.hourly(2 * WEEK, 100).candle(WEEK - 1, 100, 100, 50, 50))
                .with(FillTimingTest::closing)
                .at(2, decide(buy(A, 600)))
                .run();
        assertEquals(hour(WEEK), run.fill(A, 0).at());
        assertEquals(50, run.fill(A, 0).fill().midPrice());
        assertEquals(12, run.fill(A, 0).fill().quantity().doubleValue(), 1e-12);
    }

    @Test
    void with_fill_close_a_buy_that_waited_is_not_filled_at_a_price_that_has_grown_stale() {
        LabRun run = new Lab()
                .pair(A, Series.hourly(4 * WEEK, 100))
                .pair(C, Series.hourly(WEEK, 10))
                .at(2, decide(buy(C, 600)))
                .with(settings -> settings.withExpenses(new Expenses(Map.of(), 0, 0, Duration.ofHours(48))))
                .with(FillTimingTest::closing)
                .run();
        assertEquals(Outcome.STALE_PRICE, run.failure(C, 0).outcome());
        assertEquals(600, run.book().reserve(Pairs.BUSD).doubleValue());
    }

    @Test
    void no_trade_of_a_decision_is_filled_at_or_after_the_next_decision() {
        // Every second hour has no candle: a buy of hour 4 would be filled at hour 5, when the next has been decided.
        Series series = Series.hourly(12, 100).gap(4, 5);
        LabRun run = new Lab()
                .pair(A, series)
                .with(settings -> settings.withCycle(Interval.HOURLY))
                .at(5, decide(buy(A, 600)))
                .hours(12)
                .run();
        assertEquals(Outcome.NO_CANDLE, run.what(5, A));
        assertNothingIsBookedAheadOfTime(run);
    }

    @Test
    void no_trade_is_filled_after_the_end_of_the_run() {
        LabRun run = new Lab()
                .pair(A, Series.hourly(2 * WEEK, 100).gap(WEEK, WEEK + 2))
                .at(2, decide(buy(A, 600)))
                .hours(WEEK + 1)
                .run();
        assertEquals(Outcome.NO_CANDLE, run.what(2, A));
        assertNothingIsBookedAheadOfTime(run);
    }

    private static void assertNothingIsBookedAheadOfTime(LabRun run) {
        Instant decided = Lab.START;
        for (Event event : run.events()) {
            boolean marks = event instanceof Event.Decided || event instanceof Event.Valued;
            assertFalse(marks && event.at().isBefore(decided), event + " comes before what stands before it");
            if (event instanceof Event.TradeFilled) {
                decided = event.at();
            }
        }
    }

    @Test
    void at_the_end_the_book_is_valued_at_the_last_closes_and_nothing_is_sold() {
        LabRun run = new Lab()
                .pair(A, Series.hourly(2 * WEEK, 100).candle(2 * WEEK - 2, 100, 160, 100, 150))
                .at(2, decide(buy(A, 600)))
                .hours(2 * WEEK - 1)
                .run();
        assertEquals(1, run.book().trades().size());
        assertEquals(400 + 6 * 150, run.finalEquity(), 1e-9);
    }

    @Test
    void the_tolerance_can_be_set() {
        LabRun run = new Lab()
                .pair(A, Series.hourly(2 * WEEK, 100).gap(WEEK, WEEK + 6))
                .with(settings -> tolerating(settings, 6))
                .at(2, decide(buy(A, 600)))
                .run();
        assertEquals(hour(WEEK + 6), run.fill(A, 0).at());
    }

    @Test
    void a_buy_that_needs_the_money_of_a_late_sale_waits_for_it() {
        LabRun run = swap(1000);
        assertEquals(hour(2 * WEEK + 2), filledAt(run, A, 2));
        assertEquals(hour(2 * WEEK + 2), filledAt(run, B, 1));
    }

    @Test
    void a_buy_that_needs_no_money_of_a_late_sale_does_not_wait_for_it() {
        LabRun run = swap(400);
        assertEquals(hour(2 * WEEK + 2), filledAt(run, A, 2));
        assertEquals(hour(2 * WEEK), filledAt(run, B, 1));
    }

    /** Holds 500 USD of A and 500 USD, and a week later wants to change, when nobody trades A for two hours. */
    private static LabRun swap(double usd) {
        return new Lab()
                .pair(A, Series.hourly(3 * WEEK, 100).gap(2 * WEEK, 2 * WEEK + 2))
                .pair(B, Series.hourly(3 * WEEK, 10))
                .with(settings -> tolerating(settings, 3))
                .at(2, decide(buy(A, 500)))
                .at(3, decide(close(A), buy(B, usd)))
                .hours(3 * WEEK)
                .run();
    }

    private static Instant filledAt(LabRun run, TradingPair pair, int trade) {
        return run.book().trades().stream()
                .filter(made -> made.plan().intent().pair().equals(pair))
                .skip(trade - 1)
                .findFirst()
                .flatMap(made -> made.filled())
                .orElseThrow()
                .at();
    }
}
