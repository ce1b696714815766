package org.evenkeel.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.evenkeel.report.view.IslandBuilder;
import org.evenkeel.report.view.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

final class IslandWriterTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<String> hostile() {
        return Stream.of(
                "</script><script>alert(1)</script>",
                "<!--<script>",
                "]]>",
                "a\u2028b\u2029c",
                "\u202eevil\u2066",
                "\"; alert(1); //",
                "\\u003c/script>",
                "&lt;/script&gt;",
                "' onmouseover='alert(1)",
                "\u0000\u0007\ud800");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void no_text_can_end_the_element_or_be_read_as_markup(String text) {
        String json = IslandWriter.script(IslandBuilder.of("x", "text", text)).text();
        assertTrue(json.chars().allMatch(c -> c >= ' ' && c < 127 && "<>&'".indexOf(c) < 0), json);
        assertEquals(Texts.text(text), JSON.readTree(json).get("text").asString());
    }

    @Test
    void names_of_members_are_escaped_too() {
        String json =
                IslandWriter.script(IslandBuilder.of("x", "</script>", "a")).text();
        assertEquals(-1, json.indexOf('<'));
        assertEquals("a", JSON.readTree(json).get("</script>").asString());
    }

    @Test
    void columns_lists_and_parts_are_read_back_and_what_is_no_number_is_null() {
        JsonNode json = JSON.readTree(IslandWriter.script(IslandBuilder.of(
                        "x", "all", List.of(new long[] {1, 2}, IslandBuilder.column(1.5, Double.NaN), 7, 8L, true)))
                .text());
        assertEquals("[[1,2],[1.5,null],7,8,true]", json.get("all").toString());
    }

    @Test
    void what_has_no_json_is_refused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> IslandWriter.script(IslandBuilder.of("x", "value", new Object())));
    }
}
