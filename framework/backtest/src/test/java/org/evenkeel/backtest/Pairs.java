package org.evenkeel.backtest;

import org.evenkeel.market.Chain;
import org.evenkeel.market.Exchange;
import org.evenkeel.market.FeeMode;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;

/** Chains, tokens and pairs for markets made by hand. Prices are in dollars. */
final class Pairs {
    static final Chain ETHEREUM = new Chain("ethereum", 1);
    static final Chain BSC = new Chain("bsc", 56);
    static final Exchange POOL = new Exchange("pool", FeeMode.FROM_INPUT);
    static final Exchange BROKER = new Exchange("broker", FeeMode.ON_TOP);
    static final Token USDC = new Token(ETHEREUM, "0xusdc", "USDC", 6);
    static final Token WETH = new Token(ETHEREUM, "0xweth", "WETH", 18);
    static final Token BUSD = new Token(BSC, "0xbusd", "BUSD", 18);

    /** A-USDC and B-USDC on the home chain without a fee, C-BUSD on another. */
    static final TradingPair A = pair(1, token(ETHEREUM, "A"), USDC, 0);

    static final TradingPair B = pair(2, token(ETHEREUM, "B"), USDC, 0);
    static final TradingPair C = pair(3, token(BSC, "C"), BUSD, 0);

    private Pairs() {}

    static Token token(Chain chain, String symbol) {
        return new Token(chain, "0x" + symbol, symbol, 18);
    }

    static TradingPair pair(long id, Token base, Token quote, double feeBps) {
        return new TradingPair(id, POOL, base, quote, feeBps, PriceUnit.USD);
    }
}
