package org.evenkeel.market;

/**
 * A column computed from a pair's candles. The value at a row may depend on that row and the ones before it only; it is
 * seen from the row's close on. An indicator that looks ahead all the same is found out when its column is computed a
 * second time on the first half of the candles, and refused.
 *
 * <p>Implement it as a record: two equal indicators share one computed column, over all decisions and all runs on the
 * same data.
 */
public interface Indicator {
    /** The interval of the candles it is computed on; they are resampled where the data is finer. */
    Interval interval();

    /**
     * Computes the whole column at once.
     *
     * @param candles the pair's candles at {@link #interval()}, any number of them; their arrays are not to be written
     *     to
     * @return a value for each candle; NaN where there is none yet
     */
    double[] compute(Candles candles);
}
