package org.evenkeel.testkit;

import java.util.List;
import java.util.Locale;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Exchange;
import org.evenkeel.market.FeeMode;
import org.evenkeel.market.LiquiditySource;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;

/** The pairs of the made-up market: every kind of pair that the framework must cope with, once or twice. */
final class Listings {
    private static final Chain ETHEREUM = new Chain("ethereum", 1);
    private static final Chain BSC = new Chain("bsc", 56);
    private static final Chain POLYGON = new Chain("polygon", 137);
    private static final Chain AVALANCHE = new Chain("avalanche", 43114);
    private static final Exchange UNISWAP = pool("uniswap-v2");
    private static final Exchange SUSHI = pool("sushi");
    private static final Exchange PANCAKE = pool("pancakeswap-v2");
    private static final Exchange QUICKSWAP = pool("quickswap");
    private static final Exchange TRADER_JOE = pool("trader-joe");
    private static final Token USDC = token(ETHEREUM, "USDC", 6);
    private static final Token WETH = token(ETHEREUM, "WETH", 18);
    private static final Token BUSD = token(BSC, "BUSD", 18);
    private static final Token WAVAX = token(AVALANCHE, "WAVAX", 18);
    private static final Token USD = new Token(Chain.OFF_CHAIN, "USD", "USD", 2);

    private Listings() {}

    static List<Listing> all() {
        return List.of(
                new Listing(quoted(1, UNISWAP, WETH, USDC, 30), 2000, 2e7, LiquiditySource.RESERVES),
                new Listing(
                        quoted(2, UNISWAP, token(ETHEREUM, "UNI", 18), WETH, 30), 0.01, 3e6, LiquiditySource.RESERVES),
                new Listing(quoted(3, SUSHI, token(ETHEREUM, "AAVE", 18), WETH, 30), 0.1, 1e6, LiquiditySource.TVL),
                new Listing(inUsd(4, UNISWAP, token(ETHEREUM, "LUNA", 6), USDC, 30), 80, 5e5, LiquiditySource.RESERVES)
                        .until(0.6),
                new Listing(inUsd(5, PANCAKE, token(BSC, "WBNB", 18), BUSD, 25), 400, 1e7, LiquiditySource.RESERVES),
                new Listing(quoted(6, PANCAKE, token(BSC, "Cake", 18), BUSD, 25), 15, 2e5, LiquiditySource.NONE),
                new Listing(
                        inUsd(7, QUICKSWAP, token(POLYGON, "WMATIC", 18), token(POLYGON, "USDC", 6), 30),
                        1.2,
                        8e6,
                        LiquiditySource.TVL),
                new Listing(
                        inUsd(8, TRADER_JOE, WAVAX, token(AVALANCHE, "USDC", 6), 30),
                        30,
                        4e6,
                        LiquiditySource.RESERVES),
                new Listing(
                                quoted(9, TRADER_JOE, token(AVALANCHE, "JOE", 18), WAVAX, 30),
                                0.02,
                                4e5,
                                LiquiditySource.NONE)
                        .from(0.4),
                new Listing(
                        inUsd(10, SUSHI, token(ETHEREUM, "SHIB", 18), WETH, 30), 1e-5, 6e5, LiquiditySource.RESERVES),
                new Listing(
                        inUsd(11, Exchange.SIMULATED, new Token(Chain.OFF_CHAIN, "SPY", "SPY", 0), USD, 5),
                        420,
                        0,
                        LiquiditySource.NONE));
    }

    private static Exchange pool(String name) {
        return new Exchange(name, FeeMode.FROM_INPUT);
    }

    /** A token with an address made of its names, as unlike others as real ones are. */
    private static Token token(Chain chain, String symbol, int decimals) {
        String address = String.format(Locale.ROOT, "0x%032x%08x", chain.id(), symbol.hashCode());
        return new Token(chain, address, symbol, decimals);
    }

    private static TradingPair quoted(long id, Exchange exchange, Token base, Token quote, double feeBps) {
        return new TradingPair(id, exchange, base, quote, feeBps, PriceUnit.QUOTE);
    }

    private static TradingPair inUsd(long id, Exchange exchange, Token base, Token quote, double feeBps) {
        return new TradingPair(id, exchange, base, quote, feeBps, PriceUnit.USD);
    }
}
