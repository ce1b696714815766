package org.evenkeel.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The parts that vouch for each other: the solver, the walk that needs no solver, and the proof of the answer. */
class QuadraticProgramTest {
    /** Random, with debts, a sector and a least return, in the unit of the correlation. */
    private static Quadratic problem(RandomAssets random, int assets) {
        Correlation correlation = Correlation.of(random.covariance(assets));
        double[] linear = new double[assets];
        double[] lower = new double[assets];
        double[] upper = new double[assets];
        double[] sector = new double[assets];
        double[] ones = new double[assets];
        double[] inside = new double[assets];
        int members = (assets + 2) / 3;
        for (int i = 0; i < assets; i++) {
            inside[i] = i % 3 == 0 ? 0.3 / members : 0.7 / (assets - members);
            linear[i] = random.uniform() - 0.5;
            lower[i] = -0.3 * random.uniform();
            upper[i] = 0.4 + 0.6 * random.uniform();
            sector[i] = i % 3 == 0 ? 1 : 0;
            ones[i] = 1;
        }
        List<Row> rows = List.of(
                new Row(ones, 1, 1), new Row(sector, 0.1, 0.35), Row.atMost(linear, Matrices.dot(linear, inside)));
        return new Quadratic(correlation.matrix(), linear, new Region(lower, upper, rows));
    }

    private static double value(Quadratic problem, double[] x) {
        double[] gradient = problem.gradient(x);
        return (Matrices.dot(gradient, x) + Matrices.dot(problem.linear(), x)) / 2;
    }

    @SeededTest
    void the_walk_alone_and_the_solver_alone_come_to_the_same(long seed) {
        RandomAssets random = new RandomAssets(seed);
        for (int assets = 4; assets <= 25; assets += 7) {
            Quadratic problem = problem(random, assets);
            QuadraticProgram program = new QuadraticProgram(problem);

            double[] walked = program.walked().orElseThrow().point();
            double[] settled = program.settled().orElseThrow().point();

            assertArrayEquals(walked, settled, 1e-8);
            double[] start = LinearProgram.findPoint(problem.region()).orElseThrow();
            Stationary plain = Descent.from(start, problem).orElseThrow();
            assertArrayEquals(program.solve(), plain.point(), 1e-8);
            assertTrue(problem.isProven(problem.region().clipped(plain.point()), plain.multipliers()));
        }
    }

    @SeededTest
    void a_working_set_settles_from_nearby(long seed) {
        Quadratic problem = problem(new RandomAssets(seed), 12);
        double[] solved = new QuadraticProgram(problem).solve();

        Stationary settled =
                WorkingSet.near(solved, problem.region(), 1e-9).settle(problem).orElseThrow();

        assertArrayEquals(solved, settled.point(), 1e-9);
    }

    @SeededTest
    void the_proof_holds_for_the_answer_and_for_nothing_beside_it(long seed) {
        RandomAssets random = new RandomAssets(seed);
        Quadratic problem = problem(random, 9);
        double[] start = LinearProgram.findPoint(problem.region()).orElseThrow();
        Stationary answer = Descent.from(start, problem).orElseThrow();
        double[] x = problem.region().clipped(answer.point());

        assertTrue(problem.isProven(x, answer.multipliers()));
        for (int k = 0; k < 50; k++) {
            double part = Math.pow(10, -3 * random.uniform());
            double[] other = new double[9];
            for (int i = 0; i < 9; i++) {
                other[i] = (1 - part) * x[i] + part * start[i];
            }
            double worse = value(problem, other) - value(problem, x);
            assertTrue(worse >= -1e-12, "point " + k);
            if (worse > 1e-6) {
                assertFalse(problem.isProven(other, answer.multipliers()), "point " + k);
            }
        }
        double[] outside = x.clone();
        outside[0] += 0.01;
        assertFalse(problem.isProven(outside, answer.multipliers()));
        assertFalse(problem.isProven(filled(Double.NaN), answer.multipliers()));
    }

    private static double[] filled(double value) {
        double[] values = new double[9];
        Arrays.fill(values, value);
        return values;
    }

    @SeededTest
    void the_bound_of_any_multipliers_is_under_every_point(long seed) {
        RandomAssets random = new RandomAssets(seed);
        Quadratic problem = problem(random, 8);
        Region region = problem.region();
        double[] start = LinearProgram.findPoint(region).orElseThrow();
        double[] best = LinearProgram.solve(problem.linear(), region).point();
        for (int k = 0; k < 100; k++) {
            double[] multipliers = {4 * random.uniform() - 2, 4 * random.uniform() - 2, 4 * random.uniform() - 2};
            double bound = region.leastOf(problem.linear(), multipliers);
            assertTrue(Matrices.dot(problem.linear(), start) >= bound - 1e-12);
            assertTrue(Matrices.dot(problem.linear(), best) >= bound - 1e-12);
        }
    }

    @SeededTest
    void a_linear_programme_is_as_good_as_the_best_corner(long seed) {
        // The best of a simplex with caps and a least return: by its corners, of two assets that are not at a bound.
        RandomAssets random = new RandomAssets(seed);
        double[] objective = {random.uniform(), random.uniform(), random.uniform()};
        double[] ones = {1, 1, 1};
        double[] upper = {0.3 + 0.5 * random.uniform(), 0.3 + 0.5 * random.uniform(), 0.8};
        Region region = new Region(new double[3], upper, List.of(new Row(ones, 1, 1)));
        double best = Double.POSITIVE_INFINITY;
        for (int free = 0; free < 3; free++) {
            for (int corner = 0; corner < 4; corner++) {
                double[] x = new double[3];
                x[(free + 1) % 3] = (corner & 1) == 0 ? 0 : upper[(free + 1) % 3];
                x[(free + 2) % 3] = (corner & 2) == 0 ? 0 : upper[(free + 2) % 3];
                x[free] = 1 - x[(free + 1) % 3] - x[(free + 2) % 3];
                if (x[free] >= 0 && x[free] <= upper[free]) {
                    best = Math.min(best, Matrices.dot(objective, x));
                }
            }
        }

        LinearProgram.Solution solution = LinearProgram.solve(objective, region);

        assertEquals(best, Matrices.dot(objective, solution.point()), 1e-12);
        assertEquals(best, region.leastOf(objective, solution.multipliers()), 1e-12);
        // A row that says nothing calls for the solver.
        Region more = new Region(new double[3], upper, List.of(new Row(ones, 1, 1), Row.atMost(ones, 5)));
        LinearProgram.Solution solved = LinearProgram.solve(objective, more);
        assertEquals(best, Matrices.dot(objective, solved.point()), 1e-12);
        assertEquals(best, more.leastOf(objective, solved.multipliers()), 1e-12);
    }

    @SeededTest
    void volatilities_that_differ_a_millionfold_are_no_trouble(long seed) {
        RandomAssets random = new RandomAssets(seed);
        for (int k = 0; k < 20; k++) {
            int assets = random.between(2, 12);
            double[][] returns = random.returns(assets + random.between(5, 40), assets, 14);
            Covariance covariance = k % 2 == 0 ? Covariance.sample(returns) : Covariance.ledoitWolf(returns);
            Caps caps = k % 4 < 2 ? random.caps(assets) : Caps.none(assets);
            double[] means = Returns.means(returns);
            for (int i = 0; i < assets; i++) {
                means[i] = Math.abs(means[i]);
            }

            Assert.arePortfolio(MinimumVariance.weights(covariance, caps), caps);
            Assert.arePortfolio(MaximumSharpe.weights(means, covariance, caps), caps);
        }
    }

    @Test
    void an_input_on_which_a_solver_never_ended_by_itself_comes_to_an_end() {
        // Found by a search: the solver's active set of this programme changes for ever.
        int assets = 10;
        Random random = new Random(6241);
        double[][] returns = new double[20 + random.nextInt(3 * assets + 5)][assets];
        double[] volatilities =
                random.doubles(assets).map(value -> Math.exp(-14 * value)).toArray();
        double load = 2 * random.nextDouble();
        for (double[] row : returns) {
            double market = random.nextGaussian();
            for (int i = 0; i < assets; i++) {
                row[i] = volatilities[i] * (load * market + random.nextGaussian());
            }
        }
        Caps caps = Caps.of(random.doubles(assets)
                .map(value -> Math.min(1, (1 + 3 * value) / assets))
                .toArray());

        Assert.arePortfolio(MaximumSharpe.weights(Returns.means(returns), Covariance.sample(returns), caps), caps);
    }

    @Test
    void a_zero_is_found_also_where_the_function_bends() {
        double[] places = {0.1, 1, 7};
        for (double place : places) {
            double zero = Search.zero(x -> x < place ? (x - place) / 100 : 50 * (x - place), 0, 10, 1e-13);
            assertEquals(place, zero, 1e-9);
        }
        assertEquals(Math.cbrt(2), Search.zero(x -> x * x * x - 2, 0, 1e6, 1e-12), 1e-9);
    }
}
