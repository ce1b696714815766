package org.evenkeel.report.view;

import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.metrics.CalendarReturns;
import org.evenkeel.metrics.EquityCurve;
import org.evenkeel.metrics.Figure;
import org.evenkeel.metrics.NamedFigure;

/**
 * The returns of months and years.
 *
 * @param rows a row for each year
 */
public record CalendarView(List<Row> rows) {
    /** How strong a colour may be, to either side. */
    private static final int STRONGEST = 4;

    /**
     * A year.
     *
     * @param year the year
     * @param months its twelve months
     * @param total the whole year
     * @param benchmark the same of equal weight
     */
    public record Row(int year, List<Cell> months, Cell total, Cell benchmark) {}

    /**
     * A return.
     *
     * @param text for readers; empty for a month in which no period ended
     * @param heat from −4 for the strongest loss to 4 for the strongest gain
     */
    public record Cell(String text, int heat) {
        private static final Cell BLANK = new Cell("", 0);

        /** The name of its colour. */
        public String style() {
            return heat == 0 ? "heat" : "heat " + (heat < 0 ? "loss-" : "gain-") + Math.abs(heat);
        }
    }

    /** The calendar of a run; without a row where no period has ended. */
    public static CalendarView of(Run run) {
        if (run.isSingle()) {
            return new CalendarView(List.of());
        }
        Map<YearMonth, Figure> months = CalendarReturns.monthly(run.curve());
        Map<Year, Figure> years = CalendarReturns.yearly(run.curve());
        Optional<EquityCurve> equalWeight = run.benchmarks().equalWeight();
        Map<Year, Figure> benchmark =
                equalWeight.<Map<Year, Figure>>map(CalendarReturns::yearly).orElse(Map.of());
        double strongest = months.values().stream()
                .map(Figure::find)
                .flatMapToDouble(OptionalDouble::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
        List<Row> rows = new ArrayList<>();
        years.forEach((year, total) -> rows.add(new Row(
                year.getValue(),
                months(year, months, strongest),
                cell(total, 0),
                benchmark.containsKey(year) ? cell(benchmark.get(year), 0) : Cell.BLANK)));
        return new CalendarView(rows);
    }

    private static List<Cell> months(Year year, Map<YearMonth, Figure> returns, double strongest) {
        List<Cell> cells = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            Figure figure = returns.get(year.atMonth(month));
            cells.add(figure == null ? Cell.BLANK : cell(figure, strongest));
        }
        return cells;
    }

    private static Cell cell(Figure figure, double strongest) {
        return switch (figure) {
            case Figure.Value(double value) -> new Cell(Numbers.points(value), heat(value, strongest));
            case Figure.Undefined undefined -> new Cell(NamedFigure.NONE, 0);
        };
    }

    /** The root brings out small returns beside a very large one. */
    private static int heat(double value, double strongest) {
        if (strongest == 0) {
            return 0;
        }
        return (int) (Math.signum(value) * Math.ceil(STRONGEST * Math.sqrt(Math.abs(value) / strongest)));
    }
}
