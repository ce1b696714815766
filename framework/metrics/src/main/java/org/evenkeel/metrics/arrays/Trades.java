package org.evenkeel.metrics.arrays;

/**
 * Figures over the realised profits of closed trades, each in money and net of its costs. A profit of zero is no win.
 */
public final class Trades {

    private Trades() {}

    /** The share of trades with a profit; NaN without trades. */
    public static double winRate(double[] profits) {
        return (double) count(profits, 1) / profits.length;
    }

    /** Gross profit over gross loss; NaN without a losing trade. */
    public static double profitFactor(double[] profits) {
        return count(profits, -1) == 0 ? Double.NaN : sum(profits, 1) / -sum(profits, -1);
    }

    /** The mean profit of a trade; NaN without trades. */
    public static double expectancy(double[] profits) {
        return Returns.mean(profits);
    }

    /** The mean profit of the winning trades; NaN without one. */
    public static double averageWin(double[] profits) {
        return sum(profits, 1) / count(profits, 1);
    }

    /** The mean of the losing trades, negative; NaN without one. */
    public static double averageLoss(double[] profits) {
        return sum(profits, -1) / count(profits, -1);
    }

    /**
     * System quality number: {@code √n · mean(profit) / std(profit)}, ddof 1 (Tharp, "Trade Your Way to Financial
     * Freedom", with profits for multiples of risk).
     *
     * @return NaN of fewer than two trades or where all profits are the same
     */
    public static double systemQuality(double[] profits) {
        double mean = Returns.mean(profits);
        double deviation = Returns.standardDeviation(profits);
        // Profits are money, not quotients near one: what is rounding is told by their own size.
        return deviation > 1e-12 * Math.abs(mean) ? Math.sqrt(profits.length) * mean / deviation : Double.NaN;
    }

    private static int count(double[] profits, int sign) {
        int count = 0;
        for (double profit : profits) {
            count += profit * sign > 0 ? 1 : 0;
        }
        return count;
    }

    private static double sum(double[] profits, int sign) {
        double sum = 0;
        for (double profit : profits) {
            sum += profit * sign > 0 ? profit : 0;
        }
        return sum;
    }
}
