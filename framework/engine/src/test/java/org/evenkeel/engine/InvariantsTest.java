package org.evenkeel.engine;

import static org.evenkeel.engine.FakeWorld.A;
import static org.evenkeel.engine.FakeWorld.B;
import static org.evenkeel.engine.FakeWorld.START;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.junit.jupiter.api.Test;

/** What the checks after a cycle let pass, and what ends the run. */
final class InvariantsTest {
    private final FakeWorld world = new FakeWorld();
    private final Invariants invariants = new Invariants();

    private static TradeIntent buy(TradingPair pair, int usd) {
        return TradeIntent.buy(pair, new Size.Spend(BigDecimal.valueOf(usd)), TradeReason.ORDER);
    }

    private Portfolio bought() {
        world.decides(input -> List.of(buy(A, 300), buy(B, 400))).engine().cycle(START);
        return world.ledger().book(Ledger.MAIN_BOOK);
    }

    private String broken(Portfolio book, List<SignalOutcome> outcomes) {
        return assertThrows(IllegalStateException.class, () -> invariants.check(book, outcomes))
                .getMessage();
    }

    private static List<SignalOutcome> weights(double... weights) {
        return DoubleStream.of(weights).mapToObj(InvariantsTest::weighed).toList();
    }

    private static SignalOutcome weighed(double weight) {
        return new SignalOutcome(
                A,
                OptionalDouble.empty(),
                new SignalOutcome.Weighing(1, weight, weight, 0),
                SignalOutcome.Adjustment.NONE,
                Outcome.TRADED,
                0);
    }

    @Test
    void weights_that_leave_something_for_the_reserve_pass() {
        assertDoesNotThrow(() -> invariants.check(bought(), weights(0.6, 0.4)));
    }

    @Test
    void control_weights_above_one_below_zero_or_of_no_number_end_the_run() {
        Portfolio book = bought();
        assertTrue(broken(book, weights(0.6, 0.41)).contains("add up to 1.01"));
        assertTrue(broken(book, weights(-0.1)).contains("-0.1"));
        assertTrue(broken(book, weights(Double.NaN)).contains("NaN"));
    }

    /** Totals are carried on: where nobody says that a counted trade is open again, the sum shows it. */
    @Test
    void control_where_a_trade_is_taken_back_and_not_counted_anew_the_cash_does_not_add_up() {
        Portfolio book = bought();
        invariants.check(book, List.of());
        world.ledger().apply(new Event.TradeUndone(START.plusSeconds(100), 2));
        assertTrue(broken(book, List.of()).contains("This is a fault of the program"));
        invariants.recount();
        assertDoesNotThrow(() -> invariants.check(book, List.of()));
    }
}
