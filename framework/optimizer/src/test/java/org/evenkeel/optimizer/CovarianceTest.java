package org.evenkeel.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.evenkeel.optimizer.OptimizerException.Reason;
import org.junit.jupiter.api.Test;

class CovarianceTest {
    @Test
    void the_sample_covariance_of_three_rows_is_what_a_pencil_gives() {
        // Means 2 and 5; deviations (−1, 0, 1) and (−2, 3, −1): products 2, 0, −1.
        Covariance covariance = Covariance.sample(new double[][] {{1, 3}, {2, 8}, {3, 4}});

        assertEquals(1, covariance.get(0, 0), 1e-15);
        assertEquals(7, covariance.get(1, 1), 1e-15);
        assertEquals(0.5, covariance.get(0, 1), 1e-15);
        assertEquals(0.5, covariance.get(1, 0), 1e-15);
        assertEquals(Math.sqrt(7), covariance.volatility(1), 1e-15);
    }

    @SeededTest
    void the_sample_covariance_of_a_portfolio_is_the_variance_of_its_returns(long seed) {
        RandomAssets random = new RandomAssets(seed);
        int assets = random.between(1, 8);
        double[][] returns = random.returns(random.between(2, 50), assets, 3);
        double[] weights = random.portfolio(Caps.none(assets));
        double mean = 0;
        for (double[] row : returns) {
            mean += Matrices.dot(row, weights) / returns.length;
        }
        double variance = 0;
        for (double[] row : returns) {
            variance += Math.pow(Matrices.dot(row, weights) - mean, 2) / (returns.length - 1);
        }

        assertEquals(variance, Covariance.sample(returns).variance(weights), 1e-12 * variance);
    }

    @SeededTest
    void shrinking_follows_the_definitions_of_the_paper(long seed) {
        RandomAssets random = new RandomAssets(seed);
        double[][] returns = random.returns(random.between(3, 60), random.between(1, 8), 2);
        int rows = returns.length;
        int assets = returns[0].length;
        double[] means = Returns.means(returns);
        double[][] sample = new double[assets][assets];
        for (double[] row : returns) {
            for (int i = 0; i < assets; i++) {
                for (int j = 0; j < assets; j++) {
                    sample[i][j] += (row[i] - means[i]) * (row[j] - means[j]) / rows;
                }
            }
        }
        // m = <S, I>, d² = |S − mI|², b² = min(d², 1/n² Σ |x x′ − S|²), with <A, B> = tr(AB′)/p.
        double m = 0;
        for (int i = 0; i < assets; i++) {
            m += sample[i][i] / assets;
        }
        double distance = 0;
        double noise = 0;
        for (int i = 0; i < assets; i++) {
            for (int j = 0; j < assets; j++) {
                distance += Math.pow(sample[i][j] - (i == j ? m : 0), 2) / assets;
                for (double[] row : returns) {
                    double product = (row[i] - means[i]) * (row[j] - means[j]);
                    noise += Math.pow(product - sample[i][j], 2) / assets / rows / rows;
                }
            }
        }
        double shrinkage = distance == 0 ? 0 : Math.min(noise, distance) / distance;
        Covariance covariance = Covariance.ledoitWolf(returns);

        for (int i = 0; i < assets; i++) {
            for (int j = 0; j < assets; j++) {
                double expected = (1 - shrinkage) * sample[i][j] + (i == j ? shrinkage * m : 0);
                assertEquals(expected, covariance.get(i, j), 1e-12 * m);
            }
        }
        assertEquals(shrinkage, LedoitWolf.estimate(returns).shrinkage(), 1e-9);
    }

    @Test
    void many_rows_are_hardly_shrunk_and_few_rows_of_independent_assets_almost_wholly() {
        double[][] many = new RandomAssets(1).returns(20_000, 4, 2);
        double[][] few = new RandomAssets(2).returns(10_000, 30, 0);

        assertTrue(LedoitWolf.estimate(many).shrinkage() < 0.01);
        assertTrue(LedoitWolf.estimate(few).shrinkage()
                < LedoitWolf.estimate(rows(few, 20)).shrinkage());
    }

    private static double[][] rows(double[][] table, int count) {
        return Arrays.copyOf(table, count);
    }

    @SeededTest
    void a_shrunk_covariance_of_fewer_rows_than_assets_is_regular(long seed) {
        RandomAssets random = new RandomAssets(seed);
        double[][] returns = random.returns(random.between(3, 8), 12, 3);

        Correlation.of(Covariance.ledoitWolf(returns)).requireRegular();
        Assert.refuses(
                Reason.SINGULAR_COVARIANCE,
                "singular",
                () -> Correlation.of(Covariance.sample(returns)).requireRegular());
    }

    @Test
    void bad_returns_are_refused_with_their_place() {
        double[][] returns = {{0.1, 0.2}, {0.1, Double.NaN}, {0.3, 0.1}};

        Assert.refuses(Reason.BAD_INPUT, "asset 1 in row 1 of the returns is NaN", () -> Covariance.sample(returns));
        Assert.refuses(Reason.BAD_INPUT, "row 1", () -> Covariance.ledoitWolf(returns));
        Assert.refuses(
                Reason.BAD_INPUT,
                "give 3 or more",
                () -> Covariance.ledoitWolf(new double[][] {{0.1, 0.2}, {0.2, 0.1}}));
    }

    @Test
    void a_single_row_and_no_row_at_all_are_refused() {
        Assert.refuses(Reason.BAD_INPUT, "1 rows of returns", () -> Covariance.sample(new double[][] {{0.1}}));
        Assert.refuses(Reason.BAD_INPUT, "0 rows of covariance", () -> Covariance.of(new double[0][]));
    }

    @Test
    void a_tiny_asymmetry_is_rounding_and_a_larger_one_a_mistake() {
        double[][] rounded = {{1e-4, 1e-7 * (1 + 1e-8)}, {1e-7, 1e-6}};
        double[][] wrong = {{1e-4, 1e-7 * (1 + 1e-3)}, {1e-7, 1e-6}};

        assertEquals(1e-7, Covariance.of(rounded).get(1, 0));
        Assert.refuses(Reason.BAD_INPUT, "must be symmetric", () -> Covariance.of(wrong));
    }

    @Test
    void a_matrix_that_is_no_covariance_is_refused() {
        Assert.refuses(
                Reason.BAD_INPUT,
                "0.5 one way and 0.2 the other",
                () -> Covariance.of(new double[][] {{1, 0.2}, {0.5, 1}}));
        Assert.refuses(Reason.BAD_INPUT, "-1.0", () -> Covariance.of(new double[][] {{-1}}));
        Assert.refuses(Reason.BAD_INPUT, "row and a column", () -> Covariance.of(new double[][] {{1, 0}}));
        Assert.refuses(Reason.BAD_INPUT, "NaN", () -> Covariance.of(new double[][] {{Double.NaN}}));
    }

    @Test
    void a_covariance_does_not_change_with_the_array_it_was_made_of() {
        double[][] matrix = {{1, 0}, {0, 1}};
        Covariance covariance = Covariance.of(matrix);
        matrix[0][0] = 5;

        assertEquals(1, covariance.get(0, 0));
    }
}
