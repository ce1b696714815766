package org.evenkeel.indicators;

import java.util.Arrays;

/** Figures of prices and traded volumes. Volumes may be unknown (NaN) in rows, which then have no figure. */
public final class Volumes {
    private Volumes() {}

    /**
     * Granville's on-balance volume: the sum of the volumes of rows that closed higher than the row before, less those
     * of rows that closed lower; 0 at the first row. A row of unknown volume adds nothing. Source: Joseph Granville,
     * New Key to Stock Market Profits, 1963.
     *
     * @throws IllegalArgumentException when the columns differ in length
     */
    public static double[] onBalance(double[] closes, double[] volumes) {
        Lengths.same("An on-balance volume", closes, volumes);
        double[] result = new double[closes.length];
        double sum = 0;
        for (int row = 0; row < closes.length; row++) {
            double change = row == 0 ? 0 : closes[row] - closes[row - 1];
            double signed = change == 0 ? 0 : Math.signum(change) * volumes[row];
            sum += Double.isFinite(signed) ? signed : 0;
            result[row] = Double.isFinite(volumes[row]) ? sum : Double.NaN;
        }
        return result;
    }

    /**
     * The average of the typical price by volume: Σ typical · volume / Σ volume over the last n rows. There is none
     * where nothing was traded.
     *
     * @param length n, 1 or more
     * @throws IllegalArgumentException when the columns differ in length
     */
    public static double[] weightedPrice(Prices prices, double[] volumes, int length) {
        Lengths.same("A price by volume", prices.closes(), volumes);
        double[] typical = prices.typical();
        double[] traded = new double[typical.length];
        Arrays.setAll(traded, row -> typical[row] * volumes[row]);
        return ratio(Rolling.mean(traded, length), Rolling.mean(volumes, length), 1);
    }

    /**
     * The money flow index, 0 to 100: 100 · up / (up + down), of typical · volume over the last n rows, up being the
     * rows whose typical price rose and down those where it fell. The first is at row n. Source: Gene Quong and Avrum
     * Soudack, Volume-Weighted RSI: Money Flow, 1989.
     *
     * @param length n, 1 or more; 14 is usual
     * @throws IllegalArgumentException when the columns differ in length
     */
    public static double[] moneyFlow(Prices prices, double[] volumes, int length) {
        Lengths.same("A money flow index", prices.closes(), volumes);
        double[] typical = prices.typical();
        double[] up = new double[typical.length];
        double[] all = new double[typical.length];
        for (int row = 0; row < typical.length; row++) {
            double change = row == 0 ? Double.NaN : typical[row] - typical[row - 1];
            double flow = Double.isNaN(change) ? Double.NaN : typical[row] * volumes[row];
            all[row] = change == 0 ? 0 : flow;
            up[row] = change <= 0 ? 0 : flow;
        }
        return ratio(Rolling.mean(up, length), Rolling.mean(all, length), 100);
    }

    private static double[] ratio(double[] part, double[] whole, double scale) {
        double[] result = new double[part.length];
        Arrays.setAll(result, row -> Lengths.finiteOrNaN(scale * (part[row] / whole[row])));
        return result;
    }
}
