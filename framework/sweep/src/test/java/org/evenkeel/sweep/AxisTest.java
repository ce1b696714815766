package org.evenkeel.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import org.evenkeel.api.ParameterException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {
    private static List<String> values(String text) {
        Axis axis = Axis.parse(text);
        return LongStream.range(0, axis.size()).mapToObj(axis::value).toList();
    }

    @Test
    void a_range_goes_by_its_step_and_holds_its_last_value_where_a_step_ends_on_it() {
        assertEquals(List.of("10", "12", "14"), values("fast=10:14:2"));
        assertEquals(List.of("10", "12", "14"), values("fast=10:15:2"));
        assertEquals(List.of("2", "3", "4"), values("topCount=2:4"));
        assertEquals(List.of("-1", "0", "1"), values("x = -1 : 1"));
        assertEquals(List.of("7"), values("x=7:7:3"));
    }

    @Test
    void decimals_are_exact() {
        assertEquals(List.of("0.1", "0.2", "0.3"), values("threshold=0.1:0.3:0.1"));
        assertEquals(List.of("0.9", "0.95", "1"), values("stopLoss=0.90:1.00:0.05"));
        assertEquals(List.of("100", "200"), values("x=1e2:2e2:100"));
    }

    @Test
    void other_values_are_listed() {
        assertEquals(List.of("open", "close"), values("fill=open,close"));
        assertEquals(List.of("1d", "7d"), values("cycle= 1d , 7d "));
        assertEquals(List.of("true"), values("flag=true"));
        assertEquals(List.of("ethereum/bsc:5:10:30m", "x"), values("bridges=ethereum/bsc:5:10:30m,x"));
    }

    @Test
    void a_long_range_is_counted_and_not_written_out() {
        Axis axis = Axis.parse("x=1:1000000000");
        assertEquals(1_000_000_000, axis.size());
        assertEquals("1000000000", axis.value(axis.size() - 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fast | is no grid",
                "=1,2 | is no grid",
                "fast= | is empty",
                "fast=, | is empty",
                "fast=3:1 | is empty: 3 lies above 1",
                "fast=1:3:0 | its step must be above 0",
                "fast=1:3:-1 | its step must be above 0",
                "fast=1:x:2 | x' is no number",
                "fast=1::2 | is no range",
                "fast=1:2:3:4 | is no range",
                "fast=1,2,1 | has a value twice",
                "fast=0:1:1e-12 | take a larger step"
            })
    void what_is_no_grid_is_refused_with_the_reason(String text, String reason) {
        ParameterException refusal = assertThrows(ParameterException.class, () -> Axis.parse(text));
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }
}
