package org.evenkeel.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.evenkeel.indicators.Indicators;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Indicator;
import org.evenkeel.market.Interval;
import org.evenkeel.market.PairHistory;
import org.evenkeel.market.TradingPair;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** An indicator over 19,700 hourly candles, 200 of them long, computed and checked for looking ahead. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class IndicatorColumns {
    private static final int LENGTH = 200;

    /** One pair's candles. */
    @State(Scope.Benchmark)
    public static class OnePair {
        private static final Map<String, Indicator> INDICATORS = Map.of(
                "momentum", Indicators.momentum(Interval.HOURLY, LENGTH),
                "sma", Indicators.sma(Interval.HOURLY, LENGTH),
                "ema", Indicators.ema(Interval.HOURLY, LENGTH),
                "zScore", Indicators.zScore(Interval.HOURLY, LENGTH),
                "volatility", Indicators.volatility(Interval.HOURLY, LENGTH),
                "rsi", Indicators.rsi(Interval.HOURLY, LENGTH),
                "atr", Indicators.atr(Interval.HOURLY, LENGTH),
                "highest", Indicators.highest(Interval.HOURLY, LENGTH),
                "weeklyReturn", Indicators.candleReturn(Interval.WEEKLY));

        /** Which one. */
        @Param({"momentum", "sma", "ema", "zScore", "volatility", "rsi", "atr", "highest", "weeklyReturn"})
        public String indicator = "sma";

        private final TradingPair pair = MadeUpPairs.of(10).getFirst();
        private final Candles candles = MadeUpMarket.candles(List.of(pair)).getFirst();

        /** Makes the candles. */
        public OnePair() {
            Trial.require(candles.size() == MadeUpMarket.HOURS, candles.size() + " candles");
            double[] column = new PairHistory(pair, candles).column(chosen());
            Trial.require(!Double.isNaN(column[column.length - 1]), indicator + " without a value");
        }

        private Indicator chosen() {
            return Objects.requireNonNull(INDICATORS.get(indicator));
        }
    }

    /** From candles to the column. */
    @Benchmark
    public double[] column(OnePair state) {
        return new PairHistory(state.pair, state.candles).column(state.chosen());
    }
}
