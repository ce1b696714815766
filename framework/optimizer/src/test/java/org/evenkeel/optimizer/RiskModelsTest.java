package org.evenkeel.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.evenkeel.optimizer.OptimizerException.Reason;
import org.junit.jupiter.api.Test;

/** The covariances beside the sample's and the one that is shrunk toward equal variances. */
class RiskModelsTest {
    private static final double NAN = Double.NaN;

    /** π, ρ and γ as the paper's appendix has them, sum by sum. */
    private static double shrinkageByThePaper(double[][] returns) {
        int rows = returns.length;
        int assets = returns[0].length;
        double[] means = Returns.means(returns);
        double[][] s = new double[assets][assets];
        for (double[] row : returns) {
            for (int i = 0; i < assets; i++) {
                for (int j = 0; j < assets; j++) {
                    s[i][j] += (row[i] - means[i]) * (row[j] - means[j]) / rows;
                }
            }
        }
        double r = 0;
        for (int i = 0; i < assets - 1; i++) {
            for (int j = i + 1; j < assets; j++) {
                r += 2 * s[i][j] / Math.sqrt(s[i][i] * s[j][j]) / (assets * (assets - 1.0));
            }
        }
        double pi = 0;
        double rho = 0;
        double gamma = 0;
        for (int i = 0; i < assets; i++) {
            for (int j = 0; j < assets; j++) {
                double f = i == j ? s[i][i] : r * Math.sqrt(s[i][i] * s[j][j]);
                gamma += Math.pow(f - s[i][j], 2);
                for (double[] row : returns) {
                    double di = row[i] - means[i];
                    double dj = row[j] - means[j];
                    double term = di * dj - s[i][j];
                    pi += term * term / rows;
                    rho += i == j
                            ? term * term / rows
                            : r
                                    / 2
                                    * (Math.sqrt(s[j][j] / s[i][i]) * (di * di - s[i][i]) * term
                                            + Math.sqrt(s[i][i] / s[j][j]) * (dj * dj - s[j][j]) * term)
                                    / rows;
                }
            }
        }
        return Math.clamp((pi - rho) / gamma / rows, 0, 1);
    }

    @SeededTest
    void shrinking_toward_a_constant_correlation_follows_the_paper(long seed) {
        RandomAssets random = new RandomAssets(seed);
        double[][] returns = random.returns(random.between(10, 80), random.between(3, 7), 2);
        Covariance shrunk = Covariance.ledoitWolfConstantCorrelation(returns);
        Covariance sample = Covariance.sample(returns);
        double part = shrinkageByThePaper(returns);

        assertEquals(part, ConstantCorrelation.shrink(returns).shrinkage(), 1e-9);
        double scale = (returns.length - 1.0) / returns.length;
        for (int i = 0; i < sample.size(); i++) {
            assertEquals(sample.get(i, i) * scale, shrunk.get(i, i), 1e-12 * sample.get(i, i), "variances stay");
        }
        assertTrue(shrunk.isSemidefinite());
    }

    @Test
    void a_span_fades_by_half_with_each_row() {
        // A span of 3: weights 1/7, 2/7, 4/7; deviations from the plain means 2 and 5.
        Covariance covariance = Covariance.exponential(new double[][] {{1, 3}, {2, 8}, {3, 4}}, 3);

        assertEquals((1 + 4) / 7.0, covariance.get(0, 0), 1e-15);
        assertEquals((4 + 2 * 9 + 4) / 7.0, covariance.get(1, 1), 1e-15);
        assertEquals((2 + 2 * 0 - 4) / 7.0, covariance.get(0, 1), 1e-15);
    }

    @Test
    void only_what_falls_short_of_the_benchmark_is_a_risk() {
        // Short of 0.01 by 0.02 and 0.03 in row 0, by 0 and 0.01 in row 1.
        Covariance covariance = Covariance.semi(new double[][] {{-0.01, -0.02}, {0.05, 0}}, 0.01);

        assertEquals(0.02 * 0.02 / 2, covariance.get(0, 0), 1e-15);
        assertEquals((0.03 * 0.03 + 0.01 * 0.01) / 2, covariance.get(1, 1), 1e-15);
        assertEquals(0.02 * 0.03 / 2, covariance.get(0, 1), 1e-15);
    }

    @Test
    void a_year_has_as_much_variance_as_its_periods_together() {
        Covariance covariance = MinimumVarianceTest.diagonal(0.01, 0.04).annualised(252);

        assertEquals(2.52, covariance.get(0, 0), 1e-12);
        Assert.refuses(Reason.BAD_INPUT, "-1.0 periods", () -> covariance.annualised(-1));
    }

    @Test
    void two_assets_are_held_against_each_other_over_the_rows_that_both_have() {
        double[][] returns = {{1, NAN, 2}, {2, 3, 5}, {3, 8, NAN}, {NAN, 4, 1}, {7, 5, 9}};
        Covariance covariance = Covariance.pairwise(returns);

        Covariance zeroAndOne = Covariance.sample(new double[][] {{2, 3}, {3, 8}, {7, 5}});
        assertEquals(zeroAndOne.get(0, 1), covariance.get(0, 1), 1e-12);
        Covariance two = Covariance.sample(new double[][] {{2}, {5}, {1}, {9}});
        assertEquals(two.get(0, 0), covariance.get(2, 2), 1e-12);
        Assert.refuses(
                Reason.BAD_INPUT,
                "assets 0 and 1 have in common",
                () -> Covariance.pairwise(new double[][] {{1, NAN}, {2, 3}, {NAN, 4}}));
    }

    @SeededTest
    void a_matrix_that_promises_negative_variances_is_repaired_and_the_repair_is_told(long seed) {
        RandomAssets random = new RandomAssets(seed);
        int assets = random.between(3, 12);
        double[][] matrix = new double[assets][assets];
        for (int i = 0; i < assets; i++) {
            for (int j = 0; j <= i; j++) {
                double scale = 0.01 * (i + 1) * (j + 1);
                matrix[i][j] = i == j ? scale : scale * (2 * random.uniform() - 1);
                matrix[j][i] = matrix[i][j];
            }
        }
        Covariance given = Covariance.of(matrix);
        CovarianceRepair repair = given.repaired();

        assertTrue(repair.covariance().isSemidefinite());
        assertEquals(!given.isSemidefinite(), repair.changed());
        assertEquals(repair.changed(), repair.lowestEigenvalue() < 0);
        double change = 0;
        for (int i = 0; i < assets; i++) {
            assertEquals(matrix[i][i], repair.covariance().get(i, i), 1e-12, "variances stay");
            for (int j = 0; j < assets; j++) {
                double scale = given.volatility(i) * given.volatility(j);
                change = Math.max(change, Math.abs(repair.covariance().get(i, j) - matrix[i][j]) / scale);
            }
        }
        assertEquals(repair.largestChange(), change, 1e-9);
    }

    @Test
    void what_is_a_covariance_is_not_touched() {
        Covariance covariance = MinimumVarianceTest.diagonal(1, 0, 4);

        assertSame(covariance, covariance.repaired().covariance());
        assertFalse(covariance.repaired().changed());
    }

    @SeededTest
    void rows_without_gaps_make_the_pairwise_covariance_the_sample(long seed) {
        double[][] returns = new RandomAssets(seed).returns(30, 5, 1);
        Covariance sample = Covariance.sample(returns);
        Covariance pairwise = Covariance.pairwise(returns);
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                assertEquals(sample.get(i, j), pairwise.get(i, j), 1e-15);
            }
        }
    }

    @Test
    void bad_rows_are_refused_with_their_place() {
        double[][] returns = {{0.1, 0.2}, {0.1, NAN}, {0.3, 0.1}};

        Assert.refuses(Reason.BAD_INPUT, "asset 1 in row 1", () -> Covariance.ledoitWolfConstantCorrelation(returns));
        Assert.refuses(Reason.BAD_INPUT, "asset 1 in row 1", () -> Covariance.exponential(returns, 10));
        Assert.refuses(Reason.BAD_INPUT, "asset 1 in row 1", () -> Covariance.semi(returns, 0));
        Assert.refuses(Reason.BAD_INPUT, "span of NaN", () -> Covariance.exponential(new double[][] {{1}, {2}}, NAN));
    }
}
