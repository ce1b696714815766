package org.evenkeel.report.view;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.evenkeel.metrics.Figure;
import org.evenkeel.metrics.Metric;
import org.evenkeel.metrics.MetricGroup;
import org.evenkeel.metrics.NamedFigure;
import org.evenkeel.metrics.PerformanceReport;
import org.evenkeel.metrics.arrays.Periods;

/**
 * The figures: a few first, then all with their formulas.
 *
 * @param tiles the few
 * @param stubs which periods of the run are cut short and left out of figures of spread; empty where none is
 * @param groups all
 */
public record FiguresView(List<Tile> tiles, String stubs, List<Group> groups) {
    /** Return and its reward stand together, before risk. */
    private static final List<MetricGroup> GROUPS = List.of(
            MetricGroup.BASIS,
            MetricGroup.RETURN,
            MetricGroup.REWARD,
            MetricGroup.RISK,
            MetricGroup.BENCHMARK,
            MetricGroup.TRADES,
            MetricGroup.COSTS);

    /**
     * A key figure.
     *
     * @param label what it is
     * @param value the figure
     * @param note what it should be seen with
     * @param formula how it is computed
     */
    public record Tile(String label, String value, String note, String formula) {}

    /**
     * Figures of one kind.
     *
     * @param label the kind
     * @param rows the figures
     */
    public record Group(String label, List<Row> rows) {}

    /**
     * One figure.
     *
     * @param label what it is
     * @param value the figure, or that it is undefined
     * @param reason why it is undefined; empty where it is defined
     * @param formula how it is computed
     * @param source where the definition comes from
     */
    public record Row(String label, String value, String reason, String formula, String source) {}

    /** The figures of a run. */
    public static FiguresView of(Run run) {
        PerformanceReport report = run.figures();
        List<Group> groups = GROUPS.stream()
                .map(group -> new Group(
                        group.label(),
                        report.group(group).stream().map(FiguresView::row).toList()))
                .toList();
        return new FiguresView(tiles(report), stubs(run.curve().times()), groups);
    }

    static String stubs(long[] times) {
        Periods.Span full = Periods.full(times);
        List<String> cut = new ArrayList<>();
        if (full.first() > 0) {
            cut.add("the first period (" + days(times[0], times[1]) + ")");
        }
        if (full.last() < times.length - 1) {
            cut.add("the last period (" + days(times[times.length - 2], times[times.length - 1]) + ")");
        }
        String usual = days(0, Math.round(Periods.YEAR_MILLIS / Periods.perYear(times)));
        return cut.isEmpty()
                ? ""
                : "Of this run " + String.join(" and ", cut) + (cut.size() == 1 ? " is a stub" : " are stubs")
                        + ", shorter than half of the usual " + usual + ". "
                        + (cut.size() == 1 ? "It counts" : "They count") + " in returns and drawdowns, but not"
                        + " in volatility, Sharpe and the other figures made of means and spreads, which need full"
                        + " periods.";
    }

    private static String days(long from, long to) {
        double days = (to - from) / Periods.DAY_MILLIS;
        String number = days >= 1 ? Numbers.oneDecimal(days) : Numbers.oneDecimal(days * 24);
        return number.replaceFirst("\\.0$", "") + (days >= 1 ? " d" : " h");
    }

    private static Row row(NamedFigure named) {
        Metric metric = named.metric();
        String reason = switch (named.figure()) {
            case Figure.Value value -> "";
            case Figure.Undefined undefined -> undefined.reason().sentence();
        };
        return new Row(metric.label(), Numbers.withMinus(named.text()), reason, metric.formula(), metric.source());
    }

    private static List<Tile> tiles(PerformanceReport report) {
        List<Tile> tiles = new ArrayList<>();
        tiles.add(tile(report, Metric.FINAL_EQUITY, "from " + value(report, Metric.INITIAL_EQUITY)));
        tiles.add(
                tile(report, Metric.TOTAL_RETURN, value(report, Metric.BENCHMARK_TOTAL_RETURN) + " for equal weight"));
        tiles.add(tile(report, Metric.CAGR, "compounded over a year"));
        tiles.add(tile(report, Metric.SHARPE, "Sortino " + value(report, Metric.SORTINO)));
        tiles.add(tile(report, Metric.VOLATILITY, "of a year"));
        tiles.add(tile(
                report,
                Metric.MAX_DRAWDOWN,
                value(report, Metric.MAX_DRAWDOWN_DURATION) + " to recover or to the end"));
        tiles.add(tile(report, Metric.WIN_RATE, "of " + value(report, Metric.CLOSED_TRADES) + " closed positions"));
        tiles.add(costs(report));
        return tiles;
    }

    private static Tile tile(PerformanceReport report, Metric metric, String note) {
        return new Tile(metric.label(), value(report, metric), note, metric.formula());
    }

    private static Tile costs(PerformanceReport report) {
        OptionalDouble profit = report.find(Metric.PROFIT);
        String note = profit.isPresent()
                ? "profit after them " + Numbers.gain(profit.getAsDouble()) + " USD"
                : "fees, impact, gas, bridging";
        return tile(report, Metric.COSTS_PAID, note);
    }

    private static String value(PerformanceReport report, Metric metric) {
        return row(new NamedFigure(metric, report.figure(metric))).value();
    }
}
