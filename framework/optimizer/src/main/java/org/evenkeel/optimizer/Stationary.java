package org.evenkeel.optimizer;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The point at which a quadratic would rest if a working set held for ever, and what its rows press with.
 *
 * @param point the x
 * @param multipliers one a row; the gradient of the free variables is the rows' sum, each times its multiplier
 */
record Stationary(double[] point, double[] multipliers) {
    private static final double SMALLEST_PIVOT = 1e-13;
    private static final int REFINEMENTS = 3;

    /** Empty where the equations have no single answer. */
    static Optional<Stationary> find(Quadratic problem, WorkingSet set) {
        int[] free = IntStream.range(0, problem.size())
                .filter(i -> set.variables[i] == 0)
                .toArray();
        int[] held = IntStream.range(0, set.rows.length)
                .filter(k -> set.rows[k] != 0)
                .toArray();
        double[][] inner = new double[free.length][free.length];
        for (int i = 0; i < free.length; i++) {
            for (int j = 0; j < free.length; j++) {
                inner[i][j] = problem.matrix()[free[i]][free[j]];
            }
        }
        return Cholesky.find(inner, SMALLEST_PIVOT)
                .flatMap(factor -> new Equations(problem, set, free, held, factor).solve());
    }

    /** What each variable would gain by moving, beyond what the rows give back. */
    double[] reduced(Quadratic problem) {
        double[] reduced = problem.gradient(point);
        for (int k = 0; k < multipliers.length; k++) {
            double[] row = problem.region().rows().get(k).coefficients();
            for (int i = 0; i < reduced.length && multipliers[k] != 0; i++) {
                reduced[i] -= multipliers[k] * row[i];
            }
        }
        return reduced;
    }

    static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /** Q x = rows′ y − c for the free x, rows x = sides for the held: first by y, which are few, then by x. */
    private record Equations(Quadratic problem, WorkingSet set, int[] free, int[] held, Cholesky factor) {
        Optional<Stationary> solve() {
            double[][] pulls = new double[held.length][];
            double[][] outer = new double[held.length][held.length];
            for (int k = 0; k < held.length; k++) {
                pulls[k] = factor.solve(ofRow(k));
            }
            double largest = 0;
            for (int k = 0; k < held.length; k++) {
                for (int l = 0; l < held.length; l++) {
                    outer[k][l] = Matrices.dot(ofRow(k), pulls[l]);
                }
                largest = Math.max(largest, outer[k][k]);
            }
            for (int k = 0; k < held.length; k++) {
                // Rows that say the same share what they press with; one that no free variable is in presses nothing.
                outer[k][k] = outer[k][k] > 0 ? outer[k][k] + SMALLEST_PIVOT * largest : Double.POSITIVE_INFINITY;
            }
            return Cholesky.find(outer, 0).map(rows -> refined(pulls, rows));
        }

        private Stationary refined(double[][] pulls, Cholesky rows) {
            Stationary at = new Stationary(start(), new double[set.rows.length]);
            for (int round = 0; round <= REFINEMENTS; round++) {
                double[] reduced = at.reduced(problem);
                double[] push = new double[free.length];
                for (int i = 0; i < free.length; i++) {
                    push[i] = -reduced[free[i]];
                }
                double[] step = factor.solve(push);
                double[] missing = new double[held.length];
                for (int k = 0; k < held.length; k++) {
                    missing[k] = side(k)
                            - problem.region().rows().get(held[k]).at(at.point())
                            - Matrices.dot(ofRow(k), step);
                }
                double[] press = rows.solve(missing);
                for (int k = 0; k < held.length; k++) {
                    at.multipliers[held[k]] += press[k];
                    for (int i = 0; i < free.length; i++) {
                        step[i] += press[k] * pulls[k][i];
                    }
                }
                for (int i = 0; i < free.length; i++) {
                    at.point[free[i]] += step[i];
                }
            }
            return at;
        }

        private double[] start() {
            double[] x = new double[problem.size()];
            for (int i = 0; i < x.length; i++) {
                int at = set.variables[i];
                x[i] = at == 0
                        ? 0
                        : at < 0
                                ? problem.region().lower()[i]
                                : problem.region().upper()[i];
            }
            return x;
        }

        private double side(int k) {
            Row row = problem.region().rows().get(held[k]);
            return set.rows[held[k]] < 0 ? row.lower() : row.upper();
        }

        private double[] ofRow(int k) {
            double[] row = problem.region().rows().get(held[k]).coefficients();
            return IntStream.of(free).mapToDouble(i -> row[i]).toArray();
        }
    }
}
