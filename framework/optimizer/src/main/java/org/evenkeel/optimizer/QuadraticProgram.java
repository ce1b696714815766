package org.evenkeel.optimizer;

import java.util.Optional;
import org.evenkeel.optimizer.OptimizerException.Reason;
import org.jspecify.annotations.Nullable;
import org.ojalgo.matrix.store.RawStore;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.convex.ConvexSolver;

/**
 * Solves quadratic programmes. Three parts vouch for each other: a solver comes near the answer, and a {@link
 * WorkingSet} settled from there has it to the last digits; a {@link Descent} finds it by itself, which of few variables
 * is done before the solver has begun; and no answer is given, whoever found it, whose distance from the least is not
 * proven to be next to nothing.
 *
 * <p>All of it works in units of risk, x × √Q's diagonal, in which a dollar token and a volatile one are numbers of one
 * size. There each diagonal value is raised by a hair, so that of several answers that are equally good the one of the
 * least Σ risk² is given: the most spread out.
 */
final class QuadraticProgram {
    /** By what fraction of itself each diagonal value is raised. */
    static final double RIDGE = 1e-11;

    /** The smallest unit of risk, as a fraction of the largest: for what has none. */
    private static final double SMALLEST_UNIT = 1e-7;

    /** How near the solver comes. */
    private static final double NEAR = 1e-5;

    /** What part of the way between its bounds is no way. */
    private static final double DUST = 1e-15;

    /** Up to so many variables the walk comes first. */
    private static final int FEW = 60;

    private static final int MAX_SOLVER_ITERATIONS = 4_000;

    private final Quadratic problem;
    private final Region place;
    private final double[] units;
    private @Nullable WorkingSet before;

    QuadraticProgram(Quadratic problem) {
        this.place = problem.region();
        this.units = units(problem.matrix());
        this.problem = problem.inUnits(units, smallest(problem.matrix()), RIDGE);
    }

    /** Tries what held in another programme's answer first: one that differs little in its numbers, not in its size. */
    QuadraticProgram startingFrom(QuadraticProgram other) {
        before = other.before;
        return this;
    }

    /** The root of each diagonal value as a multiple of the least root; of what has no risk, next to none. */
    private static double[] units(double[][] matrix) {
        double least = Math.sqrt(smallest(matrix));
        double[] units = new double[matrix.length];
        for (int i = 0; i < units.length; i++) {
            units[i] = Math.max(1, Math.sqrt(matrix[i][i]) / least);
        }
        return units;
    }

    /** The least diagonal value, but not that of what has next to no risk; 1 where nothing has any. */
    private static double smallest(double[][] matrix) {
        double most = 0;
        for (int i = 0; i < matrix.length; i++) {
            most = Math.max(most, matrix[i][i]);
        }
        double least = most;
        for (int i = 0; i < matrix.length; i++) {
            least = Math.min(least, Math.max(matrix[i][i], SMALLEST_UNIT * SMALLEST_UNIT * most));
        }
        return least > 0 ? least : 1;
    }

    /**
     * The least of a region that is not empty.
     *
     * @throws OptimizerException when the answer cannot be proven
     */
    double[] solve() {
        boolean few = problem.size() <= FEW;
        Stationary answer = again().or(few ? this::walked : this::settled)
                .or(few ? this::settled : this::walked)
                .orElseThrow(() -> new OptimizerException(
                        Reason.NOT_CONVERGED,
                        "A quadratic programme of " + problem.size()
                                + " variables was not solved. Leave out limits that"
                                + " are nearly the same and assets that move almost alike, or shrink the covariance"
                                + " (ledoitWolf)."));
        before = WorkingSet.near(answer.point(), problem.region(), 0);
        double[] x = new double[units.length];
        for (int i = 0; i < x.length; i++) {
            double value = answer.point()[i];
            double low = problem.region().lower()[i];
            double high = problem.region().upper()[i];
            double dust = DUST * (high - low);
            // What stands at a bound does so to the last bit.
            x[i] = value <= low + dust ? place.lower()[i] : value >= high - dust ? place.upper()[i] : value / units[i];
        }
        return x;
    }

    /** With what held in the programme before. */
    private Optional<Stationary> again() {
        return Optional.ofNullable(before)
                .flatMap(start -> start.copy().settle(problem))
                .flatMap(this::proven);
    }

    /** From where the solver ends. */
    Optional<Stationary> settled() {
        return WorkingSet.near(nearly(), problem.region(), NEAR).settle(problem).flatMap(this::proven);
    }

    /** From any point of the region. */
    Optional<Stationary> walked() {
        return LinearProgram.findPoint(place)
                .flatMap(point -> Descent.from(problem.region().clipped(inUnits(point)), problem))
                .flatMap(this::proven);
    }

    private double[] inUnits(double[] x) {
        double[] scaled = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            scaled[i] = x[i] * units[i];
        }
        return scaled;
    }

    private Optional<Stationary> proven(Stationary answer) {
        Stationary inside = new Stationary(problem.region().clipped(answer.point()), answer.multipliers());
        return problem.isProven(inside.point(), inside.multipliers()) ? Optional.of(inside) : Optional.empty();
    }

    /** The answer as the solver has it, to some digits if all went well. */
    private double[] nearly() {
        Region region = problem.region();
        ConvexSolver.Builder builder = ConvexSolver.newBuilder(problem.size());
        builder.quadratic(RawStore.wrap(problem.matrix()));
        builder.linear(problem.linear());
        RowOrder.add(region.rows(), builder);
        for (int i = 0; i < problem.size(); i++) {
            double[] row = new double[problem.size()];
            row[i] = -1;
            builder.inequality(-region.lower()[i], row);
            row = new double[problem.size()];
            row[i] = 1;
            builder.inequality(region.upper()[i], row);
        }
        Optimisation.Options options = new Optimisation.Options();
        // The alternating directions: a hundred times as fast as the solver's active sets where bounds are many.
        options.experimental = true;
        options.iterations_abort = MAX_SOLVER_ITERATIONS;
        Optimisation.Result result = builder.build(options).solve();
        double[] x = new double[problem.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = result.doubleValue(i);
        }
        return x;
    }
}
