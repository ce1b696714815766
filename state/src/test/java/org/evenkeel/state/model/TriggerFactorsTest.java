package org.evenkeel.state.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TriggerFactorsTest {
    private static final OptionalDouble NONE = OptionalDouble.empty();

    @Test
    void each_trigger_can_be_the_only_one_or_the_first_of_several() {
        OptionalDouble most = OptionalDouble.of(1.2);
        OptionalDouble trailing = OptionalDouble.of(0.9);
        assertEquals(new TriggerFactors(NONE, most, NONE), TriggerFactors.takeProfit(1.2));
        assertEquals(new TriggerFactors(NONE, NONE, trailing), TriggerFactors.trailingStop(0.9));
        assertEquals(
                TriggerFactors.stopLoss(0.5).withTakeProfit(1.2).withTrailingStop(0.9),
                TriggerFactors.trailingStop(0.9).withTakeProfit(1.2).withStopLoss(0.5));
    }

    @Test
    void factors_that_would_sell_at_once_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> TriggerFactors.takeProfit(1));
        assertThrows(IllegalArgumentException.class, () -> TriggerFactors.trailingStop(1));
    }
}
