package org.evenkeel.data.sample;

import java.util.List;
import org.evenkeel.data.pairs.KnownTokens;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Exchange;
import org.evenkeel.market.FeeMode;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.TradingPair;

/**
 * A pool of the sample market.
 *
 * @param pair the pair
 * @param price the base token's price when the pool opens, in USD
 * @param beta how many percent it moves with one percent of the market
 * @param volatility of its own, a day
 * @param depthUsd the value of one side when it opens
 * @param turnover volume of a day as a share of that depth
 * @param gapsAMonth how often nobody trades for an hour or more
 * @param firstHour the hour it opens in
 */
record SamplePool(
        TradingPair pair,
        double price,
        double beta,
        double volatility,
        double depthUsd,
        double turnover,
        double gapsAMonth,
        int firstHour) {
    private static final Exchange UNISWAP = new Exchange("uniswap-v2", FeeMode.FROM_INPUT);
    private static final Exchange SUSHI = new Exchange("sushi", FeeMode.FROM_INPUT);
    private static final Exchange PANCAKE = new Exchange("pancakeswap-v2", FeeMode.FROM_INPUT);
    private static final Exchange QUICKSWAP = new Exchange("quickswap", FeeMode.FROM_INPUT);
    private static final Exchange TRADER_JOE = new Exchange("trader-joe", FeeMode.FROM_INPUT);
    private static final Chain ETHEREUM = new Chain("ethereum", 1);
    private static final Chain BSC = new Chain("bsc", 56);
    private static final Chain POLYGON = new Chain("polygon", 137);
    private static final Chain AVALANCHE = new Chain("avalanche", 43114);

    /** 2021-08-10, counted from 2020-11-01. */
    private static final int JOE_OPENS = 282 * 24;

    static List<SamplePool> all() {
        return List.of(
                new SamplePool(pair(1, ETHEREUM, UNISWAP, "WETH", "USDC", 30), 392, 1, 0.006, 140e6, 0.55, 0, 0),
                new SamplePool(pair(2, ETHEREUM, SUSHI, "AAVE", "WETH", 30), 48, 1.05, 0.042, 11e6, 0.25, 3, 0),
                new SamplePool(pair(3, ETHEREUM, UNISWAP, "UNI", "WETH", 30), 2.7, 1.0, 0.040, 19e6, 0.3, 2, 0),
                new SamplePool(pair(4, ETHEREUM, UNISWAP, "CRV", "WETH", 30), 0.55, 1.0, 0.052, 2.5e6, 0.2, 14, 0),
                new SamplePool(pair(5, ETHEREUM, SUSHI, "SUSHI", "WETH", 30), 0.75, 1.05, 0.054, 14e6, 0.3, 5, 0),
                new SamplePool(pair(6, BSC, PANCAKE, "WBNB", "BUSD", 25), 29, 0.95, 0.030, 80e6, 0.6, 0, 0),
                new SamplePool(pair(7, BSC, PANCAKE, "Cake", "BUSD", 25), 0.62, 0.95, 0.050, 28e6, 0.4, 2, 0),
                new SamplePool(pair(8, POLYGON, QUICKSWAP, "WMATIC", "USDC", 30), 0.04, 1.1, 0.050, 9e6, 0.5, 9, 0),
                new SamplePool(pair(9, AVALANCHE, TRADER_JOE, "WAVAX", "USDC", 30), 3.6, 1.1, 0.046, 18e6, 0.5, 4, 0),
                new SamplePool(
                        pair(10, AVALANCHE, TRADER_JOE, "JOE", "WAVAX", 30),
                        0.4,
                        1.1,
                        0.062,
                        7e6,
                        0.35,
                        11,
                        JOE_OPENS));
    }

    private static TradingPair pair(long id, Chain chain, Exchange exchange, String base, String quote, double feeBps) {
        return new TradingPair(
                id, exchange, KnownTokens.token(chain, base), KnownTokens.token(chain, quote), feeBps, PriceUnit.USD);
    }
}
