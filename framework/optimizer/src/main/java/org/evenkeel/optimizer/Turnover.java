package org.evenkeel.optimizer;

import java.util.ArrayList;
import java.util.List;

/**
 * What it costs to come from present weights to others: a rate × Σ|weight − present|. An optimisation with it is over
 * purchases and sales, two variables an asset, of which one is 0 at its end.
 *
 * @param present the weights now
 * @param rate the cost of buying or selling the whole portfolio
 */
record Turnover(double[] present, double rate) {
    double of(double[] weights) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += Math.abs(weights[i] - present[i]);
        }
        return rate * sum;
    }

    double[] weights(double[] trades) {
        double[] weights = present.clone();
        for (int i = 0; i < weights.length; i++) {
            // One of the two is 0 but for rounding; adding it first keeps a weight that is not traded as it is.
            weights[i] += trades[i] - trades[weights.length + i];
        }
        return weights;
    }

    /** Where trades may be. */
    Region region(Region weights) {
        int assets = present.length;
        double[] lower = new double[2 * assets];
        double[] upper = new double[2 * assets];
        for (int i = 0; i < assets; i++) {
            lower[i] = Math.max(0, weights.lower()[i] - present[i]);
            upper[i] = Math.max(0, weights.upper()[i] - present[i]);
            lower[assets + i] = Math.max(0, present[i] - weights.upper()[i]);
            upper[assets + i] = Math.max(0, present[i] - weights.lower()[i]);
        }
        List<Row> rows = new ArrayList<>();
        for (Row row : weights.rows()) {
            double already = row.at(present);
            rows.add(new Row(mirrored(row.coefficients()), row.lower() - already, row.upper() - already));
        }
        return new Region(lower, upper, rows);
    }

    /** The values for purchases, and their opposites for sales. */
    static double[] mirrored(double[] values) {
        double[] both = new double[2 * values.length];
        for (int i = 0; i < values.length; i++) {
            both[i] = values[i];
            both[values.length + i] = -values[i];
        }
        return both;
    }

    /** What is minimised over weights in proportion to them, as slopes over trades. */
    double[] slopes(double[] ofWeights) {
        double[] slopes = mirrored(ofWeights);
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] += rate;
        }
        return slopes;
    }

    /** What is minimised over weights, as a quadratic over trades. */
    Quadratic over(Quadratic weights, double costs) {
        int assets = present.length;
        double[] linear = mirrored(weights.gradient(present));
        double[][] matrix = new double[2 * assets][];
        for (int i = 0; i < assets; i++) {
            matrix[i] = mirrored(weights.matrix()[i]);
            matrix[assets + i] = mirrored(weights.matrix()[i]);
            for (int j = 0; j < 2 * assets; j++) {
                matrix[assets + i][j] *= -1;
            }
        }
        for (int i = 0; i < linear.length; i++) {
            linear[i] += rate * costs;
        }
        return new Quadratic(matrix, linear, region(weights.region()));
    }
}
