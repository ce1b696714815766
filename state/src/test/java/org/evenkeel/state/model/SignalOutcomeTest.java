package org.evenkeel.state.model;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.evenkeel.state.TestMarket;
import org.evenkeel.state.model.SignalOutcome.Adjustment;
import org.evenkeel.state.model.SignalOutcome.Weighing;
import org.junit.jupiter.api.Test;

class SignalOutcomeTest {
    private static SignalOutcome ordered(double target, double held, Outcome outcome) {
        return SignalOutcome.ofOrder(TestMarket.WETH_USDC, new Adjustment(target, held), outcome, 0);
    }

    @Test
    void an_order_is_one_whether_it_opens_changes_or_closes_a_position_or_finds_none() {
        assertTrue(ordered(200, 0, Outcome.TRADED).isOrder());
        assertTrue(ordered(200, 195, Outcome.BELOW_MINIMUM_TRADE).isOrder());
        assertTrue(ordered(0, 195, Outcome.TRADED).isOrder());
        assertTrue(ordered(0, 0, Outcome.NOTHING_HELD).isOrder());
    }

    @Test
    void a_signal_and_a_position_held_without_one_are_no_orders() {
        SignalOutcome signal = new SignalOutcome(
                TestMarket.WETH_USDC, OptionalDouble.of(0), Weighing.NONE, Adjustment.NONE, Outcome.UNCHANGED, 0);
        SignalOutcome held = new SignalOutcome(
                TestMarket.WETH_USDC,
                OptionalDouble.empty(),
                new Weighing(0, 0, 0, 0.2),
                new Adjustment(0, 200),
                Outcome.TRADED,
                0);
        assertFalse(signal.isOrder());
        assertFalse(held.isOrder());
        assertFalse(ordered(0, 0, Outcome.NO_ROUTE).isOrder(), "held, but worth nothing");
    }
}
