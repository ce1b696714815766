package org.evenkeel.indicators;

import java.util.Arrays;

/**
 * How two columns move together in the window of the last so many rows. Where one of them has a NaN or an infinity in
 * it there is no value.
 *
 * <p>One pass, without drift: as in {@link Rolling}, a window is the tail of one block and the head of the next, and
 * nothing that has left it is ever subtracted.
 */
public final class Comovement {
    private Comovement() {}

    /**
     * The sample covariance: Σ (x − x̄)(y − ȳ) / (n − 1).
     *
     * @param length n, 2 or more
     * @throws IllegalArgumentException when the columns differ in length
     */
    public static double[] covariance(double[] first, double[] second, int length) {
        return over(first, second, length, "A covariance", sums -> sums.products / (length - 1));
    }

    /**
     * Pearson's correlation: Σ (x − x̄)(y − ȳ) / √(Σ (x − x̄)² · Σ (y − ȳ)²), from −1 to 1. There is none where the
     * values of one column are all equal.
     *
     * @param length n, 2 or more
     * @throws IllegalArgumentException when the columns differ in length
     */
    public static double[] correlation(double[] first, double[] second, int length) {
        return over(
                first,
                second,
                length,
                "A correlation",
                sums -> Math.clamp(
                        sums.products / (Math.sqrt(sums.firstSquares) * Math.sqrt(sums.secondSquares)), -1, 1));
    }

    /**
     * The slope of the regression of a column on another: Σ (x − x̄)(b − b̄) / Σ (b − b̄)². There is none where the
     * values of the other are all equal.
     *
     * @param values x, as the returns of an asset
     * @param benchmark b, as those of the market
     * @param length n, 2 or more
     * @throws IllegalArgumentException when the columns differ in length
     */
    public static double[] beta(double[] values, double[] benchmark, int length) {
        return over(values, benchmark, length, "A beta", sums -> sums.products / sums.secondSquares);
    }

    private interface Figure {
        double of(Sums sums);
    }

    private static double[] over(double[] first, double[] second, int length, String what, Figure figure) {
        Lengths.check(length, 2, what);
        Lengths.same(what, first, second);
        double[] result = new double[first.length];
        Arrays.fill(result, Double.NaN);
        Sums[] tails = new Sums[length <= first.length ? length + 1 : 0];
        Arrays.setAll(tails, count -> new Sums());
        Sums window = new Sums();
        for (int start = 0; length <= first.length && start < first.length; start += length) {
            int rows = Math.min(length, first.length - start);
            Sums head = new Sums();
            for (int row = start; row < start + rows; row++) {
                head.add(first[row], second[row]);
                window.copy(head);
                if (start > 0) {
                    window.join(tails[length - 1 - row + start]);
                }
                if (window.count == length) {
                    result[row] = Lengths.finiteOrNaN(figure.of(window));
                }
            }
            for (int count = 1; count <= rows && rows == length; count++) {
                tails[count].copy(tails[count - 1]);
                tails[count].add(first[start + rows - count], second[start + rows - count]);
            }
        }
        return result;
    }

    /** Means and squared deviations of two columns, and the products of their deviations. */
    private static final class Sums {
        private int count;
        private double firstMean;
        private double secondMean;
        private double firstSquares;
        private double secondSquares;
        private double products;

        void add(double first, double second) {
            join(1, first, second);
        }

        void copy(Sums other) {
            count = other.count;
            firstMean = other.firstMean;
            secondMean = other.secondMean;
            firstSquares = other.firstSquares;
            secondSquares = other.secondSquares;
            products = other.products;
        }

        void join(Sums other) {
            firstSquares += other.firstSquares;
            secondSquares += other.secondSquares;
            products += other.products;
            join(other.count, other.firstMean, other.secondMean);
        }

        /** Chan, Golub and LeVeque 1979. */
        private void join(int others, double first, double second) {
            int all = count + others;
            double share = all == 0 ? 0 : (double) others / all;
            double firstGap = first - firstMean;
            double secondGap = second - secondMean;
            firstSquares += firstGap * firstGap * count * share;
            secondSquares += secondGap * secondGap * count * share;
            products += firstGap * secondGap * count * share;
            firstMean += firstGap * share;
            secondMean += secondGap * share;
            count = all;
        }
    }
}
