package org.evenkeel.optimizer;

/**
 * Shrinks a sample covariance toward one with the same variances in which all assets correlate alike, by as much as
 * minimises the expected squared error.
 *
 * <p>Source: O. Ledoit, M. Wolf, "Honey, I shrunk the sample covariance matrix", The Journal of Portfolio Management 30
 * (2004), 110–119, appendices A and B. As there, the sample covariance divides by the number of rows.
 */
final class ConstantCorrelation {
    private final double[][] centred;
    private final double[][] sample;
    private final double[] deviations;
    private final double mean;

    private ConstantCorrelation(double[][] returns) {
        this.centred = Moments.centred(returns);
        this.sample = Moments.products(centred, returns.length);
        this.deviations = new double[sample.length];
        for (int i = 0; i < sample.length; i++) {
            deviations[i] = Math.sqrt(sample[i][i]);
        }
        this.mean = meanCorrelation();
    }

    static LedoitWolf shrink(double[][] returns) {
        return new ConstantCorrelation(returns).shrunk();
    }

    private double meanCorrelation() {
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < sample.length; i++) {
            for (int j = 0; j < i; j++) {
                double scale = deviations[i] * deviations[j];
                sum += scale > 0 ? sample[i][j] / scale : 0;
                pairs++;
            }
        }
        return pairs == 0 ? 0 : sum / pairs;
    }

    private LedoitWolf shrunk() {
        double distance = 0;
        double noise = 0;
        for (int i = 0; i < sample.length; i++) {
            for (int j = 0; j < sample.length; j++) {
                distance += square(target(i, j) - sample[i][j]);
                noise += i == j ? 0 : noise(i, j);
            }
        }
        double shrinkage = distance > 0 ? Math.clamp(noise / distance / centred.length, 0, 1) : 0;
        double[][] matrix = new double[sample.length][sample.length];
        for (int i = 0; i < sample.length; i++) {
            for (int j = 0; j < sample.length; j++) {
                matrix[i][j] = shrinkage * target(i, j) + (1 - shrinkage) * sample[i][j];
            }
        }
        return new LedoitWolf(matrix, shrinkage);
    }

    private double target(int i, int j) {
        return i == j ? sample[i][i] : mean * deviations[i] * deviations[j];
    }

    /**
     * The variance of a covariance's estimate, less its covariance with the target's: of i and j, and on the diagonal
     * the two are the same.
     */
    private double noise(int i, int j) {
        double own = 0;
        double withVarianceOfI = 0;
        double withVarianceOfJ = 0;
        for (double[] row : centred) {
            double product = row[i] * row[j] - sample[i][j];
            own += product * product;
            withVarianceOfI += (row[i] * row[i] - sample[i][i]) * product;
            withVarianceOfJ += (row[j] * row[j] - sample[j][j]) * product;
        }
        double scale = deviations[i] * deviations[j];
        double shared = scale > 0
                ? mean
                        / 2
                        * (deviations[j] / deviations[i] * withVarianceOfI
                                + deviations[i] / deviations[j] * withVarianceOfJ)
                : 0;
        return (own - shared) / centred.length;
    }

    private static double square(double value) {
        return value * value;
    }
}
