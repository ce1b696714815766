package org.evenkeel.cli.backtest;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evenkeel.metrics.Metric;

/** A run's summary as a table for people. */
final class SummaryTable {
    private record Row(String name, String value) {}

    private SummaryTable() {}

    static String of(RunSummary run) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("Period", run.period().from() + " to " + run.period().to()));
        rows.add(new Row("Cycles", Integer.toString(run.portfolio().cycles().size())));
        if (!run.portfolio().cycles().isEmpty()) {
            rows.add(new Row(
                    "First decision", run.portfolio().cycles().getFirst().at().toString()));
        }
        rows.add(new Row("Initial equity", usd(run.initialEquity())));
        rows.add(new Row("Final equity", usd(run.finalEquity())));
        for (Metric metric : List.of(
                Metric.TOTAL_RETURN,
                Metric.CAGR,
                Metric.VOLATILITY,
                Metric.SHARPE,
                Metric.SORTINO,
                Metric.CALMAR,
                Metric.MAX_DRAWDOWN,
                Metric.BENCHMARK_TOTAL_RETURN,
                Metric.ALPHA,
                Metric.BETA)) {
            run.metrics().findByKey(metric.key()).ifPresent(figure -> rows.add(new Row(metric.label(), figure.text())));
        }
        Counts.of(run.totals()).stream()
                .filter(count -> count.always() || count.value() > 0)
                .forEach(count -> rows.add(new Row(count.label(), Long.toString(count.value()))));
        rows.add(new Row("Fees paid", usd(run.feesPaid())));
        rows.add(new Row("Lost to price impact", usd(run.impactPaid())));
        rows.add(new Row("Gas and bridges", usd(run.gasPaid() + run.bridgesPaid())));
        return AsciiTable.getTable(
                AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS,
                rows,
                List.of(
                        new Column().dataAlign(HorizontalAlign.LEFT).with(Row::name),
                        new Column().dataAlign(HorizontalAlign.RIGHT).with(Row::value)));
    }

    private static String usd(double value) {
        return String.format(Locale.ROOT, "%,.2f USD", value);
    }
}
