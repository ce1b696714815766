package org.evenkeel.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.market.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static Settings set(String name, String value) {
        Parameters parameters = Parameters.of(Map.of(name, value));
        Settings settings = Settings.DEFAULTS.overriddenBy(parameters);
        parameters.refuseUnknown();
        return settings;
    }

    @Test
    void nothing_set_changes_nothing() {
        assertEquals(Settings.DEFAULTS, Settings.DEFAULTS.overriddenBy(Parameters.defaults()));
    }

    @Test
    void each_setting_is_set_by_its_name() {
        assertEquals(Interval.DAILY, set("cycle", "1d").schedule().cycle());
        assertEquals(Duration.ofHours(6), set("cycleOffset", "6h").schedule().offset());
        assertEquals(500, set("initialCash", "500").capital().initialCash());
        assertEquals(0.5, set("allocation", "0.5").capital().allocation());
        assertEquals(300, set("minRebalanceTradeUsd", "300").capital().minRebalanceTradeUsd());
        assertEquals(FillPrice.CLOSE, set("fill", "close").fills().price());
        assertEquals(TriggerPrice.OPEN, set("triggerPrice", "open").fills().triggerPrice());
        assertEquals(
                Optional.of(Duration.ofHours(3)),
                set("priceTolerance", "3h").fills().tolerance());
        assertEquals(0.02, set("maxPoolShare", "0.02").liquidity().maxPoolShare());
        assertEquals(0.03, set("maxPriceImpact", "0.03").liquidity().maxPriceImpact());
        assertEquals(4, set("bridgeUsd", "4").expenses().bridgeUsd());
        assertEquals(5, set("bridgeBps", "5").expenses().bridgeBps());
        assertEquals(
                Duration.ofMinutes(30), set("bridgeDelay", "30m").expenses().bridgeDelay());
        assertEquals(
                GasPrice.constant(8),
                set("gasUsd", "ethereum:8").expenses().gasUsd().get("ethereum"));
        assertEquals(
                new BridgeTerms(1, 2, Duration.ofHours(1)),
                set("bridges", "a/b:1:2:1h").expenses().bridges().get("a/b"));
    }

    @Test
    void what_a_run_recorded_gives_the_same_settings_again() {
        Settings settings = new Settings(
                new Schedule(Interval.days(30), Duration.ofHours(7)),
                new Settings.Capital(123.45, 0.8, 300),
                new Settings.Fills(FillPrice.CLOSE, TriggerPrice.OPEN, Optional.of(Duration.ofMinutes(90))),
                new Settings.Liquidity(0.02, 0.03),
                new Expenses(Map.of("bsc", GasPrice.constant(0.2)), 1, 2, Duration.ofMinutes(5)));
        Parameters recorded = Parameters.defaults();
        settings.overriddenBy(recorded);

        assertEquals(settings, Settings.DEFAULTS.overriddenBy(Parameters.of(recorded.values())));
    }

    @Test
    void a_price_may_be_as_old_as_two_candles_unless_told_otherwise() {
        assertEquals(Duration.ofHours(2), Settings.DEFAULTS.fills().toleranceFor(Interval.HOURLY));
        assertEquals(Duration.ofHours(2), set("priceTolerance", "auto").fills().toleranceFor(Interval.HOURLY));
        assertEquals(Duration.ofHours(5), set("priceTolerance", "5h").fills().toleranceFor(Interval.HOURLY));
        assertEquals(Duration.ZERO, set("priceTolerance", "0").fills().toleranceFor(Interval.HOURLY));
    }

    @Test
    void every_second_of_an_hour_is_an_offset_and_zero_may_have_a_unit() {
        for (int second = 0; second < 3600; second++) {
            assertEquals(
                    Duration.ofSeconds(second),
                    set("cycleOffset", second + "s").schedule().offset());
        }
        for (String zero : List.of("0", "0ms", "0m", "0h", "0d", "0w")) {
            assertEquals(Duration.ZERO, set("cycleOffset", zero).schedule().offset(), zero);
        }
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "cycle, 30m",
        "cycle, 31d",
        "cycleOffset, 7d",
        "cycleOffset, soon",
        "cycleOffset, 0x",
        "initialCash, 0",
        "initialCash, -5",
        "allocation, 0",
        "allocation, 1.01",
        "minRebalanceTradeUsd, -1",
        "fill, mid",
        "triggerPrice, high",
        "priceTolerance, -1h",
        "maxPoolShare, 0",
        "maxPoolShare, 2",
        "maxPriceImpact, 0",
        "maxPriceImpact, 1",
        "bridgeBps, 10000"
    })
    void a_value_out_of_range_is_refused_by_name(String name, String value) {
        ParameterException thrown = assertThrows(ParameterException.class, () -> set(name, value));
        String word = name.startsWith("bridge") ? "basis points" : name;
        assertTrue(String.valueOf(thrown.getMessage()).contains(word), thrown.getMessage());
    }

    @Test
    void an_unknown_setting_is_refused_with_the_nearest_known_one() {
        ParameterException thrown = assertThrows(ParameterException.class, () -> set("minRebalanceTrade", "300"));

        assertTrue(
                String.valueOf(thrown.getMessage()).contains("Did you mean 'minRebalanceTradeUsd'?"),
                thrown.getMessage());
    }

    @Test
    void values_out_of_range_are_refused_in_code_too() {
        assertThrows(ParameterException.class, () -> new Settings.Capital(Double.NaN, 1, 0));
        assertThrows(ParameterException.class, () -> new Settings.Capital(1, Double.NaN, 0));
        assertThrows(ParameterException.class, () -> new Settings.Liquidity(Double.NaN, 0.1));
        assertThrows(
                ParameterException.class,
                () -> new Settings.Fills(FillPrice.OPEN, TriggerPrice.OPEN, Optional.of(Duration.ofHours(-1))));
    }

    @Test
    void parts_are_replaced_one_by_one() {
        Settings settings = Settings.DEFAULTS
                .withCycle(Interval.DAILY)
                .withCapital(new Settings.Capital(5, 1, 0))
                .withFills(new Settings.Fills(FillPrice.CLOSE, TriggerPrice.OPEN, Optional.empty()))
                .withLiquidity(new Settings.Liquidity(0.5, 0.5))
                .withExpenses(new Expenses(Map.of(), 1, 0, Duration.ZERO));

        assertEquals(Interval.DAILY, settings.schedule().cycle());
        assertEquals(5, settings.capital().initialCash());
        assertEquals(FillPrice.CLOSE, settings.fills().price());
        assertEquals(0.5, settings.liquidity().maxPriceImpact());
        assertEquals(1, settings.expenses().bridgeUsd());
    }
}
