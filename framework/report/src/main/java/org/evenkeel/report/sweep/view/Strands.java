package org.evenkeel.report.sweep.view;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Runs as lines across all parameters: the best of them, and a pick of the others from all of their range.
 *
 * @param axes the axes that vary
 * @param places where each line crosses each of those, in steps, from the worst line to the best
 * @param values the objective of each
 * @param of how many points they are a pick
 */
public record Strands(int[] axes, int[][] places, double[] values, int of) {
    private static final int BEST = 300;

    /** At most so many lines of a sweep. */
    public static Strands of(Sweep sweep, int most) {
        Cells cells = sweep.cells();
        double[] values = cells.values(sweep.objective());
        int sign = sweep.objectiveMetric().higherIsBetter() ? -1 : 1;
        int[] ranked = IntStream.range(0, cells.size())
                .filter(cell -> !Double.isNaN(values[cell]))
                .boxed()
                .sorted(Comparator.comparingDouble(cell -> sign * values[cell]))
                .mapToInt(Integer::intValue)
                .toArray();
        int best = Math.min(BEST, ranked.length);
        int[] others = Arrays.copyOfRange(ranked, best, ranked.length);
        int[] kept = IntStream.concat(
                        Arrays.stream(ranked, 0, best),
                        Arrays.stream(Sample.of(others.length, most - BEST).of(others)))
                .toArray();
        int[] axes = sweep.varied();
        int[][] places = new int[kept.length][axes.length];
        double[] figures = new double[kept.length];
        for (int i = 0; i < kept.length; i++) {
            int cell = kept[kept.length - 1 - i];
            figures[i] = values[cell];
            places[i] = Arrays.stream(axes).map(axis -> cells.at(axis)[cell]).toArray();
        }
        return new Strands(axes, places, figures, ranked.length);
    }
}
