package org.evenkeel.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.evenkeel.testkit.SeededTest;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.hipparchus.stat.descriptive.moment.Kurtosis;
import org.hipparchus.stat.descriptive.moment.Skewness;
import org.hipparchus.stat.descriptive.rank.Percentile;
import org.hipparchus.stat.regression.SimpleRegression;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.CCIIndicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.ROCIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.StochasticOscillatorDIndicator;
import org.ta4j.core.indicators.StochasticOscillatorKIndicator;
import org.ta4j.core.indicators.WilliamsRIndicator;
import org.ta4j.core.indicators.adx.ADXIndicator;
import org.ta4j.core.indicators.adx.MinusDIIndicator;
import org.ta4j.core.indicators.adx.PlusDIIndicator;
import org.ta4j.core.indicators.averages.DoubleEMAIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.averages.HMAIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.averages.TripleEMAIndicator;
import org.ta4j.core.indicators.averages.WMAIndicator;
import org.ta4j.core.indicators.bollinger.PercentBIndicator;
import org.ta4j.core.indicators.donchian.DonchianChannelLowerIndicator;
import org.ta4j.core.indicators.donchian.DonchianChannelUpperIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.PercentRankIndicator;
import org.ta4j.core.indicators.keltner.KeltnerChannelMiddleIndicator;
import org.ta4j.core.indicators.keltner.KeltnerChannelUpperIndicator;
import org.ta4j.core.indicators.volume.MoneyFlowIndexIndicator;
import org.ta4j.core.indicators.volume.OnBalanceVolumeIndicator;
import org.ta4j.core.indicators.volume.VWAPIndicator;
import org.ta4j.core.num.Num;

/**
 * Indicators have the values that ta4j and Hipparchus give them. Exponential and Wilder's averages begin with the mean
 * of their first values here and with the first value there, so they are compared where that is forgotten.
 */
final class LibraryValuesTest {
    private static final int ROWS = 600;

    /** From here on no average remembers how it began, to a part in 10¹². */
    private static final int FADED = 480;

    private static final int[] LENGTHS = {2, 3, 7, 14};

    private static void assertSame(double[] ours, Indicator<Num> theirs, int from, String what) {
        double[] column = LibraryCandles.column(theirs);
        double scale = Columns.scale(Arrays.copyOfRange(column, from, ROWS));
        for (int row = from; row < ROWS; row++) {
            assertEquals(column[row], ours[row], 1e-8 * scale, what + " at row " + row);
        }
    }

    @SeededTest
    void averages(long seed) {
        LibraryCandles made = LibraryCandles.random(new Random(seed), ROWS);
        ClosePriceIndicator close = new ClosePriceIndicator(made.series());
        for (int n : LENGTHS) {
            assertSame(Rolling.mean(made.closes(), n), new SMAIndicator(close, n), n, "sma " + n);
            assertSame(Smoothed.exponential(made.closes(), n), new EMAIndicator(close, n), FADED, "ema " + n);
            assertSame(Averages.weighted(made.closes(), n), new WMAIndicator(close, n), n, "wma " + n);
            assertSame(
                    Averages.doubleExponential(made.closes(), n), new DoubleEMAIndicator(close, n), FADED, "dema " + n);
            assertSame(
                    Averages.tripleExponential(made.closes(), n), new TripleEMAIndicator(close, n), FADED, "tema " + n);
            assertSame(Averages.hull(made.closes(), n), new HMAIndicator(close, n), 3 * n, "hma " + n);
        }
    }

    @SeededTest
    void oscillators(long seed) {
        LibraryCandles made = LibraryCandles.random(new Random(seed), ROWS);
        ClosePriceIndicator close = new ClosePriceIndicator(made.series());
        for (int n : LENGTHS) {
            assertSame(Changes.relativeStrength(made.closes(), n), new RSIIndicator(close, n), FADED, "rsi " + n);
            double[] change = Arrays.stream(Changes.relative(made.closes(), n))
                    .map(x -> 100 * x)
                    .toArray();
            assertSame(change, new ROCIndicator(close, n), n, "roc " + n);
            StochasticOscillatorKIndicator stochastic = new StochasticOscillatorKIndicator(made.series(), n);
            double[] fast = Oscillators.stochastic(made.prices(), n);
            assertSame(fast, stochastic, n, "%K " + n);
            assertSame(Rolling.mean(fast, 3), new StochasticOscillatorDIndicator(stochastic), n + 3, "%D " + n);
            assertSame(Oscillators.williams(made.prices(), n), new WilliamsRIndicator(made.series(), n), n, "%R " + n);
            assertSame(
                    Oscillators.commodityChannel(made.prices(), n), new CCIIndicator(made.series(), n), n, "cci " + n);
            assertSame(Ranks.percentRank(made.closes(), n), new PercentRankIndicator(close, n), n, "rank " + n);
        }
    }

    @SeededTest
    void direction_and_ranges(long seed) {
        LibraryCandles made = LibraryCandles.random(new Random(seed), ROWS);
        for (int n : LENGTHS) {
            double[] range = Changes.averageTrueRange(
                    made.prices().highs(), made.prices().lows(), made.closes(), n);
            assertSame(range, new ATRIndicator(made.series(), n), FADED, "atr " + n);
            Directional direction = Directional.of(made.prices(), n);
            assertSame(direction.plus(), new PlusDIIndicator(made.series(), n), FADED, "+di " + n);
            assertSame(direction.minus(), new MinusDIIndicator(made.series(), n), FADED, "-di " + n);
            assertSame(direction.adx(), new ADXIndicator(made.series(), n), FADED, "adx " + n);
        }
    }

    @SeededTest
    void bands(long seed) {
        LibraryCandles made = LibraryCandles.random(new Random(seed), ROWS);
        ClosePriceIndicator close = new ClosePriceIndicator(made.series());
        for (int n : LENGTHS) {
            double[] percent = Bands.bollinger(made.closes(), n, 2).percentB(made.closes());
            double[] place = LibraryCandles.column(new PercentBIndicator(close, n, 2));
            for (int row = n; row < ROWS; row++) {
                // Where closes hardly differ, what they are divided by is not known any better there.
                assertEquals(place[row], percent[row], 1e-6, "%b " + n + " at row " + row);
            }
            Bands donchian = Bands.donchian(made.prices().highs(), made.prices().lows(), n);
            assertSame(donchian.upper(), new DonchianChannelUpperIndicator(made.series(), n), n, "donchian " + n);
            assertSame(donchian.lower(), new DonchianChannelLowerIndicator(made.series(), n), n, "donchian " + n);
            KeltnerChannelMiddleIndicator middle = new KeltnerChannelMiddleIndicator(close, n);
            Bands keltner = Bands.keltner(made.prices(), n, 10, 1.5);
            assertSame(keltner.upper(), new KeltnerChannelUpperIndicator(middle, 1.5, 10), FADED, "keltner " + n);
        }
    }

    @SeededTest
    void convergence_and_divergence(long seed) {
        LibraryCandles made = LibraryCandles.random(new Random(seed), ROWS);
        MACDIndicator theirs = new MACDIndicator(new ClosePriceIndicator(made.series()), 5, 13);
        Macd ours = Macd.of(made.closes(), new Macd.Lines(5, 13, 4));
        assertSame(ours.line(), theirs, FADED, "line");
        assertSame(ours.signal(), theirs.getSignalLine(4), FADED, "signal");
        assertSame(ours.histogram(), theirs.getHistogram(4), FADED, "histogram");
    }

    @SeededTest
    void volumes(long seed) {
        LibraryCandles made = LibraryCandles.random(new Random(seed), ROWS);
        assertSame(
                Volumes.onBalance(made.closes(), made.volumes()),
                new OnBalanceVolumeIndicator(made.series()),
                0,
                "on balance");
        for (int n : LENGTHS) {
            double[] price = Volumes.weightedPrice(made.prices(), made.volumes(), n);
            assertSame(price, new VWAPIndicator(made.series(), n), n, "vwap " + n);
            double[] flow = Volumes.moneyFlow(made.prices(), made.volumes(), n);
            double[] theirs = LibraryCandles.column(new MoneyFlowIndexIndicator(made.series(), n));
            for (int row = n + 1; row < ROWS; row++) {
                // Where nothing fell, or nothing rose, ta4j takes it for a flow of 1 dollar.
                assertEquals(
                        flow[row] % 100 == 0 ? flow[row] : theirs[row], flow[row], 1e-9, "mfi " + n + " at row " + row);
            }
        }
    }

    @SeededTest
    void statistics_of_windows(long seed) {
        Random random = new Random(seed);
        double[] values = random.doubles(200, -3, 5).map(x -> x * x * x).toArray();
        double[] others = random.doubles(200, 10, 11).toArray();
        double scale = Columns.scale(values);
        for (int n : new int[] {5, 20, 64}) {
            for (int row = n - 1; row < values.length; row++) {
                double[] window = Arrays.copyOfRange(values, row + 1 - n, row + 1);
                double[] other = Arrays.copyOfRange(others, row + 1 - n, row + 1);
                // Theirs are those of a sample.
                double skew = new Skewness().evaluate(window) * (n - 2) / Math.sqrt(n * (n - 1.0));
                assertEquals(skew, Rolling.skew(values, n)[row], 1e-6);
                double adjusted = new Kurtosis().evaluate(window) * (n - 2) * (n - 3) / (n - 1) - 6;
                assertEquals(adjusted / (n + 1), Rolling.kurtosis(values, n)[row], 1e-6);
                double quartile = new Percentile(25)
                        .withEstimationType(Percentile.EstimationType.R_7)
                        .evaluate(window);
                assertEquals(quartile, Ranks.quantile(values, n, 0.25)[row], 1e-12 * scale);
                double correlation = new PearsonsCorrelation().correlation(window, other);
                assertEquals(correlation, Comovement.correlation(values, others, n)[row], 1e-6);
                SimpleRegression regression = new SimpleRegression();
                for (int i = 0; i < n; i++) {
                    regression.addData(other[i], window[i]);
                }
                double slope = regression.getSlope();
                assertEquals(slope, Comovement.beta(values, others, n)[row], 1e-9 * (1 + Math.abs(slope)));
            }
        }
    }
}
