package org.evenkeel.cli.search;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evenkeel.cli.terminal.Tables;
import org.evenkeel.metrics.Metric;
import org.evenkeel.metrics.NamedFigure;

/** A walk-forward as tables for people. */
final class WalkForwardTable {
    private static final List<Metric> SHOWN = List.of(
            Metric.TOTAL_RETURN, Metric.CAGR, Metric.VOLATILITY, Metric.SHARPE, Metric.SORTINO, Metric.MAX_DRAWDOWN);

    private WalkForwardTable() {}

    static void print(WalkForwardSummary summary, Path folder, Optional<Path> page, PrintStream out) {
        SweepSetup setup = summary.setup();
        out.println(setup.base().strategy().name() + " on "
                + setup.experiment().data().catalog().name() + ": "
                + summary.scheme().words() + "; chosen by "
                + summary.figure());
        summary.failures().forEach(out::println);
        out.println(folds(summary));
        out.println(paths(summary));
        summary.efficiency()
                .ifPresent(share -> out.printf(
                        Locale.ROOT,
                        "Efficiency: %s %s was %.0f %% of its mean in sample.%n",
                        summary.figure(),
                        summary.together().isPresent() ? "of the tests put together" : "out of sample, on average,",
                        100 * share));
        if (setup.experiment().data().catalog().synthetic()) {
            out.println("The prices are synthetic: these figures say nothing about any real market.");
        }
        out.println("summary  " + folder.resolve(WalkForwardFiles.SUMMARY));
        summary.only().ifPresent(history -> out.println("equity   " + folder.resolve(WalkForwardFiles.EQUITY)));
        page.ifPresent(file -> out.println("report   " + file));
    }

    private static Tables folds(WalkForwardSummary summary) {
        Tables table = new Tables().text("Chosen by").text("Tested on");
        summary.setup().swept().forEach(table::number);
        table.number("In sample").number("Out of sample");
        for (WalkForwardSummary.Fold fold : summary.folds()) {
            List<String> cells = new ArrayList<>(List.of(days(fold.train()), days(fold.test())));
            cells.addAll(fold.chosen().values());
            cells.add(number(summary.figure(), fold.inSample()));
            cells.add(number(summary.figure(), fold.outOfSample()));
            table.row(cells.toArray(String[]::new));
        }
        return table;
    }

    private static String days(List<WalkForwardSummary.Window> windows) {
        return windows.stream()
                .map(window -> LocalDate.ofInstant(window.from(), ZoneOffset.UTC) + " … "
                        + LocalDate.ofInstant(window.to(), ZoneOffset.UTC))
                .collect(Collectors.joining(", "));
    }

    private static String number(String figure, double value) {
        return Double.isNaN(value)
                ? NamedFigure.NONE
                : Metric.findByKey(figure)
                        .map(metric -> metric.unit().format(value))
                        .orElseGet(() -> String.format(Locale.ROOT, "%.2f", value));
    }

    /** The tests together: one column for each history. */
    private static Tables paths(WalkForwardSummary summary) {
        boolean one = summary.histories().size() == 1;
        Tables table = new Tables().text("Out of sample");
        for (int path = 1; path <= summary.histories().size(); path++) {
            table.number(one ? "" : "History " + path);
        }
        for (Metric metric : SHOWN) {
            List<String> cells = new ArrayList<>(List.of(metric.label()));
            for (WalkForwardSummary.History history : summary.histories()) {
                cells.add(history.figures().figures().get(metric.ordinal()).text());
            }
            table.row(cells.toArray(String[]::new));
        }
        return table;
    }
}
