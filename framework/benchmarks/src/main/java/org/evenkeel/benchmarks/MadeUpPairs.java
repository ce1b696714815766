package org.evenkeel.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Exchange;
import org.evenkeel.market.FeeMode;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;

/** The ten pairs that WeeklyMomentum names, on their four chains, and as many more like them as are wanted. */
final class MadeUpPairs {
    private static final Chain ETHEREUM = new Chain("ethereum", 1);
    private static final Venue UNISWAP = new Venue("uniswap-v2", ETHEREUM, 30);
    private static final Venue SUSHI = new Venue("sushi", ETHEREUM, 30);
    private static final Venue PANCAKE = new Venue("pancakeswap-v2", new Chain("bsc", 56), 25);
    private static final Venue QUICKSWAP = new Venue("quickswap", new Chain("polygon", 137), 30);
    private static final Venue TRADER_JOE = new Venue("trader-joe", new Chain("avalanche", 43114), 30);

    private record Venue(String exchange, Chain chain, double feeBps) {}

    private final List<TradingPair> pairs = new ArrayList<>();

    private MadeUpPairs() {
        add(UNISWAP, "WETH", "USDC");
        add(UNISWAP, "UNI", "WETH");
        add(UNISWAP, "CRV", "WETH");
        add(SUSHI, "AAVE", "WETH");
        add(SUSHI, "SUSHI", "WETH");
        add(PANCAKE, "WBNB", "BUSD");
        add(PANCAKE, "Cake", "BUSD");
        add(QUICKSWAP, "WMATIC", "USDC");
        add(TRADER_JOE, "WAVAX", "USDC");
        add(TRADER_JOE, "JOE", "WAVAX");
    }

    /**
     * So many pairs, of ids from 1.
     *
     * @param count 10 or more
     */
    static List<TradingPair> of(int count) {
        MadeUpPairs made = new MadeUpPairs();
        while (made.pairs.size() < count) {
            String base = "T" + made.pairs.size();
            switch (made.pairs.size() % 4) {
                case 0 -> made.add(UNISWAP, base, "WETH");
                case 1 -> made.add(PANCAKE, base, "BUSD");
                case 2 -> made.add(QUICKSWAP, base, "USDC");
                default -> made.add(TRADER_JOE, base, "WAVAX");
            }
        }
        return List.copyOf(made.pairs);
    }

    private void add(Venue venue, String base, String quote) {
        Exchange exchange = new Exchange(venue.exchange(), FeeMode.FROM_INPUT);
        Token bought = token(venue.chain(), base);
        Token paid = token(venue.chain(), quote);
        pairs.add(new TradingPair(pairs.size() + 1, exchange, bought, paid, venue.feeBps(), PriceUnit.USD));
    }

    private static Token token(Chain chain, String symbol) {
        String address = String.format(Locale.ROOT, "0x%032x%08x", chain.id(), symbol.hashCode());
        return new Token(chain, address, symbol, symbol.equals("USDC") ? 6 : 18);
    }
}
