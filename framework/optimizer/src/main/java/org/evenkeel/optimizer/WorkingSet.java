package org.evenkeel.optimizer;

import java.util.Arrays;
import java.util.Optional;

/**
 * Which variables stand at a bound and which rows hold at a side: −1 at the lower, 1 at the upper, 0 at none. Known
 * these, the least of a quadratic is a matter of linear equations; see {@link Stationary}.
 */
final class WorkingSet {
    private static final int MAX_ROUNDS = 60;

    /** What tells a number from 0 where it is near it by rounding alone. */
    private static final double TOLERANCE = 1e-11;

    final int[] variables;
    final int[] rows;

    private WorkingSet(int[] variables, int[] rows) {
        this.variables = variables;
        this.rows = rows;
    }

    /** What is within a distance of x. */
    static WorkingSet near(double[] x, Region region, double distance) {
        WorkingSet set = new WorkingSet(new int[x.length], new int[region.rows().size()]);
        for (int i = 0; i < x.length; i++) {
            set.variables[i] = side(x[i], region.lower()[i], region.upper()[i], distance);
        }
        for (int k = 0; k < set.rows.length; k++) {
            Row row = region.rows().get(k);
            set.rows[k] = side(row.at(x), row.lower(), row.upper(), distance);
        }
        return set;
    }

    private static int side(double value, double lower, double upper, double distance) {
        if (value <= lower + distance) {
            return -1;
        }
        return value >= upper - distance ? 1 : 0;
    }

    WorkingSet copy() {
        return new WorkingSet(variables.clone(), rows.clone());
    }

    /**
     * Lets go what would rather move away and holds what is outside, until nothing changes: the primal-dual active set
     * strategy of M. Hintermüller, K. Ito, K. Kunisch (2002). Quick from nearby; it need not end, and is then given up.
     */
    Optional<Stationary> settle(Quadratic problem) {
        for (int round = 0; round < MAX_ROUNDS; round++) {
            Optional<Stationary> found = Stationary.find(problem, this);
            if (found.isEmpty() || !revise(problem, found.get())) {
                return found;
            }
        }
        return Optional.empty();
    }

    private boolean revise(Quadratic problem, Stationary at) {
        int[] before = variables.clone();
        int[] rowsBefore = rows.clone();
        double[] reduced = at.reduced(problem);
        double[] small = problem.smallPresses(at.point());
        Region region = problem.region();
        for (int i = 0; i < variables.length; i++) {
            if (variables[i] == 0) {
                variables[i] = side(at.point()[i], region.lower()[i], region.upper()[i], -TOLERANCE);
            } else if (region.lower()[i] < region.upper()[i] && -variables[i] * reduced[i] < -small[i]) {
                variables[i] = 0;
            }
        }
        for (int k = 0; k < rows.length; k++) {
            Row row = region.rows().get(k);
            if (rows[k] == 0) {
                rows[k] = side(row.at(at.point()), row.lower(), row.upper(), -TOLERANCE);
            } else if (!row.isEquation() && -rows[k] * at.multipliers()[k] < -small[variables.length + k]) {
                rows[k] = 0;
            }
        }
        return !Arrays.equals(before, variables) || !Arrays.equals(rowsBefore, rows);
    }
}
