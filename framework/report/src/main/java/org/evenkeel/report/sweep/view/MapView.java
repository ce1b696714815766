package org.evenkeel.report.sweep.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.evenkeel.metrics.Unit;
import org.evenkeel.report.sweep.SweepAxis;
import org.evenkeel.report.sweep.SweepMetric;
import org.evenkeel.report.view.Island;
import org.evenkeel.report.view.Texts;

/**
 * All that a map, a line or parallel coordinates draw, with what there is to choose from.
 *
 * @param axes the axes that vary
 * @param metrics the figures
 * @param note how the points were put together, and what was left out; empty where neither was done
 * @param description the map in a sentence, for those who do not see it
 * @param hasTriangle whether two of the axes have the same values and only one half of their map is valid
 * @param isScattered whether the points lie here and there, so that the best run's values meet few others
 * @param island the points; empty where there are none or nothing varies
 */
public record MapView(
        List<Option> axes,
        List<Option> metrics,
        String note,
        String description,
        boolean hasTriangle,
        boolean isScattered,
        Optional<Island> island) {
    private static final int MOST_VALUES = 250_000;
    private static final int FEWEST_METRICS = 2;
    private static final int MOST_METRICS = 80;
    private static final int DIGITS = 4;

    /**
     * Something to choose.
     *
     * @param value what the script knows it as: a place among the axes or metrics of the island
     * @param label what it is
     */
    public record Option(int value, String label) {}

    /** The points of a sweep. */
    public static MapView of(Sweep sweep) {
        int[] varied = sweep.varied();
        if (sweep.cells().size() == 0 || varied.length == 0) {
            return new MapView(List.of(), List.of(), "", "", false, false, Optional.empty());
        }
        int[] metrics = metrics(sweep);
        List<Option> figures = new ArrayList<>();
        for (int metric : metrics) {
            figures.add(new Option(
                    figures.size(),
                    Texts.label(sweep.points().metrics().get(metric).label())));
        }
        if (hasNeighbours(sweep)) {
            figures.add(new Option(figures.size(), "Mean of the neighbours"));
            figures.add(new Option(figures.size(), "Worst of the neighbours"));
        }
        return new MapView(
                IntStream.of(varied)
                        .mapToObj(axis -> new Option(
                                axis,
                                Texts.label(sweep.points().axes().get(axis).name())))
                        .toList(),
                figures,
                note(sweep, metrics),
                description(sweep, varied),
                !triangles(sweep).isEmpty(),
                !sweep.isGrid(),
                Optional.of(island(sweep, metrics)));
    }

    /** The objective first, then as many others as the page has room for. */
    private static int[] metrics(Sweep sweep) {
        int cells = Math.max(1, sweep.cells().size());
        int room = Math.clamp(MOST_VALUES / cells, FEWEST_METRICS, MOST_METRICS);
        return IntStream.concat(
                        IntStream.of(sweep.objective()),
                        IntStream.range(0, sweep.points().metrics().size())
                                .filter(metric -> metric != sweep.objective()))
                .limit(room)
                .toArray();
    }

    private static boolean hasNeighbours(Sweep sweep) {
        return sweep.neighbours().cells() == sweep.cells();
    }

    private static String note(Sweep sweep, int[] metrics) {
        List<String> notes = new ArrayList<>();
        Steps steps = sweep.cells().steps();
        if (!steps.areSingle()) {
            notes.add("The " + FigureTexts.count(sweep.points().size(), "point", "points")
                    + (sweep.isGrid() ? " are more than can be drawn" : " are scattered")
                    + ": neighbouring values are put together, and a cell shows the mean of its runs.");
        }
        int left = sweep.points().metrics().size() - metrics.length;
        if (left > 0) {
            notes.add(FigureTexts.count(left, "further figure is", "further figures are")
                    + " in the file of runs alone.");
        }
        return String.join(" ", notes);
    }

    private static String description(Sweep sweep, int[] varied) {
        String over = FigureTexts.list(IntStream.of(varied)
                .limit(2)
                .mapToObj(axis -> Texts.label(sweep.points().axes().get(axis).name()))
                .toList());
        double[] sorted = sweep.sortedObjective();
        String range = sorted.length == 0
                ? ""
                : " It lies between " + FigureTexts.of(sweep.objectiveMetric(), sorted[0]) + " and "
                        + FigureTexts.of(sweep.objectiveMetric(), sorted[sorted.length - 1]) + " over all runs.";
        return Texts.label(sweep.objectiveMetric().label()) + " over " + over + "." + range;
    }

    static Island metric(SweepMetric metric) {
        return metric(metric.label(), metric.unit(), metric.higherIsBetter());
    }

    private static Island metric(String label, Unit unit, boolean higher) {
        return Island.part()
                .with("label", Texts.label(label))
                .with("unit", unit.name())
                .with("higher", higher);
    }

    private static Island island(Sweep sweep, int[] metrics) {
        Cells cells = sweep.cells();
        List<Object> labels = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (int metric : metrics) {
            labels.add(metric(sweep.points().metrics().get(metric)));
            values.add(new Island.Column(cells.values(metric), DIGITS));
        }
        if (hasNeighbours(sweep)) {
            SweepMetric objective = sweep.objectiveMetric();
            labels.add(metric("Mean of the neighbours", objective.unit(), objective.higherIsBetter()));
            labels.add(metric("Worst of the neighbours", objective.unit(), objective.higherIsBetter()));
            values.add(new Island.Column(sweep.neighbours().means(), DIGITS));
            values.add(new Island.Column(sweep.neighbours().worst(), DIGITS));
        }
        return new Island("map")
                .with("axes", axes(sweep))
                .with("metrics", labels)
                .with("at", at(cells))
                .with("values", values)
                .with("states", states(sweep))
                .with("neighbours", hasNeighbours(sweep) ? metrics.length : -1)
                .with("missing", sweep.missing().ordinal())
                .with("best", sweep.bestSteps().map(MapView::longs).orElse(new long[0]))
                .with("plateau", plateau(sweep))
                .with("triangles", triangles(sweep))
                .with("reasons", CellReasons.of(sweep, metrics));
    }

    private static List<Object> axes(Sweep sweep) {
        List<Object> axes = new ArrayList<>();
        for (int axis = 0; axis < sweep.points().axes().size(); axis++) {
            SweepAxis one = sweep.points().axes().get(axis);
            axes.add(Island.part()
                    .with("name", Texts.label(one.name()))
                    .with(
                            "labels",
                            sweep.cells().steps().labels(axis).stream()
                                    .map(Texts::label)
                                    .toList()));
        }
        return axes;
    }

    private static List<Object> at(Cells cells) {
        return IntStream.range(0, cells.steps().axes())
                .mapToObj(axis -> (Object) longs(cells.at(axis)))
                .toList();
    }

    /** What became of each cell, as places in {@link CellState}; nothing where all have figures. */
    private static long[] states(Sweep sweep) {
        Cells cells = sweep.cells();
        long[] states = new long[cells.size()];
        Arrays.setAll(
                states, cell -> cells.runs(cell) > 0 ? 0 : cells.state(0, cell).ordinal());
        return Arrays.stream(states).allMatch(state -> state == 0) ? new long[0] : states;
    }

    /** The place with the best neighbours, where it is one of the map's own. */
    private static long[] plateau(Sweep sweep) {
        int[] ranked = hasNeighbours(sweep) ? PlateauView.ranked(sweep) : new int[0];
        return ranked.length == 0 ? new long[0] : longs(sweep.cells().place(ranked[0]));
    }

    /** Pairs of axes of which one half is to be mirrored into the other. */
    private static List<Object> triangles(Sweep sweep) {
        List<Object> pairs = new ArrayList<>();
        for (int x : sweep.varied()) {
            for (int y : sweep.varied()) {
                if (x < y && HeatMap.isTriangle(sweep, x, y)) {
                    pairs.add(longs(new int[] {x, y}));
                }
            }
        }
        return pairs;
    }

    private static long[] longs(int[] numbers) {
        return Arrays.stream(numbers).asLongStream().toArray();
    }

    /** Whether there are more axes than a map shows at once. */
    public boolean isDeep() {
        return axes.size() > 2;
    }
}
