package org.evenkeel.live.deviation;

import static org.evenkeel.live.deviation.HandMade.A;
import static org.evenkeel.live.deviation.HandMade.PERIOD;
import static org.evenkeel.live.deviation.HandMade.USDC;
import static org.evenkeel.live.deviation.HandMade.WEEK;
import static org.evenkeel.live.deviation.HandMade.buy;
import static org.evenkeel.live.deviation.HandMade.hour;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.junit.jupiter.api.Test;

/** What a journal tells of money from outside, and of the run up to an instant. */
final class RecordedRunTest {
    private final Trial trial = new Trial(
            HandMade.backtest(Map.of(1, input -> List.of(buy(A, "4000")), 3, input -> List.of(buy(A, "100")))), PERIOD);

    @Test
    void gas_from_outside_is_no_deposit() {
        RecordedRun run =
                trial.payingGasFromOutside().run(Disturbance.gas("2.5")).recorded();
        assertEquals(1, run.flows().size());
        assertEquals(
                0,
                new BigDecimal(10_000).compareTo(run.flows().getFirst().event().amount()));
        assertEquals(0, new BigDecimal(5).compareTo(run.gasFromOutside()));
    }

    @Test
    void gas_that_the_book_pays_does_not_come_from_outside() {
        RecordedRun run = trial.run(Disturbance.gas("2.5")).recorded();
        assertEquals(0, run.gasFromOutside().signum());
    }

    @Test
    void a_deposit_is_known_to_the_decision_that_came_after_it() {
        trial.hearing((tick, until) -> {
            if (tick.equals(hour(0))) {
                trial.ledger().apply(new Event.CashFlowed(hour(5), Ledger.MAIN_BOOK, USDC, BigDecimal.TEN));
            }
        });
        List<RecordedRun.Flow> flows = trial.run(Disturbance.NONE).recorded().flows();
        assertTrue(flows.getFirst().isKnownAt(hour(0)), "the first deposit, made at the tick itself");
        assertFalse(flows.getLast().isKnownAt(hour(0)));
        assertTrue(flows.getLast().isKnownAt(hour(WEEK)));
    }

    @Test
    void a_run_up_to_an_instant_has_the_decisions_before_it_and_all_their_trades() {
        RecordedRun run = trial.run(Disturbance.delay(trial.history(), 4)).recorded();
        assertEquals(List.of(hour(0)), run.until(hour(WEEK)).decisions());
        assertEquals(
                1,
                run.until(hour(1)).ledger().book(Ledger.MAIN_BOOK).positions().size());
        assertEquals(Optional.of(PERIOD.to()), run.valuedAtEnd());
        assertEquals(Optional.empty(), run.until(hour(WEEK)).valuedAtEnd());
    }
}
