package org.evenkeel.strategies;

import java.util.List;
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
import org.evenkeel.research.Valuation;
import org.evenkeel.research.Vectorised;
import org.evenkeel.state.model.TradeIntent;

/**
 * Spends the same amount at every decision, in equal parts on each pair, until the cash is gone. The two forms differ
 * in one thing: where the cash does not suffice and a pair cannot be traded, its part goes to the others in the
 * vectorised one.
 */
public final class DollarCostAveraging implements Strategy, Vectorised {
    private final PairChoice pairs;
    private final double amount;

    /** Reads the parameters; without {@code pairs}, all that the data has are bought. */
    public DollarCostAveraging(Parameters set) {
        pairs = set.pairs("pairs");
        amount = set.number("amount", 100);
    }

    @Override
    public Settings settings() {
        return Settings.DEFAULTS.withCycle(Interval.WEEKLY).withCapital(new Settings.Capital(10_000, 1, 0));
    }

    @Override
    public TradingUniverse createTradingUniverse(MarketCatalog market) {
        return pairs.from(market).build();
    }

    @Override
    public List<TradeIntent> decideTrades(DecisionInput input) {
        PositionManager orders = input.positionManager();
        double each = Math.min(amount, input.cash()) / input.pairs().size();
        input.pairs().forEach(pair -> orders.orderValue(pair, each));
        return orders.trades();
    }

    @Override
    public Rows rows() {
        return Rows.TICKS;
    }

    @Override
    public OrderTable orders(PriceTable prices) {
        int[] begun = prices.begun();
        return SizedOrders.forEach(prices, row -> amount / begun[row], SizeType.VALUE)
                .with(Valuation.MONEY)
                .with(Books.shared(CallOrder.BUYS_SCALED));
    }
}
