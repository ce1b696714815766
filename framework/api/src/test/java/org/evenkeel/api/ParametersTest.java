package org.evenkeel.api;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.evenkeel.market.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
    private static Parameters of(String name, String value) {
        return Parameters.of(Map.of(name, value));
    }

    private static void refused(String words, Executable read) {
        ParameterException thrown = assertThrows(ParameterException.class, read);
        assertTrue(String.valueOf(thrown.getMessage()).contains(words), thrown.getMessage());
    }

    @Test
    void parameters_that_nobody_sets_keep_their_defaults() {
        Parameters set = Parameters.defaults();

        assertEquals(24, set.integer("lookback", 24));
        assertEquals(0.025, set.number("threshold", 0.025));
        assertTrue(set.flag("rebalance", true));
        assertEquals("x", set.text("label", "x"));
        assertEquals(List.of("A", "B"), set.list("pairs", "A", "B"));
        assertEquals(List.of(), set.list("none"));
        assertEquals(Interval.WEEKLY, set.interval("cycle", Interval.WEEKLY));
        assertEquals(FillPrice.CLOSE, set.choice("fill", FillPrice.CLOSE));
        set.refuseUnknown();
    }

    @Test
    void values_set_from_outside_are_read_by_type() {
        assertEquals(48, of("lookback", " 48 ").integer("lookback", 24));
        assertEquals(-0.5, of("threshold", "-5e-1").number("threshold", 0.025));
        assertEquals(true, of("rebalance", "TRUE").flag("rebalance", false));
        assertEquals(false, of("rebalance", " False ").flag("rebalance", true));
        assertEquals(List.of("A-B", "C-D"), of("pairs", " A-B, ,C-D,").list("pairs", "X"));
        assertEquals(Interval.days(14), of("cycle", "2w").interval("cycle", Interval.WEEKLY));
        assertEquals(TriggerPrice.LOW_HIGH, of("trigger", "Low-High").choice("trigger", TriggerPrice.OPEN));
    }

    @Test
    void a_count_is_one_or_more() {
        assertEquals(1, of("topCount", "1").count("topCount", 4));
        refused(
                "topCount=0 is not a whole number from 1 on",
                () -> of("topCount", "0").count("topCount", 4));
        refused("Its default is 4", () -> of("topCount", "-1").count("topCount", 4));
        refused("topCount=x", () -> of("topCount", "x").count("topCount", 4));
    }

    @Test
    void a_value_of_another_type_is_refused_with_the_name_the_value_and_the_default() {
        refused(
                "lookback=4.5 is not a whole number. Its default is 24",
                () -> of("lookback", "4.5").integer("lookback", 24));
        refused("lookback=99999999999", () -> of("lookback", "99999999999").integer("lookback", 24));
        refused("is not true or false", () -> of("rebalance", "yes").flag("rebalance", true));
        refused("such as 1h or 7d", () -> of("cycle", "weekly").interval("cycle", Interval.WEEKLY));
        refused("one of [open, close]", () -> of("fill", "mid").choice("fill", FillPrice.OPEN));
    }

    @ParameterizedTest(name = "number={0}")
    @ValueSource(strings = {"", "x", "NaN", "Infinity", "1e999", "7d", "3f", "0x10", "5%", "1,000"})
    void what_is_no_finite_decimal_number_is_refused(String text) {
        refused("number=" + text + " is not a number", () -> of("number", text).number("number", 1));
    }

    @ParameterizedTest(name = "number={0}")
    @ValueSource(strings = {"0", "-1", "+2", "1.", ".5", "1.5e-3", "1E10", " 7 "})
    void the_usual_ways_to_write_a_number_are_read(String text) {
        assertEquals(Double.parseDouble(text), of("number", text).number("number", 1));
    }

    @Test
    void what_was_declared_is_told_in_the_order_of_declaration() {
        Parameters set = Parameters.of(Map.of("zeta", "2", "alpha", "open"));
        set.integer("zeta", 1);
        set.choice("alpha", FillPrice.CLOSE);
        set.flag("mid", false);

        assertEquals(
                List.of(
                        new Parameters.Declared("zeta", Parameters.Type.INTEGER, "1", "2"),
                        new Parameters.Declared("alpha", Parameters.Type.CHOICE, "close", "open"),
                        new Parameters.Declared("mid", Parameters.Type.FLAG, "false", "false")),
                set.declared());
        assertEquals(List.of("zeta", "alpha", "mid"), List.copyOf(set.values().keySet()));
        assertEquals("2", set.values().get("zeta"));
    }

    @Test
    void every_unknown_parameter_is_refused_with_the_nearest_known_one() {
        Parameters set = Parameters.of(Map.of("lokback", "2", "lookback", "3", "treshold", "1"));
        set.integer("lookback", 24);
        set.number("threshold", 0.025);

        ParameterException thrown = assertThrows(ParameterException.class, set::refuseUnknown);

        assertEquals(
                "There is no parameter 'lokback'. Did you mean 'lookback'? There is no parameter 'treshold'. Did you"
                        + " mean 'threshold'? Known are [lookback, threshold].",
                thrown.getMessage());
    }

    @Test
    void a_strategy_without_parameters_offers_none() {
        ParameterException thrown =
                assertThrows(ParameterException.class, () -> of("x", "1").refuseUnknown());

        assertEquals("There is no parameter 'x'. Known are [].", thrown.getMessage());
    }

    @Test
    void a_parameter_that_is_declared_is_known_even_where_it_keeps_its_default() {
        Parameters set = of("a", "1");
        set.integer("a", 1);

        assertDoesNotThrow(set::refuseUnknown);
    }

    @Test
    void values_that_do_not_go_together_are_refused_with_the_rule_and_the_values() {
        Parameters set = Parameters.of(Map.of("fast", "20"));
        int fast = set.integer("fast", 5);
        int slow = set.integer("slow", 20);
        set.require(fast > 0, "fast must be above 0");

        InvalidCombinationException refusal = assertThrows(
                InvalidCombinationException.class, () -> set.require(fast < slow, "fast must be below slow"));

        assertEquals("fast must be below slow", refusal.rule());
        assertEquals(
                "These parameters do not go together: fast must be below slow, but they are {fast=20, slow=20}.",
                refusal.getMessage());
    }
}
