package org.evenkeel.indicators;

import java.util.Arrays;
import org.evenkeel.market.Candles;

/**
 * The columns of candles that an indicator is made of.
 *
 * @param highs highest prices
 * @param lows lowest prices
 * @param closes last prices
 */
public record Prices(double[] highs, double[] lows, double[] closes) {
    /**
     * @throws IllegalArgumentException when the columns differ in length
     */
    public Prices {
        Lengths.same("An indicator", highs, lows, closes);
    }

    /** Those of candles. */
    public static Prices of(Candles candles) {
        Candles.Prices all = candles.prices();
        return new Prices(all.highs(), all.lows(), all.closes());
    }

    /** How many rows there are. */
    public int rows() {
        return closes.length;
    }

    /** The typical price: (high + low + close) / 3. A new array. */
    public double[] typical() {
        double[] typical = new double[closes.length];
        Arrays.setAll(typical, row -> (highs[row] + lows[row] + closes[row]) / 3);
        return typical;
    }
}
