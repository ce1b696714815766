package org.evenkeel.optimizer;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The linear programme of a region whose only row is that all variables add up to something: the cheapest are filled. */
final class Budget {
    private Budget() {}

    /** Whether that is all there is to a region. */
    static boolean isAll(Region region) {
        if (region.rows().size() != 1 || !region.rows().getFirst().isEquation()) {
            return false;
        }
        for (double coefficient : region.rows().getFirst().coefficients()) {
            if (coefficient != 1) {
                return false;
            }
        }
        return true;
    }

    /** From the lower bounds on, as much of the cheapest as there is room for; the multiplier is the last one's price. */
    static LinearProgram.Solution filled(double[] prices, Region region) {
        double[] point = region.lower().clone();
        double left = region.rows().getFirst().lower();
        for (double least : point) {
            left -= least;
        }
        int[] order = IntStream.range(0, point.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> prices[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double price = prices[order[0]];
        for (int i : order) {
            double room = Math.min(left, region.upper()[i] - region.lower()[i]);
            if (room > 0) {
                point[i] += room;
                left -= room;
                price = prices[i];
            }
        }
        return new LinearProgram.Solution(region.clipped(point), new double[] {price});
    }
}
