package org.evenkeel.report.sweep.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.evenkeel.report.sweep.SweepPoints;
import org.evenkeel.report.view.Numbers;
import org.evenkeel.report.view.Texts;

/**
 * The best runs as a table, and what the failed ones failed of.
 *
 * @param columns the heads: the parameters, then the figures
 * @param parameters how many of the columns are parameters
 * @param rows the best runs, the best first
 * @param undefined how many runs have no objective, and so no place
 * @param whyUndefined the reason that most of these have
 * @param failures each reason with how many runs failed of it and one of them, the most frequent first
 * @param file the file with every run, to link to
 */
public record RunsView(
        List<String> columns,
        int parameters,
        List<List<String>> rows,
        long undefined,
        String whyUndefined,
        List<Failure> failures,
        Optional<String> file) {
    private static final int MOST_ROWS = 50;
    private static final int MOST_FIGURES = 8;
    private static final int MOST_FAILURES = 20;
    private static final int NAMED = 3;

    /**
     * Runs that failed of one thing.
     *
     * @param reason what that is
     * @param count how many
     * @param which the parameters of the first few of them, and how many more there are
     */
    public record Failure(String reason, String count, String which) {}

    /** The runs of a sweep. */
    public static RunsView of(Sweep sweep) {
        SweepPoints points = sweep.points();
        int[] metrics = IntStream.concat(
                        IntStream.of(sweep.objective()),
                        IntStream.range(0, points.metrics().size()).filter(metric -> metric != sweep.objective()))
                .limit(MOST_FIGURES)
                .toArray();
        List<String> columns = new ArrayList<>();
        points.axes().forEach(axis -> columns.add(Texts.label(axis.name())));
        IntStream.of(metrics)
                .forEach(metric ->
                        columns.add(Texts.label(points.metrics().get(metric).label())));
        long undefined = (long) points.count(SweepPoints.Status.DONE) - sweep.sortedObjective().length;
        return new RunsView(
                columns,
                points.axes().size(),
                top(sweep).stream().map(point -> row(points, point, metrics)).toList(),
                undefined,
                Texts.text(sweep.objectiveMetric().ifUndefined()),
                failures(points),
                sweep.input().grid().runsFile());
    }

    /** The best runs: by the objective, and where that is equal the one that was given first. */
    static List<Integer> top(Sweep sweep) {
        double[] values = sweep.points().values(sweep.objective());
        int sign = sweep.objectiveMetric().higherIsBetter() ? -1 : 1;
        Comparator<Integer> bestFirst = Comparator.comparingDouble((Integer point) -> sign * values[point])
                .thenComparing(Comparator.naturalOrder());
        PriorityQueue<Integer> kept = new PriorityQueue<>(bestFirst.reversed());
        for (int point = 0; point < sweep.points().size(); point++) {
            if (!Double.isNaN(values[point])) {
                kept.add(point);
                if (kept.size() > MOST_ROWS) {
                    kept.remove();
                }
            }
        }
        return kept.stream().sorted(bestFirst).toList();
    }

    private static List<String> row(SweepPoints points, int point, int[] metrics) {
        List<String> cells = new ArrayList<>();
        for (int axis = 0; axis < points.axes().size(); axis++) {
            cells.add(Texts.label(points.axes().get(axis).values().get(points.at(axis)[point])));
        }
        for (int metric : metrics) {
            cells.add(FigureTexts.of(points.metrics().get(metric), points.values(metric)[point]));
        }
        return cells;
    }

    private static List<Failure> failures(SweepPoints points) {
        Map<String, List<Integer>> byReason = new TreeMap<>();
        points.failures()
                .forEach((point, reason) -> byReason.computeIfAbsent(reason, none -> new ArrayList<>())
                        .add(point));
        return byReason.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> -entry.getValue().size()))
                .limit(MOST_FAILURES)
                .map(entry -> new Failure(
                        Texts.text(entry.getKey()),
                        Numbers.count(entry.getValue().size()),
                        which(points, entry.getValue())))
                .toList();
    }

    /** The first few by their parameters, in the order of the runs, and how many more there are. */
    private static String which(SweepPoints points, List<Integer> failed) {
        List<Integer> first = failed.stream().sorted().limit(NAMED).toList();
        int more = failed.size() - first.size();
        String named = String.join(
                "; ",
                first.stream().map(point -> FigureTexts.place(points, point)).toList());
        return more == 0 ? named : named + "; " + Numbers.count(more) + " more";
    }

    /** Whether a column holds numbers, for its alignment and order. */
    public boolean isNumber(int column) {
        return column >= parameters
                || rows.stream().allMatch(row -> row.get(column).matches("-?[0-9.]+([eE]-?[0-9]+)?"));
    }
}
