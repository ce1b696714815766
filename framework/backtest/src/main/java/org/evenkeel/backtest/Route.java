package org.evenkeel.backtest;

import java.util.List;
import org.evenkeel.market.TradingPair;

/**
 * A path of pools from a reserve to an asset. Amounts on it are values in USD at mid price: a hop takes its fee from the
 * value, and its depth takes the impact. All pools of a token are taken to be at one mid price.
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

    /** The pools from the asset to the reserve. */
    List<TradingPair> sellPath() {
        return sellPath;
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

    /** The share of the value after fees that the impact takes. */
    double impact(boolean buying, double in, double[] depths) {
        double[] factors = buying ? buyFactors : sellFactors;
        double withoutImpact = in;
        for (double factor : factors) {
            withoutImpact *= factor;
        }
        return withoutImpact == 0 ? 0 : 1 - out(buying, in, depths) / withoutImpact;
    }
}
