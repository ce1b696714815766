package org.evenkeel.report.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * @param noYear why no figure of a year is given; empty text where they are
 * @param stubs which periods of the run are cut short and left out of figures of spread; empty where none is
 * @param groups all
 */
public record FiguresView(List<Tile> tiles, String noYear, String stubs, List<Group> groups) {
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
    public record Group(String label, List<Row> rows) {
        /** The figures that there are. */
        public List<Row> known() {
            return rows.stream().filter(Row::isKnown).toList();
        }

        /** Those that there are not, with the reasons, in a sentence; empty where there are all. */
        public String missing() {
            Map<String, List<String>> byReason = new LinkedHashMap<>();
            for (Row row : rows) {
                if (!row.isKnown()) {
                    byReason.computeIfAbsent(row.reason(), reason -> new ArrayList<>())
                            .add(row.label());
                }
            }
            List<String> told = new ArrayList<>();
            byReason.forEach((reason, labels) -> told.add(String.join(", ", labels) + " (" + reason + ")"));
            return told.isEmpty() ? "" : "Not told: " + String.join("; ", told) + ".";
        }
    }

    /**
     * One figure.
     *
     * @param label what it is
     * @param value the figure, or that it is undefined
     * @param reason why it is undefined; empty where it is defined
     * @param formula how it is computed
     * @param source where the definition comes from
     */
    public record Row(String label, String value, String reason, String formula, String source) {
        boolean isKnown() {
            return reason.isEmpty();
        }
    }

    /** The figures of a run. */
    public static FiguresView of(Run run) {
        PerformanceReport report = run.figures();
        List<Group> groups = GROUPS.stream()
                .map(group -> new Group(
                        group.label(),
                        report.group(group).stream().map(FiguresView::row).toList()))
                .toList();
        long[] times = run.curve().times();
        String noYear =
                Periods.noYear("the run", times[times.length - 1] - times[0]).orElse("");
        return new FiguresView(tiles(report), noYear, stubs(times), groups);
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
        double hours = (to - from) / 3_600_000.0;
        if (hours >= 24) {
            return number(hours / 24) + " d";
        }
        return hours >= 1 ? number(hours) + " h" : hours * 60 >= 1 ? number(hours * 60) + " min" : "under 1 min";
    }

    private static String number(double value) {
        return Numbers.oneDecimal(value).replaceFirst("\\.0$", "");
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
        add(tiles, report, Metric.FINAL_EQUITY, "from " + value(report, Metric.INITIAL_EQUITY));
        add(tiles, report, Metric.TOTAL_RETURN, with(report, Metric.BENCHMARK_TOTAL_RETURN, "", " for equal weight"));
        add(tiles, report, Metric.CAGR, "compounded over a year");
        add(tiles, report, Metric.SHARPE, with(report, Metric.SORTINO, "Sortino ", ""));
        add(tiles, report, Metric.VOLATILITY, "of a year");
        add(
                tiles,
                report,
                Metric.MAX_DRAWDOWN,
                with(report, Metric.MAX_DRAWDOWN_DURATION, "", " to recover or to the end"));
        add(tiles, report, Metric.WIN_RATE, "of " + value(report, Metric.CLOSED_TRADES) + " closed positions");
        add(tiles, report, Metric.COSTS_PAID, costs(report));
        return tiles;
    }

    /** A tile for a figure that there is. */
    private static void add(List<Tile> tiles, PerformanceReport report, Metric metric, String note) {
        if (report.find(metric).isPresent()) {
            tiles.add(new Tile(metric.label(), value(report, metric), note, metric.formula()));
        }
    }

    /** A figure among words, where there is one. */
    private static String with(PerformanceReport report, Metric metric, String before, String after) {
        return report.find(metric).isPresent() ? before + value(report, metric) + after : "";
    }

    private static String costs(PerformanceReport report) {
        OptionalDouble profit = report.find(Metric.PROFIT);
        return profit.isPresent()
                ? "profit after them " + Numbers.gain(profit.getAsDouble()) + " USD"
                : "fees, impact, gas, bridging";
    }

    private static String value(PerformanceReport report, Metric metric) {
        return row(new NamedFigure(metric, report.figure(metric))).value();
    }
}
