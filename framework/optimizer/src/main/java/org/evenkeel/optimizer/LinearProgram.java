package org.evenkeel.optimizer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.evenkeel.optimizer.OptimizerException.Reason;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.linear.LinearSolver;
import org.ojalgo.structure.Access1D;

/** The least objective · x of a region. The solver's answer is verified by weak duality before it is given. */
final class LinearProgram {
    /** How far the objective may be from its least, as a fraction of what it adds up. */
    private static final double TOLERANCE = 1e-9;

    /** What rounding makes of the objective, as a fraction of what it could add up. */
    private static final double ROUNDING = 1e-13;

    /** How far a row may be off, as a fraction of what it adds up. */
    static final double FEASIBILITY = 1e-9;

    private static final int MAX_ITERATIONS = 1_000_000;

    /**
     * An answer.
     *
     * @param point the x
     * @param multipliers one a row: how much the least rises with the side that holds it
     */
    record Solution(double[] point, double[] multipliers) {}

    private LinearProgram() {}

    /**
     * The least of a region that is not empty.
     *
     * @throws OptimizerException when the answer cannot be verified
     */
    static Solution solve(double[] objective, Region region) {
        return find(objective, region)
                .orElseThrow(() -> new OptimizerException(
                        Reason.NOT_CONVERGED,
                        "A linear programme of " + region.size() + " variables was not solved: leave out limits that"
                                + " are nearly the same, or assets that are measured in very different units."));
    }

    /** A point of the region; empty where there is none, which is proven too. */
    static Optional<double[]> findPoint(Region region) {
        double[] point = Budget.isAll(region)
                ? Budget.filled(new double[region.size()], region).point()
                : leastViolating(region);
        return region.violation(point) <= FEASIBILITY ? Optional.of(point) : Optional.empty();
    }

    private static double[] leastViolating(Region region) {
        int size = region.size();
        int rows = region.rows().size();
        double[] lower = Arrays.copyOf(region.lower(), size + 2 * rows);
        double[] upper = Arrays.copyOf(region.upper(), size + 2 * rows);
        Row[] elastic = new Row[rows];
        for (int k = 0; k < rows; k++) {
            Row row = region.rows().get(k);
            double[] coefficients = Arrays.copyOf(row.coefficients(), size + 2 * rows);
            coefficients[size + 2 * k] = 1;
            coefficients[size + 2 * k + 1] = -1;
            elastic[k] = new Row(coefficients, row.lower(), row.upper());
            double most = 1;
            for (int i = 0; i < size; i++) {
                double widest = Math.max(Math.abs(region.lower()[i]), Math.abs(region.upper()[i]));
                most += Math.abs(row.coefficients()[i]) * widest;
            }
            most += Double.isFinite(row.lower()) ? Math.abs(row.lower()) : 0;
            most += Double.isFinite(row.upper()) ? Math.abs(row.upper()) : 0;
            upper[size + 2 * k] = most;
            upper[size + 2 * k + 1] = most;
        }
        double[] objective = new double[size + 2 * rows];
        Arrays.fill(objective, size, objective.length, 1);
        Region loose = new Region(lower, upper, List.of(elastic));
        return region.clipped(Arrays.copyOf(solve(objective, loose).point(), size));
    }

    private static Optional<Solution> find(double[] objective, Region region) {
        // The solver takes very small numbers for 0.
        double largest = Stationary.largest(objective);
        double[] scaled = Arrays.stream(objective)
                .map(value -> largest > 0 ? value / largest : 0)
                .toArray();
        Solution found = Budget.isAll(region) ? Budget.filled(scaled, region) : unproven(scaled, region);
        double[] multipliers =
                Arrays.stream(found.multipliers()).map(value -> value * largest).toArray();
        Solution solution = new Solution(found.point(), multipliers);
        return isLeast(solution, objective, region) ? Optional.of(solution) : Optional.empty();
    }

    /** The answer as the solver has it, for those who have a proof of their own; bounds may be infinite. */
    static Solution unproven(double[] objective, Region region) {
        LinearSolver.Builder builder = LinearSolver.newBuilder();
        builder.objective(objective);
        builder.lower(region.lower()).upper(region.upper());
        RowOrder order = RowOrder.add(region.rows(), builder);
        Optimisation.Options options = new Optimisation.Options();
        options.iterations_abort = MAX_ITERATIONS;
        Optimisation.Result result = builder.build(options).solve();
        Optional<Access1D<?>> duals = result.getDualSolution().map(Supplier::get);
        double[] point = new double[region.size()];
        for (int i = 0; i < point.length; i++) {
            point[i] = result.doubleValue(i);
        }
        return new Solution(region.clipped(point), order.multipliers(duals.orElse(null), region.rows()));
    }

    private static boolean isLeast(Solution solution, double[] objective, Region region) {
        double value = Matrices.dot(objective, solution.point());
        double size = 0;
        double range = 0;
        for (int i = 0; i < objective.length; i++) {
            size += Math.abs(objective[i] * solution.point()[i]);
            range += Math.abs(objective[i]) * Math.max(Math.abs(region.lower()[i]), Math.abs(region.upper()[i]));
        }
        double gap = value - region.leastOf(objective, solution.multipliers());
        return region.violation(solution.point()) <= FEASIBILITY && gap <= TOLERANCE * size + ROUNDING * range;
    }
}
