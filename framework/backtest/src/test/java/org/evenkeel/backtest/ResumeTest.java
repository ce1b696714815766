package org.evenkeel.backtest;

import static org.evenkeel.backtest.Lab.hour;
import static org.evenkeel.backtest.Orders.buy;
import static org.evenkeel.backtest.Orders.decide;
import static org.evenkeel.backtest.Pairs.A;
import static org.evenkeel.backtest.Pairs.C;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenkeel.api.Expenses;
import org.evenkeel.engine.CycleListener;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.TriggerFactors;
import org.junit.jupiter.api.Test;

/** A run that came to its end goes on with a later one. */
final class ResumeTest {
    private static final int WEEK = Lab.WEEK;

    /** What happens, but for the value at the first end, where a run ends there before it goes on. */
    private static List<Event> events(Lab lab, int firstEnd) {
        Backtest backtest = lab.backtest();
        List<Event> events = new ArrayList<>();
        Ledger ledger = new Ledger(events::add);
        backtest.open(ledger, backtest.info("by hand", "nowhere"), lab.period());
        backtest.run(new Backtest.Period(Lab.START, hour(firstEnd)), ledger, CycleListener.NONE);
        backtest.run(lab.period(), ledger, CycleListener.NONE);
        events.removeIf(event -> event instanceof Event.Valued && event.at().equals(hour(firstEnd)));
        return events;
    }

    @Test
    void a_stop_between_the_end_and_the_next_decision_fires_when_the_run_goes_on() {
        Lab lab = new Lab()
                .pair(A, Series.hourly(4 * WEEK, 100).candle(WEEK + 50, 100, 100, 70, 100))
                .at(2, decide(buy(A, 500).with(TriggerFactors.stopLoss(0.8))))
                .hours(4 * WEEK);
        assertEquals(lab.run().events(), events(lab, WEEK + 30));
    }

    @Test
    void money_that_arrives_between_the_end_and_the_next_decision_is_spent_when_the_run_goes_on() {
        Lab lab = new Lab()
                .pair(A, Series.hourly(4 * WEEK, 100))
                .pair(C, Series.hourly(4 * WEEK, 10))
                .with(settings -> settings.withExpenses(new Expenses(Map.of(), 0, 0, Duration.ofHours(50))))
                .at(2, decide(buy(C, 500)))
                .hours(4 * WEEK);
        assertEquals(lab.run().events(), events(lab, WEEK + 30));
    }

    @Test
    void a_run_that_ended_with_its_last_cycle_goes_on_with_the_next() {
        Lab lab = new Lab()
                .pair(A, Series.hourly(4 * WEEK, 100).candle(3 * WEEK - 1, 100, 100, 70, 100))
                .at(2, decide(buy(A, 500).with(TriggerFactors.stopLoss(0.8))))
                .hours(4 * WEEK);
        assertEquals(lab.run().events(), events(lab, 2 * WEEK));
    }
}
