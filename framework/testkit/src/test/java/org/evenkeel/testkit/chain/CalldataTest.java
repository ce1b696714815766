package org.evenkeel.testkit.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against the examples that the specification of the Solidity ABI works out. */
final class CalldataTest {
    private static String word(String end) {
        return "0".repeat(64 - end.length()) + end;
    }

    private static String text(String start) {
        return start + "0".repeat(64 - start.length());
    }

    @Test
    void static_arguments_take_a_word_each() {
        assertEquals(word("45") + word("1"), Calldata.encode(69, true));
        assertEquals("f".repeat(64), Calldata.encode(-1));
    }

    @Test
    void dynamic_arguments_follow_their_offsets() {
        assertEquals(
                word("60")
                        + word("1")
                        + word("a0")
                        + word("4")
                        + text("64617665")
                        + word("3")
                        + word("1")
                        + word("2")
                        + word("3"),
                Calldata.encode("dave".getBytes(StandardCharsets.UTF_8), true, List.of(1, 2, 3)));
    }

    @Test
    void arrays_of_arrays_have_offsets_of_their_own() {
        assertEquals(
                word("40")
                        + word("140")
                        + word("2")
                        + word("40")
                        + word("a0")
                        + word("2")
                        + word("1")
                        + word("2")
                        + word("1")
                        + word("3")
                        + word("3")
                        + word("60")
                        + word("a0")
                        + word("e0")
                        + word("3")
                        + text("6f6e65")
                        + word("3")
                        + text("74776f")
                        + word("5")
                        + text("7468726565"),
                Calldata.encode(List.of(List.of(1, 2), List.of(3)), List.of("one", "two", "three")));
    }

    @Test
    void a_tuple_is_dynamic_where_a_part_of_it_is() {
        assertEquals(word("1") + word("2"), Calldata.encode(new Object[] {new Object[] {1, 2}}));
        assertEquals(word("20") + word("40") + word("7") + word("1") + text("ff"), Calldata.encode(new Object[] {
            new Object[] {new byte[] {-1}, 7}
        }));
    }
}
