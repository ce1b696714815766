package org.evenkeel.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.evenkeel.api.testing.SeededTest;
import org.evenkeel.market.Chain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpensesTest {
    private static final Chain ETHEREUM = new Chain("ethereum", 1);
    private static final Chain BSC = new Chain("bsc", 56);
    private static final Instant MAY = Instant.parse("2021-05-01T00:00:00Z");
    private static final Instant JULY = Instant.parse("2021-07-01T12:00:00Z");

    private static Expenses set(String name, String value) {
        return Expenses.NONE.overriddenBy(Parameters.of(Map.of(name, value)));
    }

    @Test
    void with_none_set_nothing_costs_anything() {
        assertEquals(0, Expenses.NONE.gasOn(ETHEREUM, MAY));
        assertTrue(Expenses.NONE.isGasFree());
        assertTrue(Expenses.NONE.isBridgeFree());
        assertEquals(BridgeTerms.FREE, Expenses.NONE.bridgeBetween(ETHEREUM, BSC));
    }

    @Test
    void gas_is_by_chain() {
        Expenses expenses = set("gasUsd", "ethereum:8, bsc:0.2");

        assertEquals(8, expenses.gasOn(ETHEREUM, MAY));
        assertEquals(0.2, expenses.gasOn(BSC, MAY));
        assertEquals(0, expenses.gasOn(new Chain("polygon", 137), MAY));
        assertFalse(expenses.isGasFree());
    }

    @Test
    void gas_changes_at_the_very_instant_of_a_step() {
        Expenses expenses = set("gasUsd", "ethereum:8/2021-05-01=20/2021-07-01T12:00:00Z=12");

        assertEquals(8, expenses.gasOn(ETHEREUM, Instant.EPOCH));
        assertEquals(8, expenses.gasOn(ETHEREUM, MAY.minusNanos(1)));
        assertEquals(20, expenses.gasOn(ETHEREUM, MAY));
        assertEquals(20, expenses.gasOn(ETHEREUM, JULY.minusNanos(1)));
        assertEquals(12, expenses.gasOn(ETHEREUM, JULY));
        assertEquals(12, expenses.gasOn(ETHEREUM, Instant.MAX));
    }

    @SeededTest
    void a_series_is_read_as_the_last_step_at_or_before_the_instant(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TreeMap<Instant, Double> steps = new TreeMap<>();
        for (int i = 0; i < 50; i++) {
            steps.put(Instant.ofEpochSecond(random.nextInt(1_000)), (double) random.nextInt(100));
        }
        GasPrice price = GasPrice.constant(7);
        for (Map.Entry<Instant, Double> step : steps.entrySet()) {
            price = price.then(step.getKey(), step.getValue());
        }
        for (int second = -5; second < 1_005; second++) {
            Instant at = Instant.ofEpochSecond(second);
            Map.Entry<Instant, Double> step = steps.floorEntry(at);
            assertEquals(step == null ? 7 : step.getValue(), price.at(at), "at " + at);
        }
        assertEquals(price, GasPrice.parse(price.toString()));
    }

    @Test
    void the_most_that_gas_costs_between_two_instants_is_that_of_every_step_in_them() {
        Expenses expenses = Expenses.NONE.withGas(
                ETHEREUM, GasPrice.constant(8).then(MAY, 20).then(JULY, 12));
        assertEquals(8, expenses.mostGasOn(ETHEREUM, Instant.EPOCH, MAY.minusNanos(1)));
        assertEquals(20, expenses.mostGasOn(ETHEREUM, Instant.EPOCH, MAY));
        assertEquals(20, expenses.mostGasOn(ETHEREUM, MAY, Instant.MAX));
        assertEquals(12, expenses.mostGasOn(ETHEREUM, JULY, Instant.MAX));
        assertEquals(0, expenses.mostGasOn(BSC, Instant.EPOCH, Instant.MAX));
    }

    @Test
    void bridges_have_common_terms_and_terms_of_their_own() {
        Expenses expenses = Expenses.NONE.overriddenBy(Parameters.of(
                Map.of("bridgeUsd", "2", "bridgeBps", "5", "bridgeDelay", "30m", "bridges", "ethereum/bsc:7:10:1h")));

        BridgeTerms common = new BridgeTerms(2, 5, Duration.ofMinutes(30));
        assertEquals(common, expenses.bridgeBetween(BSC, ETHEREUM));
        assertEquals(new BridgeTerms(7, 10, Duration.ofHours(1)), expenses.bridgeBetween(ETHEREUM, BSC));
        assertFalse(expenses.isBridgeFree());
        assertFalse(set("bridges", "ethereum/bsc:0:0:1h").isBridgeFree());
    }

    @Test
    void what_is_set_reads_back() {
        Expenses expenses = Expenses.NONE
                .withGas(ETHEREUM, GasPrice.constant(8).then(MAY, 20).then(JULY, 12))
                .withGas(BSC, 0.2)
                .withBridge(ETHEREUM, BSC, new BridgeTerms(5, 10, Duration.ofMinutes(30)));
        Parameters first = Parameters.defaults();
        expenses.overriddenBy(first);

        assertEquals(expenses, Expenses.NONE.overriddenBy(Parameters.of(first.values())));
    }

    @ParameterizedTest(name = "gasUsd={0}")
    @ValueSource(
            strings = {
                "ethereum",
                "ethereum:",
                "ethereum:x",
                ":8",
                "ethereum:-1",
                "ethereum:NaN",
                "ethereum:8,ethereum:9",
                "ethereum:8/2021-05-01",
                "ethereum:8/2021-13-01=9",
                "ethereum:8/=9",
                "ethereum:8/2021-05-01=",
                "ethereum:8/2021-05-01=9/2021-04-01=9",
                "ethereum:8/2021-05-01=9/2021-05-01=10",
                "ethereum:8/2021-05-01=-9"
            })
    void gas_that_is_none_is_refused(String text) {
        assertThrows(ParameterException.class, () -> set("gasUsd", text));
    }

    @ParameterizedTest(name = "bridges={0}")
    @ValueSource(
            strings = {
                "ethereum",
                "ethereum:5:10:1h",
                "ethereum/bsc",
                "ethereum/bsc:5",
                "ethereum/bsc:5:10",
                "ethereum/bsc:5:10:soon",
                "ethereum/bsc:-5:10:1h",
                "ethereum/bsc:5:10000:1h",
                "ethereum/bsc/polygon:5:10:1h"
            })
    void bridges_that_are_none_are_refused(String text) {
        assertThrows(ParameterException.class, () -> set("bridges", text));
    }

    @Test
    void costs_out_of_range_are_refused() {
        assertThrows(ParameterException.class, () -> set("bridgeUsd", "-1"));
        assertThrows(ParameterException.class, () -> set("bridgeBps", "10000"));
        assertThrows(ParameterException.class, () -> set("bridgeDelay", "later"));
        assertThrows(
                ParameterException.class, () -> new Expenses(Map.of(), Double.POSITIVE_INFINITY, 0, Duration.ZERO));
        assertThrows(ParameterException.class, () -> new Expenses(Map.of(), 0, 0, Duration.ofMinutes(-1)));
    }

    @Test
    void gas_is_free_only_where_it_never_costs_anything() {
        assertTrue(Expenses.NONE.withGas(BSC, GasPrice.FREE.then(MAY, 0)).isGasFree());
        assertFalse(Expenses.NONE.withGas(BSC, GasPrice.FREE.then(MAY, 1)).isGasFree());
        assertFalse(
                Expenses.NONE.withGas(BSC, GasPrice.constant(1).then(MAY, 0)).isGasFree());
    }
}
