package org.evenkeel.indicators;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** The same figures, each row from scratch and straight from its definition. */
final class Naive {
    private Naive() {}

    /** A figure of each window; NaN where there are too few values or one is not finite. */
    static double[] windows(double[] values, int length, ToDoubleFunction<double[]> figure) {
        double[] result = new double[values.length];
        for (int row = 0; row < values.length; row++) {
            double[] window = row + 1 < length
                    ? new double[] {Double.NaN}
                    : Arrays.copyOfRange(values, row + 1 - length, row + 1);
            result[row] = Arrays.stream(window).allMatch(Double::isFinite) ? figure.applyAsDouble(window) : Double.NaN;
        }
        return result;
    }

    static double mean(double[] window) {
        return Arrays.stream(window).sum() / window.length;
    }

    static double standardDeviation(double[] window) {
        double mean = mean(window);
        double squares = Arrays.stream(window).map(x -> (x - mean) * (x - mean)).sum();
        return Math.sqrt(squares / (window.length - 1));
    }

    static double zScore(double[] window) {
        boolean equal = Arrays.stream(window).allMatch(x -> x == window[0]);
        return equal ? Double.NaN : (window[window.length - 1] - mean(window)) / standardDeviation(window);
    }

    static double max(double[] window) {
        return Arrays.stream(window).max().orElseThrow();
    }

    static double min(double[] window) {
        return Arrays.stream(window).min().orElseThrow();
    }

    /**
     * An average that forgets, as the weighted sum that it is: with the first n values v and the m after them w, it is
     * (1−α)^m · mean(v) + Σ α (1−α)^k · w[k-th from the end].
     */
    static double[] smoothed(double[] values, int length, double alpha) {
        double[] result = new double[values.length];
        for (int row = 0; row < values.length; row++) {
            int start = row;
            while (start >= 0 && Double.isFinite(values[start])) {
                start--;
            }
            double[] run = Arrays.copyOfRange(values, start + 1, row + 1);
            result[row] = run.length < length ? Double.NaN : weighted(run, length, alpha);
        }
        return result;
    }

    private static double weighted(double[] run, int length, double alpha) {
        int after = run.length - length;
        double sum = Math.pow(1 - alpha, after) * mean(Arrays.copyOf(run, length));
        for (int k = 0; k < after; k++) {
            sum += alpha * Math.pow(1 - alpha, k) * run[run.length - 1 - k];
        }
        return sum;
    }

    static double[] relative(double[] values, int length) {
        return windows(values, length + 1, window -> window[length] / window[0] - 1);
    }

    /** 100 − 100 / (1 + RS), the form that Wilder printed. */
    static double[] relativeStrength(double[] values, int length) {
        double[] rises = smoothed(windows(values, 2, w -> w[1] > w[0] ? w[1] - w[0] : 0), length, 1.0 / length);
        double[] falls = smoothed(windows(values, 2, w -> w[1] < w[0] ? w[0] - w[1] : 0), length, 1.0 / length);
        double[] result = new double[values.length];
        Arrays.setAll(result, row -> 100 - 100 / (1 + rises[row] / falls[row]));
        return result;
    }

    /** The greatest of high − low, |high − close before| and |low − close before|. */
    static double[] trueRange(double[] highs, double[] lows, double[] closes) {
        double[] result = new double[closes.length];
        result[0] = Double.NaN;
        for (int row = 1; row < closes.length; row++) {
            double before = closes[row - 1];
            double range = Math.max(highs[row] - lows[row], Math.abs(highs[row] - before));
            result[row] = Math.max(range, Math.abs(lows[row] - before));
        }
        return result;
    }
}
