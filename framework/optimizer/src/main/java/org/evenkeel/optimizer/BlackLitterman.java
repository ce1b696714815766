package org.evenkeel.optimizer;

import java.util.Arrays;
import java.util.List;
import org.evenkeel.optimizer.OptimizerException.Reason;

/**
 * Expected returns and covariance after views have been mixed into what was believed before.
 *
 * <p>Source: F. Black, R. Litterman, "Global portfolio optimization", Financial Analysts Journal 48 (1992), 28–43, in
 * the notation of G. He, R. Litterman, "The intuition behind Black-Litterman model portfolios" (1999): with views Pμ = q
 * + ε, ε of variance Ω, the returns are π + τΣP′(PτΣP′ + Ω)⁻¹(q − Pπ), the covariance Σ + τΣ − τΣP′(PτΣP′ + Ω)⁻¹PτΣ. A
 * view without a confidence has Ω = τPΣP′; one with a confidence c has (1/c − 1) times that, after T. Idzorek, "A
 * step-by-step guide to the Black-Litterman model" (2005), in the closed form of J. Walters (2014).
 *
 * @param expectedReturns one an asset, over the covariance's period
 * @param covariance of the returns, their mean being unsure
 */
public record BlackLitterman(double[] expectedReturns, Covariance covariance) {
    /** How unsure the prior is, as a fraction of the covariance, where nothing else is said. */
    public static final double USUAL_TAU = 0.05;

    /**
     * The excess returns at which the market holds what it holds: aversion × Σ × its weights.
     *
     * @param capitalisations what all of each asset is worth, 0 or more, in any unit
     * @param covariance of the assets
     * @param riskAversion of the market, above 0; see {@link #marketAversion}
     * @throws OptimizerException when sizes differ or a number is no good
     */
    public static double[] impliedReturns(double[] capitalisations, Covariance covariance, double riskAversion) {
        requireSize(covariance, capitalisations.length, "capitalisations");
        double total = Arrays.stream(capitalisations).sum();
        if (!(total > 0) || Arrays.stream(capitalisations).anyMatch(value -> !(value >= 0)) || !(riskAversion > 0)) {
            throw new OptimizerException(
                    Reason.BAD_INPUT,
                    "The capitalisations " + Arrays.toString(capitalisations) + " and an aversion of " + riskAversion
                            + " make no market: give 0 or more each, one above 0, and an aversion above 0.");
        }
        double[] weights =
                Arrays.stream(capitalisations).map(value -> value / total).toArray();
        return Arrays.stream(covariance.times(weights))
                .map(value -> riskAversion * value)
                .toArray();
    }

    /**
     * The aversion to risk that a market's figures tell of: its excess return / its variance.
     *
     * @param excessReturn its mean return less the risk-free one
     * @param variance over the same period, above 0
     */
    public static double marketAversion(double excessReturn, double variance) {
        if (!(variance > 0) || !(excessReturn > 0)) {
            throw new OptimizerException(
                    Reason.BAD_INPUT,
                    "An excess return of " + excessReturn + " with a variance of " + variance
                            + " tells of no aversion to risk: both must be above 0. Give the aversion itself.");
        }
        return excessReturn / variance;
    }

    /**
     * What is believed after the views.
     *
     * @param prior the returns believed before, one an asset
     * @param covariance of the assets, over the same period
     * @param views each with a pick an asset; with none, the prior stands
     * @param tau how unsure the prior is, as a fraction of the covariance, above 0; see {@link #USUAL_TAU}
     * @throws OptimizerException when sizes differ, a number is no good, or views beyond doubt contradict each other
     */
    public static BlackLitterman posterior(double[] prior, Covariance covariance, List<View> views, double tau) {
        requireSize(covariance, prior.length, "prior returns");
        Matrices.requireFinite(prior, "the prior returns");
        if (!(tau > 0 && tau < Double.POSITIVE_INFINITY)) {
            throw new OptimizerException(
                    Reason.BAD_INPUT, "A tau of " + tau + " is none: give one above 0, as " + USUAL_TAU + ".");
        }
        views.forEach(view -> requireSize(covariance, view.picks().length, "picks of a view"));
        List<View> heard =
                views.stream().filter(view -> view.confidence().orElse(1) > 0).toList();
        return new Mixture(prior.clone(), covariance, heard, tau).mixed();
    }

    private static void requireSize(Covariance covariance, int size, String what) {
        if (covariance.size() != size) {
            throw new OptimizerException(
                    Reason.BAD_INPUT,
                    "There are " + size + " " + what + " for " + covariance.size() + " assets: give each one.");
        }
    }

    /** The arithmetic, of views that count. */
    private record Mixture(double[] prior, Covariance covariance, List<View> views, double tau) {
        BlackLitterman mixed() {
            int size = prior.length;
            double[][] pulls = new double[views.size()][];
            double[][] inner = new double[views.size()][views.size()];
            double[] surprise = new double[views.size()];
            for (int k = 0; k < pulls.length; k++) {
                View view = views.get(k);
                pulls[k] = Arrays.stream(covariance.times(view.picks()))
                        .map(value -> tau * value)
                        .toArray();
                surprise[k] = view.expectedReturn() - Matrices.dot(view.picks(), prior);
            }
            for (int k = 0; k < pulls.length; k++) {
                for (int l = 0; l < pulls.length; l++) {
                    inner[k][l] = Matrices.dot(views.get(k).picks(), pulls[l]);
                }
                inner[k][k] += error(views.get(k), inner[k][k]);
            }
            Cholesky factor = Cholesky.find(inner, 0)
                    .orElseThrow(() -> new OptimizerException(
                            Reason.BAD_INPUT,
                            "Two views are beyond doubt and about the same: leave out one, or doubt it a little."));
            double[] returns = plus(prior, factor.solve(surprise), pulls);
            double[][] matrix = new double[size][size];
            for (int i = 0; i < size; i++) {
                int asset = i;
                double[] column =
                        Arrays.stream(pulls).mapToDouble(pull -> -pull[asset]).toArray();
                double[] row = new double[size];
                for (int j = 0; j < size; j++) {
                    row[j] = (1 + tau) * covariance.get(i, j);
                }
                matrix[i] = plus(row, factor.solve(column), pulls);
            }
            return new BlackLitterman(returns, Covariance.of(matrix));
        }

        private static double[] plus(double[] base, double[] amounts, double[][] pulls) {
            double[] sum = base.clone();
            for (int k = 0; k < amounts.length; k++) {
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += amounts[k] * pulls[k][i];
                }
            }
            return sum;
        }

        /** The variance of a view's error, of which the prior's own is τPΣP′. */
        private static double error(View view, double priors) {
            double confidence = view.confidence().orElse(0.5);
            return view.variance().orElse(priors * (1 / confidence - 1));
        }
    }
}
