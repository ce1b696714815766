package org.evenkeel.indicators;

import org.evenkeel.market.Candles;
import org.evenkeel.market.Indicator;
import org.evenkeel.market.Interval;

/** A formula with its interval and length. Equal studies share one column. */
record Study(Formula formula, Interval interval, int length) implements Indicator {
    Study {
        Lengths.check(length, formula.shortest(), formula.label());
    }

    @Override
    public double[] compute(Candles candles) {
        return formula.compute(candles, length);
    }

    /** As it is written in a strategy: {@code sma(1d, 20)}. */
    @Override
    public String toString() {
        return formula.label() + "(" + interval + (formula.shortest() == 0 ? "" : ", " + length) + ")";
    }
}
