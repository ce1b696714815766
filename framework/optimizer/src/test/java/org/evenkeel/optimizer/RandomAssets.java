package org.evenkeel.optimizer;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Seeded returns with a common factor, volatilities that differ, and caps that leave room. */
final class RandomAssets {
    private final RandomGenerator random;

    RandomAssets(long seed) {
        random = new SplittableRandom(seed);
    }

    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    double uniform() {
        return random.nextDouble();
    }

    /** Returns whose volatilities lie within a factor of e^spread. */
    double[][] returns(int rows, int assets, double spread) {
        double[] volatilities = new double[assets];
        double[] means = new double[assets];
        double[] loads = new double[assets];
        for (int i = 0; i < assets; i++) {
            volatilities[i] = 0.05 * Math.exp(-spread * random.nextDouble());
            means[i] = 0.3 * volatilities[i] * random.nextGaussian();
            loads[i] = 1.5 * random.nextDouble() - 0.3;
        }
        double[][] returns = new double[rows][assets];
        for (double[] row : returns) {
            double market = random.nextGaussian();
            for (int i = 0; i < assets; i++) {
                row[i] = means[i] + volatilities[i] * (loads[i] * market + random.nextGaussian());
            }
        }
        return returns;
    }

    Covariance covariance(int assets) {
        return Covariance.ledoitWolf(returns(assets + between(5, 60), assets, 3));
    }

    /** Caps that add up to 1.05 or more. */
    Caps caps(int assets) {
        double[] caps = new double[assets];
        for (int i = 0; i < assets; i++) {
            caps[i] = Math.min(1, (1.05 + 2 * random.nextDouble()) / assets);
        }
        return Caps.of(caps);
    }

    /** A portfolio within the caps that adds up to 1: sometimes broad, sometimes of few assets. */
    double[] portfolio(Caps caps) {
        double power = 0.2 + 6 * random.nextDouble();
        double[] proportions = new double[caps.size()];
        for (int i = 0; i < proportions.length; i++) {
            proportions[i] = Math.pow(-Math.log(1 - random.nextDouble()), power) + 1e-9;
        }
        return WaterFilling.weights(proportions, caps.toArray());
    }

    /** A portfolio near another one, within the caps. */
    double[] near(double[] weights, Caps caps) {
        double[] other = portfolio(caps);
        double part = Math.pow(10, -5 * random.nextDouble());
        double[] mixed = new double[weights.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (1 - part) * weights[i] + part * other[i];
        }
        return mixed;
    }
}
