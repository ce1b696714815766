package org.evenkeel.report.sweep.view;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.evenkeel.report.view.Island;
import org.evenkeel.report.view.Numbers;

/**
 * Each run beside its neighbours: a good run among good ones is a plateau, a good run among bad ones is a lonely peak
 * and more likely luck.
 *
 * @param sentence whether the best is such a peak
 * @param rows the points with the best neighbours, the best of them first
 * @param note who is a neighbour
 * @param island every point's own figure and the mean of its neighbours; empty where no point has enough of them
 */
public record PlateauView(String sentence, List<Row> rows, String note, Optional<Island> island) {
    private static final int MOST_ROWS = 15;
    private static final int MOST_POINTS = 4_000;

    /**
     * One point.
     *
     * @param place its parameters
     * @param own its own figure
     * @param mean the mean of its neighbours
     * @param worst the worst of them
     * @param neighbours how many there are
     * @param isBest whether it is the best of all
     */
    public record Row(String place, String own, String mean, String worst, int neighbours, boolean isBest) {}

    /** The plateaus of a sweep. */
    public static PlateauView of(Sweep sweep) {
        Neighbours found = sweep.neighbours();
        int[] ranked = ranked(sweep);
        if (ranked.length == 0) {
            return new PlateauView("No run has enough neighbours to be seen against.", List.of(), "", Optional.empty());
        }
        return new PlateauView(
                sentence(sweep, ranked),
                IntStream.range(0, Math.min(MOST_ROWS, ranked.length))
                        .mapToObj(i -> row(sweep, ranked[i]))
                        .toList(),
                note(sweep, found),
                Optional.of(island(sweep, ranked)));
    }

    /** The cells with enough neighbours, those with the best first. */
    static int[] ranked(Sweep sweep) {
        Neighbours found = sweep.neighbours();
        int sign = sweep.objectiveMetric().higherIsBetter() ? -1 : 1;
        return IntStream.range(0, found.cells().size())
                .filter(cell -> found.isRanked(cell, sweep.objective()))
                .boxed()
                .sorted(Comparator.comparingDouble(cell -> sign * found.means()[cell]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static Row row(Sweep sweep, int cell) {
        Neighbours found = sweep.neighbours();
        return new Row(
                FigureTexts.place(sweep, found.cells(), cell),
                text(sweep, found.cells().values(sweep.objective())[cell]),
                text(sweep, found.means()[cell]),
                text(sweep, found.worst()[cell]),
                found.counts()[cell],
                cell == best(sweep));
    }

    private static String text(Sweep sweep, double value) {
        return FigureTexts.of(sweep.objectiveMetric(), value);
    }

    /** The cell of the best run; −1 where there is none. */
    static int best(Sweep sweep) {
        Cells cells = sweep.neighbours().cells();
        return sweep.input()
                .bestPlace()
                .map(place -> cells.find(cells.steps().of(place)))
                .orElse(-1);
    }

    private static String sentence(Sweep sweep, int[] ranked) {
        Neighbours found = sweep.neighbours();
        int best = best(sweep);
        String top = "The best neighbourhood is that of " + FigureTexts.place(sweep, found.cells(), ranked[0])
                + ", with a mean of " + text(sweep, found.means()[ranked[0]]) + ". ";
        if (best < 0 || found.counts()[best] == 0) {
            return top + "The best run has no neighbours to be seen against.";
        }
        return top + "The neighbours of the best run have a mean of " + text(sweep, found.means()[best])
                + " and at the worst " + text(sweep, found.worst()[best]) + ": " + judgement(ranked, best);
    }

    /** Where the mean of the best's neighbours stands among all means. */
    private static String judgement(int[] ranked, int best) {
        int place = IntStream.range(0, ranked.length)
                .filter(i -> ranked[i] == best)
                .findFirst()
                .orElse(-1);
        if (place < 0) {
            return "too few of them to say more.";
        }
        double share = place / (double) ranked.length;
        String where = "by them it ranks " + Numbers.count(place + 1L) + " of " + Numbers.count(ranked.length) + ", ";
        if (share <= 0.1) {
            return where + "so it stands on a plateau.";
        }
        return where
                + (share <= 0.3
                        ? "so it stands near a plateau."
                        : "so it is a lonely peak, which luck makes more often.");
    }

    private static String note(Sweep sweep, Neighbours found) {
        String cells = sweep.isGrid() && sweep.isWhole()
                ? ""
                : " The runs were put together in steps of neighbouring values first, and a figure is the mean of a step.";
        return "Neighbours are at most one step away on every numeric parameter and have the same choices; those that"
                + " failed, were left out or have no figure do not count."
                + (found.fewest() > 1 ? " Points with fewer than " + found.fewest() + " of them are not ranked." : "")
                + cells;
    }

    private static Island island(Sweep sweep, int[] ranked) {
        Neighbours found = sweep.neighbours();
        int best = best(sweep);
        int[] others = Sample.of(ranked.length, MOST_POINTS).of(ranked);
        boolean isLeftOut = best >= 0 && IntStream.of(others).noneMatch(cell -> cell == best);
        int[] kept = isLeftOut
                ? IntStream.concat(IntStream.of(others), IntStream.of(best)).toArray()
                : others;
        List<Integer> cells = Arrays.stream(kept).boxed().toList();
        return new Island("plateau")
                .with("metric", MapView.metric(sweep.objectiveMetric()))
                .with("own", new Island.Column(pick(found.cells().values(sweep.objective()), kept), 4))
                .with("means", new Island.Column(pick(found.means(), kept), 4))
                .with("worst", new Island.Column(pick(found.worst(), kept), 4))
                .with(
                        "names",
                        cells.stream()
                                .map(cell -> FigureTexts.place(sweep, found.cells(), cell))
                                .toList())
                .with("best", cells.indexOf(best));
    }

    private static double[] pick(double[] column, int[] cells) {
        return Arrays.stream(cells).mapToDouble(cell -> column[cell]).toArray();
    }
}
