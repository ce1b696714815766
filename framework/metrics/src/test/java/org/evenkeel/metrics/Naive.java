package org.evenkeel.metrics;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The definitions once more, written as plainly and as differently as can be. Slow. */
public final class Naive {

    private Naive() {}

    public static double[] returns(double[] values) {
        return IntStream.range(1, values.length)
                .mapToDouble(i -> (values[i] - values[i - 1]) / values[i - 1])
                .toArray();
    }

    public static double mean(double[] values) {
        return DoubleStream.of(values).sum() / values.length;
    }

    /** The population moment of the given order about the mean. */
    public static double moment(double[] values, int order) {
        double mean = mean(values);
        return DoubleStream.of(values).map(x -> Math.pow(x - mean, order)).sum() / values.length;
    }

    /** From the differences of all pairs, without any mean. */
    public static double standardDeviation(double[] values) {
        double squares = 0;
        for (double a : values) {
            for (double b : values) {
                squares += (a - b) * (a - b) / 2;
            }
        }
        return Math.sqrt(squares / values.length / (values.length - 1));
    }

    /** cov(a, b) with ddof 1, from the differences of all pairs. */
    public static double covariance(double[] a, double[] b) {
        double products = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                products += (a[i] - a[j]) * (b[i] - b[j]) / 2;
            }
        }
        return products / a.length / (a.length - 1);
    }

    public static double sharpe(double[] returns, double periods) {
        return mean(returns) / standardDeviation(returns) * Math.sqrt(periods);
    }

    public static double sortino(double[] returns, double periods) {
        double[] below = DoubleStream.of(returns).map(r -> r < 0 ? r * r : 0).toArray();
        return mean(returns) * periods / Math.sqrt(mean(below) * periods);
    }

    public static double omega(double[] returns) {
        double gains = DoubleStream.of(returns).filter(r -> r > 0).sum();
        double losses = DoubleStream.of(returns).filter(r -> r < 0).sum();
        return gains / -losses;
    }

    /** By counting: the weighted mean of the two order statistics around (n − 1)·q. */
    public static double percentile(double[] values, double q) {
        double[] rising = DoubleStream.of(values).sorted().toArray();
        double position = (values.length - 1) * q;
        double low = rising[(int) Math.floor(position)];
        double high = rising[(int) Math.ceil(position)];
        double weight = position - Math.floor(position);
        return low * (1 - weight) + high * weight;
    }

    public static double conditionalValueAtRisk(double[] values, double q) {
        double limit = percentile(values, q);
        return DoubleStream.of(values).filter(r -> r <= limit + 1e-15).average().orElseThrow();
    }

    /** Every pair of points, the later against the earlier. */
    public static double maxDrawdown(double[] values) {
        double worst = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = i; j < values.length; j++) {
                worst = Math.min(worst, values[j] / values[i] - 1);
            }
        }
        return worst;
    }

    /** The longest run of points below the highest before them, counted from that highest point's last visit. */
    public static int longestDrawdown(double[] values) {
        int longest = 0;
        int atPeak = 0;
        for (int i = 0; i < values.length; i++) {
            double highest = Arrays.stream(values, 0, i + 1).max().orElseThrow();
            longest = values[i] < highest || values[Math.max(0, i - 1)] < highest && i > 0 && i - 1 != atPeak
                    ? Math.max(longest, i - atPeak)
                    : longest;
            atPeak = values[i] == highest ? i : atPeak;
        }
        return longest;
    }

    /** The squared correlation of log growth with the period number. */
    public static double stability(double[] values) {
        double[] y = Arrays.stream(values).skip(1).map(Math::log).toArray();
        double[] x = IntStream.range(0, y.length).asDoubleStream().toArray();
        double correlation = covariance(x, y) / standardDeviation(x) / standardDeviation(y);
        return correlation * correlation;
    }
}
