package org.evenkeel.data.sample;

import java.time.Instant;
import java.util.List;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Exchange;
import org.evenkeel.market.FeeMode;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;

/**
 * A pair of the sample market and how its price behaves.
 *
 * @param pair the pair
 * @param character how its price behaves
 * @param pool how deep its pool is and how often it trades
 */
record SamplePair(TradingPair pair, Character character, Pool pool) {
    /**
     * How a price behaves.
     *
     * @param start the first price, in USD
     * @param beta how much of the market's move it makes
     * @param volatility of its own moves in a quiet hour, as a fraction
     * @param listed when it begins to trade
     */
    record Character(double start, double beta, double volatility, Instant listed) {}

    /**
     * A pool.
     *
     * @param depthUsd the value of one of its sides at the start, in USD
     * @param silence the chance that nobody trades in an hour
     */
    record Pool(double depthUsd, double silence) {}

    private static final Chain ETHEREUM = new Chain("ethereum", 1);
    private static final Chain BSC = new Chain("bsc", 56);
    private static final Chain POLYGON = new Chain("polygon", 137);
    private static final Chain AVALANCHE = new Chain("avalanche", 43114);
    private static final Instant LATE = Instant.parse("2021-07-05T09:00:00Z");

    static final List<SamplePair> ALL = List.of(
            of(1, on(ETHEREUM, "uniswap-v2", "WETH", "USDC", 30), quiet(386, 1.00, 0.0025), new Pool(90e6, 0.0002)),
            of(2, on(ETHEREUM, "sushi", "AAVE", "WETH", 30), quiet(52, 1.10, 0.0070), new Pool(14e6, 0.006)),
            of(3, on(ETHEREUM, "uniswap-v2", "UNI", "WETH", 30), quiet(2.4, 1.05, 0.0065), new Pool(16e6, 0.004)),
            of(4, on(ETHEREUM, "uniswap-v2", "CRV", "WETH", 30), quiet(0.41, 1.10, 0.0085), new Pool(3e6, 0.025)),
            of(5, on(ETHEREUM, "sushi", "SUSHI", "WETH", 30), quiet(0.62, 1.15, 0.0080), new Pool(22e6, 0.003)),
            of(6, on(BSC, "pancakeswap-v2", "WBNB", "BUSD", 25), quiet(28, 0.95, 0.0050), new Pool(120e6, 0.0002)),
            of(7, on(BSC, "pancakeswap-v2", "Cake", "BUSD", 25), quiet(0.45, 1.00, 0.0080), new Pool(40e6, 0.001)),
            of(8, on(POLYGON, "quickswap", "WMATIC", "USDC", 30), quiet(0.021, 1.10, 0.0075), new Pool(8e6, 0.002)),
            of(9, on(AVALANCHE, "trader-joe", "WAVAX", "USDC", 30), quiet(3.1, 1.10, 0.0070), new Pool(30e6, 0.001)),
            of(
                    10,
                    on(AVALANCHE, "trader-joe", "JOE", "WAVAX", 30),
                    new Character(0.12, 1.15, 0.0100, LATE),
                    new Pool(6e6, 0.012)));

    private record Listing(Chain chain, String exchange, String base, String quote, double feeBps) {}

    private static Listing on(Chain chain, String exchange, String base, String quote, double feeBps) {
        return new Listing(chain, exchange, base, quote, feeBps);
    }

    private static Character quiet(double start, double beta, double volatility) {
        return new Character(start, beta, volatility, SampleMarket.START);
    }

    private static SamplePair of(long id, Listing listing, Character character, Pool pool) {
        TradingPair pair = new TradingPair(
                id,
                new Exchange(listing.exchange(), FeeMode.FROM_INPUT),
                token(listing.chain(), listing.base()),
                token(listing.chain(), listing.quote()),
                listing.feeBps(),
                PriceUnit.USD);
        return new SamplePair(pair, character, pool);
    }

    private static Token token(Chain chain, String symbol) {
        return new Token(chain, symbol, symbol, symbol.equals("USDC") ? 6 : 18);
    }
}
