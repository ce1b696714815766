package org.evenkeel.cli.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.evenkeel.cli.backtest.BookTotals;
import org.evenkeel.cli.backtest.Counts;
import org.evenkeel.cli.terminal.Tables;
import org.evenkeel.metrics.Metric;
import org.evenkeel.metrics.NamedFigure;
import org.evenkeel.metrics.PerformanceReport;
import org.evenkeel.report.RunFigures;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.replay.LastWorth;

/** The figures of one book in two runs, side by side. */
final class DiffFigures {
    private static final List<Metric> METRICS = List.of(
            Metric.FINAL_EQUITY,
            Metric.TOTAL_RETURN,
            Metric.CAGR,
            Metric.VOLATILITY,
            Metric.SHARPE,
            Metric.SORTINO,
            Metric.CALMAR,
            Metric.MAX_DRAWDOWN,
            Metric.FEES_PAID,
            Metric.IMPACT_PAID,
            Metric.GAS_PAID,
            Metric.BRIDGES_PAID);

    private final Tables table =
            new Tables().text("Figure").number("A").number("B").number("B − A");
    private final Portfolio a;
    private final Portfolio b;

    /**
     * A book in one of the runs.
     *
     * @param worth what it was worth after the last that happened to it; empty where its curve tells all
     */
    record Side(Portfolio book, Optional<LastWorth> worth) {
        /** Empty for a run that ended before its first valuation. */
        private Optional<PerformanceReport> figures() {
            return book.equityCurve().size() == 0 ? Optional.empty() : Optional.of(RunFigures.of(book, worth));
        }
    }

    private DiffFigures(Portfolio a, Portfolio b) {
        this.a = a;
        this.b = b;
    }

    static Tables between(Side a, Side b) {
        DiffFigures figures = new DiffFigures(a.book(), b.book());
        figures.metrics(a.figures(), b.figures());
        figures.counts();
        return figures.table;
    }

    private void metrics(Optional<PerformanceReport> ours, Optional<PerformanceReport> theirs) {
        for (Metric metric : METRICS) {
            Function<PerformanceReport, OptionalDouble> value = report -> report.find(metric);
            row(
                    metric.label(),
                    ours.map(value).orElseGet(OptionalDouble::empty),
                    theirs.map(value).orElseGet(OptionalDouble::empty),
                    metric.unit()::format);
        }
    }

    private void counts() {
        count("Cycles", a.cycles().size(), b.cycles().size());
        List<Counts.Count> ours = Counts.of(new BookTotals(a));
        List<Counts.Count> theirs = Counts.of(new BookTotals(b));
        for (int i = 0; i < ours.size(); i++) {
            if (ours.get(i).always() || ours.get(i).value() + theirs.get(i).value() > 0) {
                count(ours.get(i).label(), ours.get(i).value(), theirs.get(i).value());
            }
        }
        count("Open positions", a.positions().size(), b.positions().size());
        count(
                "Closed positions",
                a.closedPositions().size(),
                b.closedPositions().size());
    }

    private void count(String label, long ours, long theirs) {
        row(
                label,
                OptionalDouble.of(ours),
                OptionalDouble.of(theirs),
                value -> String.format(Locale.ROOT, "%.0f", value));
    }

    private void row(String label, OptionalDouble ours, OptionalDouble theirs, DoubleFunction<String> format) {
        boolean both = ours.isPresent() && theirs.isPresent();
        double difference = both ? theirs.getAsDouble() - ours.getAsDouble() : 0;
        String change = difference == 0 ? "" : (difference > 0 ? "+" : "") + format.apply(difference);
        table.row(label, text(ours, format), text(theirs, format), change);
    }

    private static String text(OptionalDouble value, DoubleFunction<String> format) {
        return value.isPresent() ? format.apply(value.getAsDouble()) : NamedFigure.NONE;
    }
}
