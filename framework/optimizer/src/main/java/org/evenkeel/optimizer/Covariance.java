package org.evenkeel.optimizer;

import org.evenkeel.optimizer.OptimizerException.Reason;

/**
 * How assets move together: the variances and covariances of their returns over one period. Immutable.
 *
 * <p>{@link #ledoitWolf} is the estimate to start with: it is never worse conditioned than the sample, and the fewer
 * rows there are, the more it leans on its target; with many rows it comes to the sample by itself.
 */
public final class Covariance {
    /** How far two mirrored values may lie apart, as a fraction of the two assets' volatilities. */
    private static final double ASYMMETRY = 1e-9;

    /** How far below 0 rounding may bring the variance of a portfolio, in units of its assets' own. */
    private static final double NEARLY_SEMIDEFINITE = 1e-9;

    private final double[][] matrix;

    private Covariance(double[][] matrix) {
        this.matrix = matrix;
    }

    /**
     * A covariance that is known.
     *
     * @param matrix {@code [asset][asset]}, symmetric
     * @throws OptimizerException when it is not square and symmetric, a value is not finite, or a variance is negative
     */
    public static Covariance of(double[][] matrix) {
        Matrices.requireTable(matrix, 1, "covariance");
        int size = matrix.length;
        double[][] copy = new double[size][];
        for (int i = 0; i < size; i++) {
            copy[i] = matrix[i].clone();
        }
        requireCovariance(copy);
        return new Covariance(copy);
    }

    private static void requireCovariance(double[][] matrix) {
        if (matrix[0].length != matrix.length) {
            throw new OptimizerException(
                    Reason.BAD_INPUT,
                    "The covariance has " + matrix.length + " rows of " + matrix[0].length
                            + " values: it needs a row and a column an asset.");
        }
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j <= i; j++) {
                double scale = Math.sqrt(matrix[i][i] * matrix[j][j]);
                if (!(matrix[i][i] >= 0) || Math.abs(matrix[i][j] - matrix[j][i]) > ASYMMETRY * scale) {
                    throw new OptimizerException(
                            Reason.BAD_INPUT,
                            "The covariance of assets " + i + " and " + j + " is " + matrix[i][j] + " one way and "
                                    + matrix[j][i] + " the other: it must be symmetric, with variances of 0 or more.");
                }
            }
        }
    }

    /**
     * The sample covariance, dividing by one less than there are rows.
     *
     * @param returns {@code [time][asset]}, two or more rows
     * @throws OptimizerException when rows are missing or differ in length, or a return is not finite
     */
    public static Covariance sample(double[][] returns) {
        Matrices.requireTable(returns, 2, "returns");
        return new Covariance(Moments.products(Moments.centred(returns), returns.length - 1));
    }

    /**
     * The sample covariance, dividing by the number of rows, shrunk toward equal variances and no correlation (the
     * constant-variance target) after Ledoit and Wolf, "A well-conditioned estimator" (2004). Regular also for fewer rows than assets, unless no asset moves.
     *
     * @param returns {@code [time][asset]}, three or more rows: in two, which are mirror images about their mean, no
     *     noise can be seen
     * @throws OptimizerException when rows are missing or differ in length, or a return is not finite
     */
    public static Covariance ledoitWolf(double[][] returns) {
        Matrices.requireTable(returns, 3, "returns");
        return new Covariance(LedoitWolf.estimate(returns).matrix());
    }

    /**
     * The sample covariance, dividing by the number of rows, shrunk toward its own variances with the same correlation
     * for all (the constant-correlation target) after Ledoit and Wolf, "Honey, I shrunk the sample covariance matrix"
     * (2004).
     *
     * @param returns {@code [time][asset]}, three or more rows
     * @throws OptimizerException when rows are missing or differ in length, or a return is not finite
     */
    public static Covariance ledoitWolfConstantCorrelation(double[][] returns) {
        Matrices.requireTable(returns, 3, "returns");
        return new Covariance(ConstantCorrelation.shrink(returns).matrix());
    }

    /**
     * Covariances in which a row counts the less the older it is: (1 − 2 / (span + 1)) of the next. Deviations are from
     * the plain means, and the weights are made to add up to 1.
     *
     * @param returns {@code [time][asset]}, oldest first, two or more rows
     * @param span 1 or more; rows older than this have an eighth of the weight or so
     * @throws OptimizerException when rows are missing or differ in length, a return is not finite, or the span is below
     *     1
     */
    public static Covariance exponential(double[][] returns, double span) {
        Matrices.requireTable(returns, 2, "returns");
        return new Covariance(Moments.weighted(Moments.centred(returns), Moments.fading(returns.length, span)));
    }

    /**
     * The semicovariance: the mean product of what each two assets fall short of a benchmark in the same row, dividing
     * by the number of rows. Rows above it count as 0, so that only bad luck is a risk.
     *
     * <p>Source: H. Markowitz, "Portfolio Selection" (1959), chapter 9, with the products of shortfalls of J. Estrada,
     * "Mean-semivariance optimization: a heuristic approach" (2008).
     *
     * @param returns {@code [time][asset]}, two or more rows
     * @param benchmark the return that is fallen short of, over one period
     * @throws OptimizerException when rows are missing or differ in length, or a number is not finite
     */
    public static Covariance semi(double[][] returns, double benchmark) {
        Matrices.requireTable(returns, 2, "returns");
        Matrices.requireFinite(new double[] {benchmark}, "the benchmark");
        double[][] drops = new double[returns.length][returns[0].length];
        for (int row = 0; row < drops.length; row++) {
            for (int i = 0; i < drops[row].length; i++) {
                drops[row][i] = Math.min(0, returns[row][i] - benchmark);
            }
        }
        return new Covariance(Moments.products(drops, drops.length));
    }

    /**
     * The sample covariance of each two assets over the rows that both have, dividing by one less than these are. Such
     * a matrix may promise variances below 0: see {@link #repaired}.
     *
     * @param returns {@code [time][asset]}; NaN where an asset has none
     * @throws OptimizerException when rows differ in length, a return is infinite, or two assets have fewer than two
     *     rows in common
     */
    public static Covariance pairwise(double[][] returns) {
        return new Covariance(Moments.pairwise(returns));
    }

    /**
     * The covariance over so many periods as this one is over one, the returns of different periods being independent.
     *
     * @param periods in a year, as 252, to make it annual
     */
    public Covariance annualised(double periods) {
        if (!(periods > 0 && periods < Double.POSITIVE_INFINITY)) {
            throw new OptimizerException(
                    Reason.BAD_INPUT, periods + " periods a year are none: give a number above 0, as 252.");
        }
        double[][] scaled = new double[size()][size()];
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < size(); j++) {
                scaled[i][j] = matrix[i][j] * periods;
            }
        }
        return new Covariance(scaled);
    }

    /**
     * The nearest of its kind that promises no variance below 0, and what was changed. Nothing is, where it already
     * does not.
     */
    public CovarianceRepair repaired() {
        return CovarianceRepair.of(this);
    }

    /** How many assets there are. */
    public int size() {
        return matrix.length;
    }

    /** The covariance of two assets; the variance where they are one. */
    public double get(int i, int j) {
        return matrix[i][j];
    }

    /** The standard deviation of an asset's returns. */
    public double volatility(int asset) {
        return Math.sqrt(matrix[asset][asset]);
    }

    /** The variance of a portfolio's returns; what rounding leaves below 0 is 0. */
    public double variance(double[] weights) {
        return Math.max(0, Matrices.dot(weights, times(weights)));
    }

    /**
     * Makes sure that no portfolio has a variance below 0, but for rounding.
     *
     * @throws OptimizerException naming the first asset with which one has
     */
    void requireSemidefinite() {
        int bad = firstBadPivot();
        if (bad < size()) {
            throw new OptimizerException(
                    Reason.NOT_SEMIDEFINITE,
                    "The covariance is not positive semidefinite: with asset " + bad + ", a portfolio of it and those"
                            + " before it would have a variance below 0. Repair it (Covariance.repaired), or estimate"
                            + " all assets over the same rows.");
        }
    }

    boolean isSemidefinite() {
        return firstBadPivot() == size();
    }

    private int firstBadPivot() {
        double[][] correlation = new double[size()][size()];
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < size(); j++) {
                double scale = volatility(i) * volatility(j);
                correlation[i][j] = i == j ? 1 + NEARLY_SEMIDEFINITE : scale > 0 ? matrix[i][j] / scale : matrix[i][j];
            }
        }
        return Cholesky.firstBadPivot(correlation, 0);
    }

    /** The covariance of each asset with a portfolio. */
    double[] times(double[] weights) {
        double[] result = new double[weights.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = Matrices.dot(matrix[i], weights);
        }
        return result;
    }
}
