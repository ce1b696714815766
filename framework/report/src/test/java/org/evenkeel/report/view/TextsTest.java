package org.evenkeel.report.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class TextsTest {
    @Test
    void what_is_not_seen_but_changes_how_a_text_is_read_is_taken_out() {
        assertEquals("USDC", Texts.label("US\u202eDC"));
        assertEquals("WETH", Texts.label("\u2066WE\u200bTH\u2069"));
        assertEquals("a b c d", Texts.text("a\u2028b\tc\nd\u0000\u001b"));
        assertEquals("x", Texts.label("\ufeffx\ue000\ud800"));
    }

    @Test
    void ordinary_letters_of_any_script_stay() {
        assertEquals("Žluťoučký 株式 😀 ₿", Texts.label("Žluťoučký 株式 😀 ₿"));
        assertEquals("e\u0301", Texts.label("e\u0301"));
    }

    @Test
    void accents_are_not_piled_up() {
        assertEquals("A\u0301\u0302B", Texts.label("A\u0301\u0302\u0303\u0304\u0305B"));
    }

    @Test
    void a_label_is_no_longer_than_a_name_and_no_character_is_cut_in_two() {
        String label = Texts.label("😀".repeat(500));
        assertEquals("😀".repeat(47) + "…", label);
        assertEquals("M".repeat(48), Texts.label("M".repeat(48)));
        assertEquals(1_000, Texts.text("m".repeat(5_000)).length());
    }
}
