package org.evenkeel.research;

import java.util.Arrays;

/**
 * One asset of a crossover sweep. Between an entry and its exit the returns are those of the closes, so their sums are
 * differences of running sums: of a pair of windows only the crossings have to be found. Such a difference is off by
 * some 1e-16 of the sum over the whole column.
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

    /** Without gaps. */
    private final double[] closes;
    /** The first of these that may be traded at. */
    private final int start;

    /**
     * The close at which an entry has no return of its own, for a curve begins with the cash before the first trades:
     * what it costs is part of the next return. −1 for none.
     */
    private final int merged;

    private final Terms terms;
    /** How many the table has, with those of rows in which this asset has no price. */
    private final int returns;

    private final double periodsPerYear;
    /** The sum of all returns up to each row. */
    private final double[] sums;
    /** The sum of their squares. */
    private final double[] squares;

    CrossoverBook(PriceTable prices, int asset, Terms terms, double periodsPerYear) {
        int[] rows = prices.ownRows(asset);
        this.closes = prices.ownCloses(asset, rows);
        this.start =
                (int) Arrays.stream(rows).filter(row -> row < prices.start()).count();
        boolean follows = start + 1 < rows.length && rows[start + 1] == prices.start() + 1;
        this.merged = follows && rows[start] == prices.start() ? start : -1;
        this.terms = terms;
        this.returns = prices.rows() - prices.start() - 1;
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
        int known = Math.max(result.slow(), start) - 1;
        int entry = firstAbove(quick, calm, firstNotAbove(quick, calm, known));
        while (entry < closes.length) {
            int exit = firstBelow(quick, calm, entry);
            boolean leaves = exit < closes.length;
            double paid = terms.in();
            int from = entry;
            if (entry == merged) {
                from = entry + 1;
                paid *= closes[from] / closes[entry] * (exit == from ? terms.out() : 1);
            }
            int last = Math.max(from, Math.min(exit, closes.length) - 1);
            double end = leaves && exit > from ? closes[exit] / closes[last] * terms.out() : 1;
            sum += (paid - 1) + (sums[last] - sums[from]) + (end - 1);
            square += (paid - 1) * (paid - 1) + (squares[last] - squares[from]) + (end - 1) * (end - 1);
            growth *= paid * (closes[last] / closes[from]) * end;
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
