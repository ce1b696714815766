package org.evenkeel.indicators;

import java.util.List;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Indicator;
import org.evenkeel.market.Interval;

/** A formula of several settings with its interval and their values. Equal ones share one column. */
record Composite(Kind kind, Interval interval, List<Double> settings) implements Indicator {
    /** What is computed. */
    enum Kind {
        MACD("macd") {
            @Override
            double[] compute(Candles candles, List<Double> settings) {
                return macd(candles, settings).line();
            }
        },
        MACD_SIGNAL("macdSignal") {
            @Override
            double[] compute(Candles candles, List<Double> settings) {
                return macd(candles, settings).signal();
            }
        },
        MACD_HISTOGRAM("macdHistogram") {
            @Override
            double[] compute(Candles candles, List<Double> settings) {
                return macd(candles, settings).histogram();
            }
        },
        BOLLINGER_PERCENT("bollingerPercent") {
            @Override
            double[] compute(Candles candles, List<Double> settings) {
                return bollinger(candles, settings).percentB(candles.prices().closes());
            }
        },
        BOLLINGER_WIDTH("bollingerWidth") {
            @Override
            double[] compute(Candles candles, List<Double> settings) {
                return bollinger(candles, settings).bandwidth();
            }
        },
        KELTNER_PERCENT("keltnerPercent") {
            @Override
            double[] compute(Candles candles, List<Double> settings) {
                Bands bands = Bands.keltner(
                        Prices.of(candles),
                        settings.get(0).intValue(),
                        settings.get(1).intValue(),
                        settings.get(2));
                return bands.percentB(candles.prices().closes());
            }
        };

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        abstract double[] compute(Candles candles, List<Double> settings);

        private static Macd macd(Candles candles, List<Double> settings) {
            Macd.Lines lines = new Macd.Lines(
                    settings.get(0).intValue(),
                    settings.get(1).intValue(),
                    settings.get(2).intValue());
            return Macd.of(candles.prices().closes(), lines);
        }

        private static Bands bollinger(Candles candles, List<Double> settings) {
            return Bands.bollinger(candles.prices().closes(), settings.get(0).intValue(), settings.get(1));
        }
    }

    @Override
    public double[] compute(Candles candles) {
        return kind.compute(candles, settings);
    }

    /** As it is written in a strategy: {@code bollingerWidth(1d, 20.0, 2.0)}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(kind.label).append('(').append(interval);
        settings.forEach(setting -> text.append(", ").append(setting));
        return text.append(')').toString();
    }
}
