package org.evenkeel.api.alpha;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.evenkeel.api.ParameterException;
import org.evenkeel.api.Settings;
import org.junit.jupiter.api.Test;

class TradeLimitsTest {
    @Test
    void the_usual_limits_are_those_of_the_settings() {
        Settings settings = Settings.DEFAULTS
                .withCapital(new Settings.Capital(1_000, 0.8, 300))
                .withLiquidity(new Settings.Liquidity(0.02, 0.03));

        assertEquals(new TradeLimits(300, 0.02, 0.03), TradeLimits.of(settings));
    }

    @Test
    void limits_out_of_range_are_refused() {
        assertThrows(ParameterException.class, () -> new TradeLimits(-1, 0.01, 0.05));
        assertThrows(ParameterException.class, () -> new TradeLimits(Double.NaN, 0.01, 0.05));
        assertThrows(ParameterException.class, () -> new TradeLimits(10, 0, 0.05));
        assertThrows(ParameterException.class, () -> new TradeLimits(10, 1.1, 0.05));
        assertThrows(ParameterException.class, () -> new TradeLimits(10, 0.01, 0));
        assertThrows(ParameterException.class, () -> new TradeLimits(10, 0.01, 1));
    }
}
