package org.evenkeel.strategies;

import java.util.List;
import java.util.stream.IntStream;
import org.evenkeel.api.DecisionInput;
import org.evenkeel.api.PairChoice;
import org.evenkeel.api.Parameters;
import org.evenkeel.api.PositionManager;
import org.evenkeel.api.Settings;
import org.evenkeel.api.Strategy;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.market.TradingUniverse;
import org.evenkeel.research.Books;
import org.evenkeel.research.CallOrder;
import org.evenkeel.research.OrderTable;
import org.evenkeel.research.PriceTable;
import org.evenkeel.research.SizeType;
import org.evenkeel.research.SizedOrders;
import org.evenkeel.research.Vectorised;
import org.evenkeel.state.model.TradeIntent;

/** Spends the same on each pair at the first decision that can trade them, and never trades again. */
public final class BuyAndHold implements Strategy, Vectorised {
    private final PairChoice pairs;

    /** Reads the parameters; without {@code pairs}, all that the data has are bought. */
    public BuyAndHold(Parameters set) {
        pairs = set.pairs("pairs");
    }

    @Override
    public Settings settings() {
        return Settings.DEFAULTS.withCycle(Interval.DAILY).withCapital(new Settings.Capital(10_000, 1, 0));
    }

    @Override
    public TradingUniverse createTradingUniverse(MarketCatalog market) {
        return pairs.from(market).build();
    }

    @Override
    public List<TradeIntent> decideTrades(DecisionInput input) {
        PositionManager orders = input.positionManager();
        if (input.portfolio().trades().isEmpty()) {
            double each = input.investableEquity() / input.pairs().size();
            input.pairs().forEach(pair -> orders.orderValue(pair, each));
        }
        return orders.trades();
    }

    @Override
    public OrderTable orders(PriceTable prices) {
        int[] begun = prices.begun();
        int first = IntStream.range(prices.start(), begun.length)
                .filter(row -> begun[row] > 0)
                .findFirst()
                .orElse(-1);
        return SizedOrders.forEach(prices, row -> row == first ? 1.0 / begun[row] : Double.NaN, SizeType.PERCENT)
                .with(Books.shared(CallOrder.GIVEN));
    }
}
