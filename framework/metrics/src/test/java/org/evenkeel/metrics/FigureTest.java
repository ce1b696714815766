package org.evenkeel.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FigureTest {

    @Test
    void a_figure_is_never_nan_or_infinite() {
        assertThrows(IllegalArgumentException.class, () -> Figure.value(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Figure.Value(Double.NEGATIVE_INFINITY));
    }

    @Test
    void nan_becomes_the_reason_given_and_infinity_too_large() {
        UndefinedReason reason = UndefinedReason.NO_DRAWDOWN;
        assertEquals(Figure.undefined(reason), Figure.of(Double.NaN, reason));
        assertEquals(Figure.undefined(UndefinedReason.TOO_LARGE), Figure.of(Double.POSITIVE_INFINITY, reason));
        assertEquals(Figure.value(0), Figure.of(0, reason));
    }

    @Test
    void only_a_defined_figure_has_a_value() {
        assertEquals(OptionalDouble.of(2), Figure.value(2).find());
        assertTrue(Figure.undefined(UndefinedReason.NO_WINS).find().isEmpty());
    }

    @Test
    void each_unit_has_its_way_of_being_read_the_same_in_every_locale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertEquals("12.34 %", Unit.PERCENT.format(0.12341));
            assertEquals("52,072.30 %", Unit.PERCENT.format(520.723));
            assertEquals("1,234.50", Unit.RATIO.format(1_234.5));
            assertEquals("1,461.0 days", Unit.DAYS.format(1_461));
            assertEquals("19,726", Unit.COUNT.format(19_726));
            assertEquals("8,766.25", Unit.COUNT.format(8_766.25));
            assertEquals("-0.50", Unit.RATIO.format(-0.5));
            assertEquals("1.5 days", Unit.DAYS.format(1.5));
            assertEquals("12,345.68 USD", Unit.USD.format(12_345.678));
            assertEquals("117", Unit.COUNT.format(117));
            assertEquals("52.18", Unit.COUNT.format(52.178));
            assertEquals("0", Unit.COUNT.format(-0.0));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_named_figure_says_its_formula_and_why_it_is_undefined() {
        NamedFigure calmar = new NamedFigure(Metric.CALMAR, Figure.undefined(UndefinedReason.NO_DRAWDOWN));
        assertEquals("n/a", calmar.text());
        assertEquals("CAGR ÷ |maximum drawdown| — n/a: there was no drawdown", calmar.explanation());
        NamedFigure sharpe = new NamedFigure(Metric.SHARPE, Figure.value(1.234));
        assertEquals("1.23", sharpe.text());
        assertEquals(Metric.SHARPE.formula(), sharpe.explanation());
    }
}
