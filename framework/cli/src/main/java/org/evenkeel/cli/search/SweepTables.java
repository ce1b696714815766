package org.evenkeel.cli.search;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.evenkeel.cli.terminal.Tables;
import org.evenkeel.metrics.Figure;
import org.evenkeel.metrics.Metric;
import org.evenkeel.metrics.NamedFigure;
import org.evenkeel.sweep.Objective;
import org.evenkeel.sweep.PointCounts;
import org.evenkeel.sweep.Trial;
import org.evenkeel.sweep.store.SweepFolder;
import org.evenkeel.sweep.validation.Overfitting;

/** A sweep as tables for people: the best runs, and how far they can be trusted. */
final class SweepTables {
    private static final int SHOWN = 10;
    private static final int WIDEST_MEANING = 60;
    private static final List<String> BESIDE =
            List.of(Metric.TOTAL_RETURN.key(), Metric.SHARPE.key(), Metric.MAX_DRAWDOWN.key(), "trades");

    private final SweepSummary sweep;
    private final PrintStream out;

    private SweepTables(SweepSummary sweep, PrintStream out) {
        this.sweep = sweep;
        this.out = out;
    }

    static void print(SweepSummary sweep, SweepFolder folder, PrintStream out) {
        new SweepTables(sweep, out).print(folder);
    }

    private void print(SweepFolder folder) {
        SweepSetup setup = sweep.setup();
        out.println(setup.base().strategy().name() + " on "
                + setup.experiment().data().catalog().name() + ", "
                + setup.experiment().period().from() + " to "
                + setup.experiment().period().to() + (setup.form().vectorised() ? ", vectorised" : ""));
        counts(sweep.result().counts());
        runs(folder);
        overfitting();
        if (setup.experiment().data().catalog().synthetic()) {
            out.println("The prices are synthetic: these figures say nothing about any real market.");
        }
        out.println("runs     " + folder.table());
        out.println("         " + folder.table().resolveSibling(SweepFiles.PARQUET));
        sweep.page().ifPresent(page -> out.println("report   " + page));
        sweep.pictures().forEach(picture -> out.println("picture  " + picture));
    }

    private void counts(PointCounts counts) {
        out.printf(Locale.ROOT, "%,d runs of a grid of %,d points", counts.runs(), counts.grid());
        counts.invalid().forEach((rule, count) -> out.printf(Locale.ROOT, "; %,d left out: %s", count, rule));
        out.println(".");
        counts.failed()
                .forEach((why, runs) ->
                        out.printf(Locale.ROOT, "%,d failed: %s%n    with %s%n", runs.count(), why, runs.words()));
    }

    private void runs(SweepFolder folder) {
        Objective objective = sweep.setup().objective();
        List<String> figures = new ArrayList<>(List.of(objective.figure()));
        BESIDE.stream().filter(figure -> !figures.contains(figure)).forEach(figures::add);
        Tables table = new Tables();
        sweep.setup().swept().forEach(table::number);
        figures.forEach(table::number);
        for (Trial run : top(folder, objective)) {
            List<String> cells = new ArrayList<>(run.set().values());
            figures.forEach(figure -> cells.add(text(figure, run.figure(figure))));
            table.row(cells.toArray(String[]::new));
        }
        if (table.isEmpty()) {
            out.println("No run has a figure " + objective.figure() + " to be the best by.");
        } else {
            out.println(table);
        }
    }

    /** The best runs, best first; of equals those that were made first. */
    private static List<Trial> top(SweepFolder folder, Objective objective) {
        Comparator<Trial> worstFirst =
                Comparator.comparingDouble(objective::score).thenComparing(Trial::number, Comparator.reverseOrder());
        PriorityQueue<Trial> best = new PriorityQueue<>(worstFirst);
        try (Stream<Trial> runs = folder.runs()) {
            runs.filter(run -> !Double.isNaN(objective.score(run))).forEach(run -> {
                best.add(run);
                if (best.size() > SHOWN) {
                    best.remove();
                }
            });
        }
        return best.stream().sorted(worstFirst.reversed()).toList();
    }

    private static String text(String figure, double value) {
        if (Double.isNaN(value)) {
            return NamedFigure.NONE;
        }
        return Metric.findByKey(figure)
                .map(metric -> metric.unit().format(value))
                .orElseGet(() -> value == Math.rint(value)
                        ? Long.toString((long) value)
                        : String.format(Locale.ROOT, "%.2f", value));
    }

    private void overfitting() {
        Tables table = new Tables().text("Is the best luck?").number("").text("", WIDEST_MEANING);
        for (Overfitting.Named named : sweep.overfitting().figures()) {
            table.row(named.label(), text(named.figure()), named.meaning());
        }
        out.println(table);
        out.printf(
                Locale.ROOT,
                "This strategy was run on this data %,d times, with %,d different sets of parameters.%n",
                sweep.tried().runs(),
                sweep.tried().distinct());
    }

    private static String text(Figure figure) {
        return switch (figure) {
            case Figure.Value(double value) -> String.format(Locale.ROOT, "%.2f", value);
            case Figure.Undefined undefined ->
                NamedFigure.NONE + ": " + undefined.reason().sentence();
        };
    }
}
