package org.evenkeel.optimizer;

import java.util.ArrayList;
import java.util.List;
import org.ojalgo.matrix.store.RawStore;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.convex.ConvexSolver;

/** The least ½x′Qx of all x ≥ 0 that an equality and some upper bounds allow. */
final class QuadraticProgram {
    /** The solver changes its active set a few times a row; on rare inputs it would do so for ever. */
    private static final int MAX_ITERATIONS_PER_ROW = 20;

    private final double[][] quadratic;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Double> bounds = new ArrayList<>();

    /** With a positive definite matrix. */
    QuadraticProgram(double[][] quadratic) {
        this.quadratic = quadratic;
        for (int i = 0; i < quadratic.length; i++) {
            double[] row = new double[quadratic.length];
            row[i] = -1;
            atMost(row, 0);
        }
    }

    /** Adds the condition row · x ≤ bound. */
    void atMost(double[] row, double bound) {
        rows.add(row);
        bounds.add(bound);
    }

    /**
     * The solution as the solver has it: the caller verifies it, for the solver has been known to call a wrong one
     * optimal.
     *
     * @param equality the condition equality · x = 1
     */
    double[] solve(double[] equality) {
        ConvexSolver.Builder builder = ConvexSolver.newBuilder(quadratic.length);
        builder.quadratic(RawStore.wrap(quadratic));
        builder.equality(1, equality);
        for (int i = 0; i < rows.size(); i++) {
            builder.inequality(bounds.get(i), rows.get(i));
        }
        Optimisation.Options options = new Optimisation.Options();
        options.iterations_abort = MAX_ITERATIONS_PER_ROW * rows.size();
        Optimisation.Result result = builder.build(options).solve();
        double[] solution = new double[quadratic.length];
        for (int i = 0; i < solution.length; i++) {
            solution[i] = result.doubleValue(i);
        }
        return solution;
    }
}
