package org.evenkeel.report.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class NumbersTest {
    @Test
    void money_has_thousands_two_decimals_and_a_real_minus() {
        assertEquals("1,234,567.90", Numbers.money(1_234_567.899));
        assertEquals("\u22120.50", Numbers.money(-0.5));
        assertEquals("+12.00", Numbers.gain(12));
        assertEquals("\u221212.00", Numbers.gain(-12));
    }

    @Test
    void nothing_has_no_sign() {
        assertEquals("0.00", Numbers.gain(-0.001));
        assertEquals("0.00", Numbers.gain(0.001));
        assertEquals("0.0\u00a0%", Numbers.change(-0.0001));
    }

    @Test
    void a_fraction_is_told_in_per_cent() {
        assertEquals("12.34\u00a0%", Numbers.percent(0.12344));
        assertEquals("+12.3\u00a0%", Numbers.change(0.12344));
        assertEquals("\u221212.3", Numbers.points(-0.12344));
    }

    @Test
    void a_price_keeps_six_digits_however_small_or_large_it_is() {
        assertEquals("1,234.57", Numbers.price(1234.5678));
        assertEquals("1.2346e\u22125", Numbers.price(0.0000123456789));
        assertEquals("\u22124.5000e\u221212", Numbers.price(-4.5e-12));
        assertEquals("1,234,570", Numbers.price(1_234_567.8));
        assertEquals("2", Numbers.price(2).replace(".00000", "").replace(".0", ""));
    }

    @Test
    void what_is_no_number_is_a_dash() {
        assertEquals("–", Numbers.money(Double.NaN));
        assertEquals("–", Numbers.price(Double.POSITIVE_INFINITY));
        assertEquals("–", Numbers.percent(Double.NaN));
    }

    @Test
    void times_are_utc() {
        assertEquals("2022-03-01", Numbers.date(Instant.parse("2022-03-01T23:59:59Z")));
        assertEquals("2022-03-01 23:59", Numbers.minute(Instant.parse("2022-03-01T23:59:59Z")));
    }
}
