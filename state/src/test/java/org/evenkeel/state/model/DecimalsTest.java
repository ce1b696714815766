package org.evenkeel.state.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
    @ParameterizedTest
    @CsvSource({
        "1.9999999, 6, 1.999999",
        "-1.9999999, 6, -1.999999",
        "0.1, 18, 0.1",
        "0.3, 6, 0.3",
        "2.999, 0, 2",
        "-2.999, 0, -2",
        "0, 6, 0",
        "123456789.5, 2, 123456789.5",
        "1e300, 6, 1e300",
        "1e-300, 18, 0"
    })
    void a_double_is_cut_off_toward_zero(double value, int decimals, String expected) {
        BigDecimal cut = Decimals.truncated(value, decimals);
        assertEquals(0, new BigDecimal(expected).compareTo(cut), cut::toPlainString);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.evenkeel.state.Seeds#all")
    void what_is_cut_off_is_less_than_one_unit_and_never_changes_the_sign(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 1000; i++) {
            double value = random.nextDouble(-1, 1) * Math.pow(10, random.nextInt(-12, 22));
            int decimals = random.nextInt(0, 19);
            BigDecimal cut = Decimals.truncated(value, decimals);
            BigDecimal off = BigDecimal.valueOf(value).subtract(cut);
            assertTrue(off.abs().compareTo(cut.ulp()) <= 0, () -> value + " to " + decimals + " became " + cut);
            // No digit is dropped that a double carries for certain: it has fifteen.
            assertTrue(
                    cut.scale() == decimals || cut.precision() >= 15,
                    () -> value + " to " + decimals + " became " + cut);
            assertTrue(cut.signum() == 0 || cut.signum() == Math.signum(value));
            assertTrue(cut.scale() >= 0 && cut.scale() <= decimals);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void what_is_no_number_is_not_booked(double value) {
        assertThrows(ArithmeticException.class, () -> Decimals.money(value));
    }

    @Test
    void an_amount_that_could_not_be_written_out_is_not_booked() {
        List<BigDecimal> monsters = List.of(
                new BigDecimal("1e999999999"),
                new BigDecimal("1e-999999999"),
                new BigDecimal("1" + "0".repeat(201)),
                new BigDecimal("0." + "1".repeat(201)));
        for (BigDecimal monster : monsters) {
            assertThrows(IllegalArgumentException.class, () -> Decimals.requireBookable(monster, "An amount"));
            assertThrows(IllegalArgumentException.class, () -> new Size.Spend(monster));
            assertThrows(IllegalArgumentException.class, () -> new Size.Sell(monster));
            assertThrows(
                    IllegalArgumentException.class, () -> new Fill(monster, BigDecimal.ONE, 1, Costs.NONE, List.of()));
            assertThrows(
                    IllegalArgumentException.class, () -> new Fill(BigDecimal.ONE, monster, 1, Costs.NONE, List.of()));
            assertThrows(IllegalArgumentException.class, () -> new Costs(monster, BigDecimal.ZERO, BigDecimal.ZERO));
            assertThrows(IllegalArgumentException.class, () -> new Transfer.Amounts(monster, BigDecimal.ONE));
        }
        Decimals.requireBookable(new BigDecimal("1" + "0".repeat(199)), "An amount");
    }
}
