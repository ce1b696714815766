package org.evenkeel.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

final class ShortNumberTest {
    @SeededTest
    void a_number_read_back_is_the_number_to_so_many_digits(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 1_000; i++) {
            double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-30, 30));
            int digits = random.nextInt(3, 10);
            String text = ShortNumber.of(value, digits);
            assertEquals(value, Double.parseDouble(text), Math.abs(value) * Math.pow(10, 1 - digits), text);
            assertTrue(text.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?"), text);
        }
    }

    @Test
    void no_character_is_wasted() {
        assertEquals("0", ShortNumber.of(0, 6));
        assertEquals("1000000", ShortNumber.of(1e6, 6));
        assertEquals("0.5", ShortNumber.of(0.5, 6));
        assertEquals("-1234.57", ShortNumber.of(-1234.5678, 6));
        assertEquals("100", ShortNumber.of(99.9999999, 6));
        assertEquals("1.2E-9", ShortNumber.of(1.2e-9, 6));
        assertEquals("1E+300", ShortNumber.of(1e300, 6));
    }
}
