package org.evenkeel.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Exchange;
import org.evenkeel.market.FeeMode;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.RunInfo;

/** A market of seven pairs on three chains, with the names that strangers give to tokens. */
public final class TestMarket {
    public static final Chain ETHEREUM = new Chain("ethereum", 1);
    public static final Chain POLYGON = new Chain("polygon", 137);
    public static final Token USDC = new Token(ETHEREUM, "0xusdc", "USDC", 6);
    public static final Token WETH = new Token(ETHEREUM, "0xweth", "WETH", 18);
    public static final Token UNI = new Token(ETHEREUM, "0xuni", "UNI", 18);
    /** Another token that calls itself UNI. */
    public static final Token FAKE_UNI = new Token(ETHEREUM, "0xfake", "UNI", 18);
    /** A symbol that looks like the short name of the second UNI. */
    public static final Token ODD_UNI = new Token(ETHEREUM, "0xodd", "UNI#2", 18);
    /** A right-to-left override, a quote, a backslash, a line end, half a surrogate pair and an emoji. */
    public static final Token MALICIOUS =
            new Token(POLYGON, "0xbad", "A\u202E\"\\\n\uD800</script>\u00e9\uD83D\uDE00", 0);

    public static final Token USDT = new Token(POLYGON, "0xusdt", "USDT", 6);
    public static final Token MATIC = new Token(POLYGON, "0xmatic", "WMATIC", 18);
    public static final Token DOLLAR = new Token(Chain.OFF_CHAIN, "USD", "USD", 2);
    public static final Token SHARE = new Token(Chain.OFF_CHAIN, "ACME", "ACME", 0);

    public static final TradingPair WETH_USDC = pair(101, "uniswap-v2", WETH, USDC, 30);
    public static final TradingPair UNI_WETH = pair(102, "uniswap-v2", UNI, WETH, 30);
    public static final TradingPair FAKE_WETH = pair(103, "sushi", FAKE_UNI, WETH, 30);
    public static final TradingPair ODD_USDC = pair(104, "sushi", ODD_UNI, USDC, 0.5);
    public static final TradingPair BAD_USDT = pair(7, "quick\"swap", MALICIOUS, USDT, 100);
    public static final TradingPair MATIC_USDT = pair(8, "quickswap", MATIC, USDT, 30);
    public static final TradingPair SHARE_USD =
            new TradingPair(9_000_000_000L, Exchange.SIMULATED, SHARE, DOLLAR, 10, PriceUnit.USD);

    public static final List<TradingPair> PAIRS =
            List.of(WETH_USDC, UNI_WETH, FAKE_WETH, ODD_USDC, BAD_USDT, MATIC_USDT, SHARE_USD);

    private TestMarket() {}

    private static TradingPair pair(long id, String exchange, Token base, Token quote, double feeBps) {
        PriceUnit unit = quote.equals(WETH) ? PriceUnit.QUOTE : PriceUnit.USD;
        return new TradingPair(id, new Exchange(exchange, FeeMode.FROM_INPUT), base, quote, feeBps, unit);
    }

    /** The reserve of the pair's chain. */
    public static Token reserve(TradingPair pair) {
        return market().reserves().get(pair.chain());
    }

    /** The market of all pairs. */
    public static RunInfo.Market market() {
        SequencedMap<Chain, Token> reserves = new LinkedHashMap<>();
        reserves.put(ETHEREUM, USDC);
        reserves.put(POLYGON, USDT);
        reserves.put(Chain.OFF_CHAIN, DOLLAR);
        return new RunInfo.Market(PAIRS, reserves);
    }

    /** A run in that market. */
    public static RunInfo info() {
        SequencedMap<String, String> parameters = new LinkedHashMap<>();
        parameters.put("top", "4");
        parameters.put("a \"quoted\" name", "with\tcontrols\u0007 and \u2028 lines");
        parameters.put("empty", "");
        return new RunInfo(
                "Momentum",
                "built-in",
                parameters,
                new RunInfo.Data("defi-hourly", "../data/défi", "00ff", true),
                market());
    }

    /** One price for each pair. */
    public static double[] prices(double... known) {
        double[] prices = new double[PAIRS.size()];
        for (int pair = 0; pair < prices.length; pair++) {
            prices[pair] = pair < known.length ? known[pair] : Double.NaN;
        }
        return prices;
    }

    /** A run in a market of so many pairs against USDC. */
    public static RunInfo large(int count) {
        List<TradingPair> pairs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pairs.add(pair(i + 1L, "uniswap-v2", new Token(ETHEREUM, "0x" + i, "T" + i, 18), USDC, 30));
        }
        return new RunInfo(
                "Momentum",
                "built-in",
                new LinkedHashMap<>(),
                new RunInfo.Data("large", "large", "00", true),
                new RunInfo.Market(pairs, new LinkedHashMap<>(Map.of(ETHEREUM, USDC))));
    }
}
