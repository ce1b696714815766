package org.evenkeel.indicators;

import java.util.Arrays;
import org.evenkeel.market.Candles;

/** What an indicator computes of its candles. */
enum Formula {
    CANDLE_RETURN("candleReturn", 0) {
        @Override
        double[] compute(Candles candles, int length) {
            double[] result = new double[candles.size()];
            Arrays.setAll(result, row -> candles.close(row) / candles.open(row) - 1);
            return result;
        }
    },
    MOMENTUM("momentum", 1) {
        @Override
        double[] compute(Candles candles, int length) {
            return Changes.relative(closes(candles), length);
        }
    },
    SMA("sma", 1) {
        @Override
        double[] compute(Candles candles, int length) {
            return Rolling.mean(closes(candles), length);
        }
    },
    EMA("ema", 1) {
        @Override
        double[] compute(Candles candles, int length) {
            return Smoothed.exponential(closes(candles), length);
        }
    },
    STANDARD_DEVIATION("standardDeviation", 2) {
        @Override
        double[] compute(Candles candles, int length) {
            return Rolling.standardDeviation(closes(candles), length);
        }
    },
    Z_SCORE("zScore", 2) {
        @Override
        double[] compute(Candles candles, int length) {
            return Rolling.zScore(closes(candles), length);
        }
    },
    VOLATILITY("volatility", 2) {
        @Override
        double[] compute(Candles candles, int length) {
            return Rolling.standardDeviation(Changes.relative(closes(candles), 1), length);
        }
    },
    RSI("rsi", 1) {
        @Override
        double[] compute(Candles candles, int length) {
            return Changes.relativeStrength(closes(candles), length);
        }
    },
    ATR("atr", 1) {
        @Override
        double[] compute(Candles candles, int length) {
            Candles.Prices prices = candles.prices();
            return Changes.averageTrueRange(prices.highs(), prices.lows(), prices.closes(), length);
        }
    },
    HIGHEST("highest", 1) {
        @Override
        double[] compute(Candles candles, int length) {
            return Rolling.max(candles.prices().highs(), length);
        }
    },
    LOWEST("lowest", 1) {
        @Override
        double[] compute(Candles candles, int length) {
            return Rolling.min(candles.prices().lows(), length);
        }
    },
    WMA("wma", 1) {
        @Override
        double[] compute(Candles candles, int length) {
            return Averages.weighted(closes(candles), length);
        }
    },
    HMA("hma", 2) {
        @Override
        double[] compute(Candles candles, int length) {
            return Averages.hull(closes(candles), length);
        }
    },
    DEMA("dema", 1) {
        @Override
        double[] compute(Candles candles, int length) {
            return Averages.doubleExponential(closes(candles), length);
        }
    },
    TEMA("tema", 1) {
        @Override
        double[] compute(Candles candles, int length) {
            return Averages.tripleExponential(closes(candles), length);
        }
    },
    MEDIAN("median", 1) {
        @Override
        double[] compute(Candles candles, int length) {
            return Ranks.median(closes(candles), length);
        }
    },
    PERCENT_RANK("percentRank", 1) {
        @Override
        double[] compute(Candles candles, int length) {
            return Ranks.percentRank(closes(candles), length);
        }
    },
    STOCHASTIC("stochastic", 1) {
        @Override
        double[] compute(Candles candles, int length) {
            return Oscillators.stochastic(Prices.of(candles), length);
        }
    },
    WILLIAMS("williams", 1) {
        @Override
        double[] compute(Candles candles, int length) {
            return Oscillators.williams(Prices.of(candles), length);
        }
    },
    CCI("cci", 2) {
        @Override
        double[] compute(Candles candles, int length) {
            return Oscillators.commodityChannel(Prices.of(candles), length);
        }
    },
    PLUS_DIRECTION("plusDirection", 1) {
        @Override
        double[] compute(Candles candles, int length) {
            return Directional.of(Prices.of(candles), length).plus();
        }
    },
    MINUS_DIRECTION("minusDirection", 1) {
        @Override
        double[] compute(Candles candles, int length) {
            return Directional.of(Prices.of(candles), length).minus();
        }
    },
    ADX("adx", 1) {
        @Override
        double[] compute(Candles candles, int length) {
            return Directional.of(Prices.of(candles), length).adx();
        }
    },
    MONEY_FLOW("moneyFlow", 1) {
        @Override
        double[] compute(Candles candles, int length) {
            return Volumes.moneyFlow(Prices.of(candles), volumes(candles), length);
        }
    },
    VWAP("vwap", 1) {
        @Override
        double[] compute(Candles candles, int length) {
            return Volumes.weightedPrice(Prices.of(candles), volumes(candles), length);
        }
    },
    ON_BALANCE_VOLUME("onBalanceVolume", 0) {
        @Override
        double[] compute(Candles candles, int length) {
            return Volumes.onBalance(closes(candles), volumes(candles));
        }
    };

    private final String label;
    private final int shortest;

    Formula(String label, int shortest) {
        this.label = label;
        this.shortest = shortest;
    }

    /** The name of the factory method. */
    String label() {
        return label;
    }

    /** The least length that it is defined for; 0 where it has none. */
    int shortest() {
        return shortest;
    }

    abstract double[] compute(Candles candles, int length);

    private static double[] closes(Candles candles) {
        return candles.prices().closes();
    }

    private static double[] volumes(Candles candles) {
        return candles.prices().volumes();
    }
}
