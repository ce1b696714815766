package org.evenkeel.backtest;

import java.util.List;
import org.evenkeel.market.TradingPair;

/**
 * A path of pools from a reserve to an asset. Amounts on it are values in USD at mid price: a hop takes its fee from
 * the value, and its depth takes the impact. All pools of a token are taken to be at one mid price.
 *
 * <p>Impact is that of a constant product pool of depth D (the value of one side): x in gives D·x/(D+x) out, which is
 * out = in·R_out/(R_in+in) of Uniswap v2 (whitepaper, 2020, section 3.2.1) in units of value.
 */
final class Route {
    private final List<TradingPair> buyPath;
    private final List<TradingPair> sellPath;
    private final double[] buyFactors;
    private final double[] sellFactors;

    /**
     * @param pools from the reserve to the asset
     */
    Route(List<TradingPair> pools) {
        this.buyPath = List.copyOf(pools);
        this.sellPath = List.copyOf(pools.reversed());
        this.buyFactors = buyPath.stream()
                .mapToDouble(pool -> pool.exchange().feeMode().buyFactor(pool.fee()))
                .toArray();
        this.sellFactors = sellPath.stream()
                .mapToDouble(pool -> pool.exchange().feeMode().sellFactor(pool.fee()))
                .toArray();
    }

    /** The pools from the reserve to the asset. */
    List<TradingPair> buyPath() {
        return buyPath;
    }

    /** The pools from what goes in to what comes out. */
    List<TradingPair> path(boolean buying) {
        return buying ? buyPath : sellPath;
    }

    /** What a trade over a route comes to: the value that goes in, what comes out, and what is lost, in USD. */
    record Flow(double in, double out, double fee, double impact) {}

    /**
     * Follows a value through the pools.
     *
     * @param buying from the reserve to the asset, or back
     * @param depths each pool's depth in the order of {@link #buyPath}; NaN where unknown
     */
    Flow flow(boolean buying, double in, double[] depths) {
        double[] factors = buying ? buyFactors : sellFactors;
        double value = in;
        double fee = 0;
        double impact = 0;
        for (int hop = 0; hop < factors.length; hop++) {
            double depth = depths[buying ? hop : depths.length - 1 - hop];
            double afterFee = value * factors[hop];
            double out = Double.isNaN(depth) ? afterFee : depth * afterFee / (depth + afterFee);
            fee += value - afterFee;
            impact += afterFee - out;
            value = out;
        }
        return new Flow(in, value, fee, impact);
    }

    /** The value that comes out; see {@link #flow}. */
    double out(boolean buying, double in, double[] depths) {
        double[] factors = buying ? buyFactors : sellFactors;
        double value = in;
        for (int hop = 0; hop < factors.length; hop++) {
            double depth = depths[buying ? hop : depths.length - 1 - hop];
            double afterFee = value * factors[hop];
            value = Double.isNaN(depth) ? afterFee : depth * afterFee / (depth + afterFee);
        }
        return value;
    }

    /** The value that has to go in so that so much comes out; infinite where the pools do not hold so much. */
    double in(boolean buying, double out, double[] depths) {
        double[] factors = buying ? buyFactors : sellFactors;
        double value = out;
        for (int hop = factors.length - 1; hop >= 0; hop--) {
            double depth = depths[buying ? hop : depths.length - 1 - hop];
            if (!Double.isNaN(depth)) {
                value = value >= depth ? Double.POSITIVE_INFINITY : depth * value / (depth - value);
            }
            value /= factors[hop];
        }
        return value;
    }

    /** The share of a value that would come out if the pools were bottomless: what their fees leave of it. */
    double rate(boolean buying) {
        double rate = 1;
        for (double factor : buying ? buyFactors : sellFactors) {
            rate *= factor;
        }
        return rate;
    }

    /**
     * How soon the output falls behind the {@link #rate}: with rate A and bend B, x in gives A·x/(1 + B·x) out. One
     * pool of fee factor a and depth D has A = a and B = a/D; behind A, B another pool makes it A·a and B + A·a/D.
     *
     * @return 0 where no pool's depth is known, infinite where one is empty
     */
    double bend(boolean buying, double[] depths) {
        double[] factors = buying ? buyFactors : sellFactors;
        double rate = 1;
        double bend = 0;
        for (int hop = 0; hop < factors.length; hop++) {
            double depth = depths[buying ? hop : depths.length - 1 - hop];
            rate *= factors[hop];
            bend += Double.isNaN(depth) ? 0 : rate / depth;
        }
        return bend;
    }
}
