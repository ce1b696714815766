package org.evenkeel.indicators;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Interval;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.bars.TimeBarBuilderFactory;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;

/** Candles, and the same ones as ta4j has them. */
record LibraryCandles(Candles candles, BarSeries series) {
    static LibraryCandles random(Random random, int rows) {
        double[][] columns = new double[5][rows];
        long[] times = new long[rows];
        double price = Math.exp(random.nextGaussian() * 3);
        for (int row = 0; row < rows; row++) {
            double open = price * Math.exp(random.nextGaussian() * 0.01);
            price = random.nextInt(20) == 0 ? open : open * Math.exp(random.nextGaussian() * 0.03);
            columns[0][row] = open;
            columns[1][row] = Math.max(open, price) * (1 + 0.02 * random.nextDouble());
            columns[2][row] = Math.min(open, price) * (1 - 0.02 * random.nextDouble());
            columns[3][row] = price;
            columns[4][row] = Math.exp(8 + random.nextGaussian());
            times[row] = row * Interval.HOURLY.millis();
        }
        Candles.Prices prices = new Candles.Prices(columns[0], columns[1], columns[2], columns[3], columns[4]);
        return new LibraryCandles(new Candles(Interval.HOURLY, times, prices), series(times, columns));
    }

    private static BarSeries series(long[] times, double[][] columns) {
        BarSeries series = new BaseBarSeriesBuilder()
                .withNumFactory(DoubleNumFactory.getInstance())
                .withBarBuilderFactory(new TimeBarBuilderFactory())
                .build();
        for (int row = 0; row < times.length; row++) {
            series.barBuilder()
                    .timePeriod(Duration.ofHours(1))
                    .endTime(Instant.ofEpochMilli(times[row] + Interval.HOURLY.millis()))
                    .openPrice(columns[0][row])
                    .highPrice(columns[1][row])
                    .lowPrice(columns[2][row])
                    .closePrice(columns[3][row])
                    .volume(columns[4][row])
                    .add();
        }
        return series;
    }

    double[] closes() {
        return candles.prices().closes();
    }

    double[] volumes() {
        return candles.prices().volumes();
    }

    Prices prices() {
        return Prices.of(candles);
    }

    static double[] column(Indicator<Num> indicator) {
        double[] column = new double[indicator.getBarSeries().getBarCount()];
        for (int row = 0; row < column.length; row++) {
            column[row] = indicator.getValue(row).doubleValue();
        }
        return column;
    }
}
