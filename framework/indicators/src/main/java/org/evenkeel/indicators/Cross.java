package org.evenkeel.indicators;

import java.util.Arrays;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Indicator;
import org.evenkeel.market.Interval;

/** Where one indicator crosses another. */
record Cross(Indicator first, Indicator second) implements Indicator {
    Cross {
        if (!first.interval().equals(second.interval())) {
            throw new IllegalArgumentException(
                    first + " and " + second + " cannot cross: give indicators of one interval.");
        }
    }

    @Override
    public Interval interval() {
        return first.interval();
    }

    @Override
    public double[] compute(Candles candles) {
        double[] one = first.compute(candles);
        double[] other = second.compute(candles);
        boolean[] above = Crossings.above(one, other);
        boolean[] below = Crossings.below(one, other);
        double[] result = new double[one.length];
        Arrays.setAll(result, row -> {
            boolean known = row > 0 && !Double.isNaN(one[row] + other[row] + one[row - 1] + other[row - 1]);
            return known ? (above[row] ? 1 : below[row] ? -1 : 0) : Double.NaN;
        });
        return result;
    }

    /** As it is written in a strategy: {@code cross(sma(1d, 10), sma(1d, 50))}. */
    @Override
    public String toString() {
        return "cross(" + first + ", " + second + ")";
    }
}
