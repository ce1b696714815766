package org.evenkeel.research;

/**
 * One asset of a crossover sweep. Between an entry and its exit the returns are those of the closes, so their sums are
 * differences of running sums: of a pair of windows only the crossings have to be found. Such a difference is off by some
 * 1e-16 of the sum over the whole column.
 */
final class CrossoverBook {
    /**
     * What entries and exits cost.
     *
     * @param in what an entry leaves of the cash
     * @param out what an exit leaves of the value
     */
    record Terms(double in, double out) {
        static Terms of(Costs costs, int asset) {
            Costs.Fee fee = costs.fee(asset);
            return new Terms(
                    fee.mode().buyFactor(fee.rate()) / (1 + costs.slippage()),
                    fee.mode().sellFactor(fee.rate()) * (1 - costs.slippage()));
        }
    }

    private final double[] closes;
    private final Terms terms;
    private final int returns;
    private final double periodsPerYear;
    /** The sum of all returns up to each row. */
    private final double[] sums;
    /** The sum of their squares. */
    private final double[] squares;

    /**
     * @param closes without gaps
     * @param returns how many there are in the sweep's table, with those of rows that this asset has no price in
     */
    CrossoverBook(double[] closes, Terms terms, int returns, double periodsPerYear) {
        this.closes = closes;
        this.terms = terms;
        this.returns = returns;
        this.periodsPerYear = periodsPerYear;
        sums = new double[closes.length];
        squares = new double[closes.length];
        for (int row = 1; row < closes.length; row++) {
            double gain = closes[row] / closes[row - 1] - 1;
            sums[row] = sums[row - 1] + gain;
            squares[row] = squares[row - 1] + gain * gain;
        }
    }

    double[] closes() {
        return closes;
    }

    /** Follows the averages of a pair of windows, and notes what came of it for an asset. */
    void cross(double[] quick, double[] calm, int asset, CrossoverSweep.Result result) {
        double growth = 1;
        double sum = 0;
        double square = 0;
        int positions = 0;
        int entry = firstAbove(quick, calm, firstNotAbove(quick, calm, result.slow() - 1));
        while (entry < closes.length) {
            int exit = firstBelow(quick, calm, entry);
            int last = Math.min(exit, closes.length) - 1;
            double begin = terms.in() - 1;
            double end = exit < closes.length ? closes[exit] / closes[last] * terms.out() - 1 : 0;
            sum += begin + (sums[last] - sums[entry]) + end;
            square += begin * begin + (squares[last] - squares[entry]) + end * end;
            growth *= terms.in() * (closes[last] / closes[entry]) * (1 + end);
            positions++;
            entry = firstAbove(quick, calm, exit);
        }
        double mean = sum / returns;
        double variance = (square - sum * mean) / (returns - 1);
        boolean varies = positions > 0 && variance > 0;
        result.totalReturns()[asset] = growth - 1;
        result.sharpes()[asset] = varies ? mean / Math.sqrt(variance) * Math.sqrt(periodsPerYear) : Double.NaN;
        result.positions()[asset] = positions;
    }

    private static int firstAbove(double[] quick, double[] calm, int from) {
        int row = from;
        while (row < quick.length && quick[row] <= calm[row]) {
            row++;
        }
        return row;
    }

    private static int firstNotAbove(double[] quick, double[] calm, int from) {
        int row = from;
        while (row < quick.length && quick[row] > calm[row]) {
            row++;
        }
        return row;
    }

    private static int firstBelow(double[] quick, double[] calm, int from) {
        int row = from;
        while (row < quick.length && quick[row] >= calm[row]) {
            row++;
        }
        return row;
    }
}
