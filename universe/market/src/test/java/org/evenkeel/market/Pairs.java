package org.evenkeel.market;

/** Chains, tokens and pairs that the tests share. */
final class Pairs {
    static final Chain ETHEREUM = new Chain("ethereum", 1);
    static final Chain BSC = new Chain("bsc", 56);
    static final Exchange UNISWAP = new Exchange("uniswap-v2", FeeMode.FROM_INPUT);
    static final Exchange SUSHI = new Exchange("sushi", FeeMode.FROM_INPUT);

    private Pairs() {}

    static Token token(Chain chain, String symbol) {
        return new Token(chain, symbol, symbol, 18);
    }

    /** A pair on Ethereum, priced in its quote token. */
    static TradingPair quoted(long id, String base, String quote) {
        return pair(id, ETHEREUM, UNISWAP, base + "-" + quote, PriceUnit.QUOTE);
    }

    /** A pair on Ethereum, priced in dollars. */
    static TradingPair usd(long id, String base, String quote) {
        return pair(id, ETHEREUM, UNISWAP, base + "-" + quote, PriceUnit.USD);
    }

    static TradingPair on(Chain chain, Exchange exchange, long id, String symbol) {
        return pair(id, chain, exchange, symbol, PriceUnit.USD);
    }

    private static TradingPair pair(long id, Chain chain, Exchange exchange, String symbol, PriceUnit unit) {
        String[] tokens = symbol.split("-", 2);
        return new TradingPair(id, exchange, token(chain, tokens[0]), token(chain, tokens[1]), 30, unit);
    }
}
