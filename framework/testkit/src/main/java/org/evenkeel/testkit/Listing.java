package org.evenkeel.testkit;

import org.evenkeel.market.LiquiditySource;
import org.evenkeel.market.TradingPair;

/**
 * A pair of the made-up market, and what its candles are like.
 *
 * @param pair the pair
 * @param price its first price, in the pair's own unit
 * @param depthUsd its first depth
 * @param liquidity what is known of its depth
 * @param listed when it is first traded, as a share of the market's length
 * @param delisted when it is last traded, as a share of the market's length
 */
record Listing(
        TradingPair pair, double price, double depthUsd, LiquiditySource liquidity, double listed, double delisted) {

    Listing(TradingPair pair, double price, double depthUsd, LiquiditySource liquidity) {
        this(pair, price, depthUsd, liquidity, 0, 1);
    }

    Listing from(double share) {
        return new Listing(pair, price, depthUsd, liquidity, share, delisted);
    }

    Listing until(double share) {
        return new Listing(pair, price, depthUsd, liquidity, listed, share);
    }
}
