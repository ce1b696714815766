package org.evenkeel.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.evenkeel.api.ParameterException;
import org.junit.jupiter.api.Test;

class GridTest {
    private static Grid grid(String... axes) {
        return new Grid(List.of(axes).stream().map(Axis::parse).toList());
    }

    @Test
    void points_are_those_of_nested_loops_the_last_axis_inside() {
        Grid grid = grid("a=1:2", "b=x,y,z");
        List<Map<String, String>> looped = new ArrayList<>();
        for (String a : List.of("1", "2")) {
            for (String b : List.of("x", "y", "z")) {
                looped.add(Map.of("a", a, "b", b));
            }
        }
        assertEquals(
                looped, LongStream.range(0, grid.size()).mapToObj(grid::point).toList());
        assertEquals(List.of("a", "b"), List.copyOf(grid.point(0).keySet()), "in the order of the axes");
    }

    @Test
    void a_grid_too_large_to_count_says_so_and_does_not_overflow() {
        assertEquals(
                Long.MAX_VALUE,
                grid("a=1:2000000000", "b=1:2000000000", "c=1:2000000000").size());
        assertEquals(
                4_000_000_000_000_000_000L,
                grid("a=1:2000000000", "b=1:2000000000").size());
    }

    @Test
    void an_empty_grid_and_a_parameter_with_two_axes_are_refused() {
        assertTrue(assertThrows(ParameterException.class, () -> grid())
                .getMessage()
                .contains("There is nothing to sweep"));
        assertTrue(assertThrows(ParameterException.class, () -> grid("a=1,2", "a=3"))
                .getMessage()
                .contains("a has two grids"));
    }
}
