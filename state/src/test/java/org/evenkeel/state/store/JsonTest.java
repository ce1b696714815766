package org.evenkeel.state.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Token;
import org.evenkeel.state.TestMarket;
import org.evenkeel.state.model.RunInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static String text(Consumer<JsonOut> fields) {
        return new String(StateJson.object(fields), StandardCharsets.UTF_8);
    }

    private static JsonIn in(byte[] bytes) {
        JsonIn in = new JsonIn(bytes, 0, bytes.length, Tables.NONE);
        in.object();
        return in;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.evenkeel.state.Seeds#all")
    void any_text_is_read_as_it_was_written(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 200; i++) {
            StringBuilder any = new StringBuilder();
            for (int length = random.nextInt(20); length > 0; length--) {
                // Any char at all: halves of surrogate pairs, controls, and what reorders a line.
                any.append((char) random.nextInt(random.nextBoolean() ? 0x10000 : 0x80));
            }
            String text = any.toString();
            // Names are bound to whole characters before they come here.
            String name = text.codePoints()
                    .filter(point -> !Character.isBmpCodePoint(point) || !Character.isSurrogate((char) point))
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            byte[] bytes = StateJson.object(out -> out.text("a", text).textOfAnyName(name, text));
            JsonIn in = in(bytes);
            assertEquals(text, in.text("a"));
            assertEquals(name, in.nextAnyName());
            assertEquals(text, in.text());
        }
    }

    @Test
    void what_hides_or_reorders_text_is_escaped() {
        String text = text(out -> out.text("a", "\u202Eevil\u0000\u200B\u2028\uFEFF\"\\\n\u007F\u0085 é 😀"));
        assertEquals("{\"a\":\"\\u202eevil\\u0000\\u200b\\u2028\\ufeff\\\"\\\\\\n\\u007f\\u0085 é 😀\"}", text);
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0.0,
                -0.0,
                1,
                0.1,
                -1.0 / 3,
                Double.MIN_VALUE,
                Double.MAX_VALUE,
                1e23,
                4.9e-324,
                123456789012345680.0
            })
    void a_double_is_read_as_it_was_written(double value) {
        byte[] bytes = StateJson.object(out -> out.real("a", value).real("b", OptionalDouble.of(value)));
        JsonIn in = in(bytes);
        assertEquals(Double.doubleToRawLongBits(value), Double.doubleToRawLongBits(in.real("a")));
        assertEquals(OptionalDouble.of(value), in.optionalReal("b"));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.evenkeel.state.Seeds#all")
    void the_bits_of_any_double_come_back(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 2000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            JsonIn in = in(StateJson.object(out -> out.real("a", value).real("b", OptionalDouble.of(value))));
            assertEquals(Double.doubleToLongBits(value), Double.doubleToLongBits(in.real("a")));
            assertEquals(OptionalDouble.of(value), in.optionalReal("b"));
        }
    }

    @Test
    void nan_is_null_and_an_absent_number_is_null_and_the_two_are_told_apart() {
        byte[] bytes = StateJson.object(out -> out.real("nan", Double.NaN)
                .real("none", OptionalDouble.empty())
                .real("presentNan", OptionalDouble.of(Double.NaN))
                .real("infinite", Double.NEGATIVE_INFINITY));
        assertEquals(
                "{\"nan\":null,\"none\":null,\"presentNan\":\"NaN\",\"infinite\":\"-Infinity\"}",
                new String(bytes, StandardCharsets.UTF_8));
        JsonIn in = in(bytes);
        assertTrue(Double.isNaN(in.real("nan")));
        assertEquals(OptionalDouble.empty(), in.optionalReal("none"));
        assertEquals(OptionalDouble.of(Double.NaN), in.optionalReal("presentNan"));
        assertEquals(Double.NEGATIVE_INFINITY, in.real("infinite"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0.00",
                "-1.50",
                "123456789012345678901234567890.123456789012345678",
                "1000000",
                "0.000000000000000001"
            })
    void a_decimal_keeps_every_digit_and_every_zero(String value) {
        byte[] bytes = StateJson.object(out -> out.decimal("a", new BigDecimal(value)));
        assertEquals("{\"a\":\"" + value + "\"}", new String(bytes, StandardCharsets.UTF_8));
        assertEquals(new BigDecimal(value), in(bytes).decimal("a"));
    }

    @Test
    void a_decimal_never_has_an_exponent() {
        assertEquals("{\"a\":\"1000\"}", text(out -> out.decimal("a", new BigDecimal("1e3"))));
        assertEquals("{\"a\":\"0.0000000001\"}", text(out -> out.decimal("a", new BigDecimal("1e-10"))));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.evenkeel.state.Seeds#all")
    void an_instant_is_written_as_java_writes_it(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long first = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
        long last = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
        int[] steps = {1_000_000_000, 1_000_000, 1000, 1};
        for (int i = 0; i < 500; i++) {
            int step = steps[random.nextInt(steps.length)];
            Instant instant = Instant.ofEpochSecond(
                    random.nextLong(first, last + 1), step * random.nextLong(1_000_000_000L / step));
            assertEquals(instant.toString(), IsoTime.format(instant));
            assertEquals(instant, IsoTime.parse(instant.toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2021-06-07",
                "2021-06-07T00:00:00",
                "2021-06-07T00:00:00+00:00",
                "2021-06-07 00:00:00Z",
                "2021-13-07T00:00:00Z",
                "2021-06-31T00:00:00Z",
                "2021-06-07T24:00:00Z",
                "2021-06-07T00:00:0xZ",
                "2021-06-07T00:00:00.1Z",
                "2021-06-07T00:00:00.0000000000Z",
                "+12021-06-07T00:00:00Z"
            })
    void another_text_is_no_instant(String text) {
        assertThrows(IllegalArgumentException.class, () -> IsoTime.parse(text));
    }

    @Test
    void years_of_five_digits_are_not_kept() {
        Instant far = Instant.parse("+10000-01-01T00:00:00Z");
        assertThrows(IllegalArgumentException.class, () -> IsoTime.format(far));
    }

    @Test
    void tokens_of_one_symbol_have_names_of_their_own() {
        Tables tables = Tables.of(TestMarket.market());
        assertEquals("ethereum/UNI", tables.key(TestMarket.UNI));
        assertEquals("ethereum/UNI#2", tables.key(TestMarket.FAKE_UNI));
        assertEquals("ethereum/UNI#2#2", tables.key(TestMarket.ODD_UNI));
        tables.tokens().forEach((token, key) -> assertEquals(token, tables.token(key)));
        Token stranger = new Token(new Chain("ethereum", 1), "0xother", "USDC", 6);
        assertThrows(IllegalArgumentException.class, () -> tables.key(stranger));
        assertThrows(IllegalArgumentException.class, () -> tables.token("ethereum/NONE"));
        assertThrows(IllegalArgumentException.class, () -> tables.pair(4242));
    }

    @Test
    void a_market_without_pairs_or_tokens_is_one_too() {
        RunInfo.Market none = new RunInfo.Market(List.of(), new LinkedHashMap<>());
        assertTrue(Tables.of(none).tokens().isEmpty());
    }

    @Test
    void a_text_beyond_the_bounds_of_reading_is_not_written() {
        String longText = "x".repeat(Escapes.MAX_TEXT + 1);
        String longName = "x".repeat(Escapes.MAX_NAME + 1);
        assertThrows(IllegalArgumentException.class, () -> text(out -> out.text("a", longText)));
        assertThrows(IllegalArgumentException.class, () -> text(out -> out.realOfAnyName(longName, 1)));
        String most = "x".repeat(Escapes.MAX_NAME);
        JsonIn in = in(StateJson.object(out -> out.realOfAnyName(most, 1)));
        assertEquals(most, in.nextAnyName());
    }
}
