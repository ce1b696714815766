package org.evenkeel.market;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class ParserWordsTest {
    private static final String ITSELF = "[Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled)";

    @Test
    void a_place_is_told_by_line_and_column_and_the_parser_is_not_told_of() {
        assertEquals(
                "Unexpected end-of-input: expected close marker for Object (start marker at line 3, column 14)",
                ParserWords.plain("Unexpected end-of-input: expected close marker for Object (start marker at " + ITSELF
                        + "; line: 3, column: 14])"));
        assertEquals(
                "Something, at an end",
                ParserWords.plain("Something " + ITSELF + "; byte offset: #UNKNOWN], at an end"));
    }

    @Test
    void what_has_none_is_left_as_it_is() {
        assertEquals("Duplicate Object property \"id\" [2]", ParserWords.plain("Duplicate Object property \"id\" [2]"));
    }
}
