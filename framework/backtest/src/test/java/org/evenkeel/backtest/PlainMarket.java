package org.evenkeel.backtest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Exchange;
import org.evenkeel.market.FeeMode;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;

/** The candles of another market as those of one venue against dollars: no routes, no depth, one fee. */
final class PlainMarket {
    private static final Chain CHAIN = new Chain("bsc", 56);
    private static final Token BUSD = new Token(CHAIN, "0xbusd", "BUSD", 18);

    private PlainMarket() {}

    static MarketDataSet of(MarketDataSet data, FeeMode mode, double feeBps) {
        MarketHistory history = data.history(data.catalog().selectAll().build());
        Exchange venue = new Exchange("venue", mode);
        Map<TradingPair, Candles> candles = new LinkedHashMap<>();
        for (TradingPair pair : history.universe().pairs()) {
            Token base = new Token(CHAIN, "0x" + pair.id(), pair.base().symbol() + pair.id(), 18);
            Candles own = history.of(pair).candles();
            candles.put(
                    new TradingPair(pair.id(), venue, base, BUSD, feeBps, PriceUnit.USD),
                    new Candles(own.interval(), own.times(), own.prices()));
        }
        MarketCatalog catalog =
                new MarketCatalog("plain", true, data.catalog().interval(), List.copyOf(candles.keySet()));
        return new MarketDataSet(
                catalog,
                wanted -> wanted.stream()
                        .map(pair -> Objects.requireNonNull(candles.get(pair)))
                        .toList());
    }
}
