package org.evenkeel.strategies;

import static org.evenkeel.indicators.Rolling.mean;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.evenkeel.api.DecisionInput;
import org.evenkeel.api.FillPrice;
import org.evenkeel.api.PairChoice;
import org.evenkeel.api.Parameters;
import org.evenkeel.api.PositionManager;
import org.evenkeel.api.Settings;
import org.evenkeel.api.Strategy;
import org.evenkeel.api.TriggerPrice;
import org.evenkeel.indicators.Crossings;
import org.evenkeel.indicators.Indicators;
import org.evenkeel.market.Indicator;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.TradingUniverse;
import org.evenkeel.research.OrderTable;
import org.evenkeel.research.PriceTable;
import org.evenkeel.research.SignalOrders;
import org.evenkeel.research.Vectorised;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.TradeIntent;

/**
 * Holds each pair from where a fast average of its closes crosses above a slow one to where it crosses below. Each pair
 * is a book of its own with an equal share of the money: it buys with what its own trades have left of that.
 */
public final class SmaCrossover implements Strategy, Vectorised {
    private static final String[] PAIRS = {
        "AAPL-USD", "MSFT-USD", "GOOGL-USD", "AMZN-USD", "NVDA-USD", "META-USD", "TSLA-USD"
    };

    private final PairChoice pairs;
    private final int fast;
    private final int slow;

    /** Reads the parameters; the averages are of so many candles of the cycle's length. */
    public SmaCrossover(Parameters set) {
        pairs = set.pairs("pairs", PAIRS);
        fast = set.count("fast", 10);
        slow = set.count("slow", 50);
        set.require(fast < slow, "fast must be below slow");
    }

    @Override
    public Settings settings() {
        return Settings.DEFAULTS
                .withCycle(Interval.DAILY)
                .withCapital(new Settings.Capital(10_000, 1, 0))
                .withFills(new Settings.Fills(FillPrice.CLOSE, TriggerPrice.LOW_HIGH, Optional.empty()));
    }

    @Override
    public TradingUniverse createTradingUniverse(MarketCatalog market) {
        return pairs.from(market).build();
    }

    @Override
    public List<TradeIntent> decideTrades(DecisionInput input) {
        PositionManager orders = input.positionManager();
        Interval candle = input.settings().schedule().cycle();
        Indicator cross = Indicators.cross(Indicators.sma(candle, fast), Indicators.sma(candle, slow));
        for (TradingPair pair : input.pairs()) {
            double crossed = input.value(cross, pair).orElse(0);
            boolean held = input.portfolio().findPosition(pair).isPresent();
            if (crossed > 0 && !held) {
                orders.orderValue(pair, cash(input, pair));
            } else if (crossed < 0 && held) {
                orders.close(pair);
            }
        }
        return orders.trades();
    }

    /** A pair's share of all deposits, and what its closed positions made of it. */
    private static double cash(DecisionInput input, TradingPair pair) {
        Portfolio portfolio = input.portfolio();
        BigDecimal made = BigDecimal.ZERO;
        for (Position position : portfolio.closedPositions()) {
            made = position.pair().equals(pair) ? made.add(position.totals().realised()) : made;
        }
        return portfolio.netDeposits().doubleValue() / input.universe().pairs().size() + made.doubleValue();
    }

    @Override
    public OrderTable orders(PriceTable prices) {
        double[][] crossings = new double[prices.assets().size()][];
        Arrays.setAll(
                crossings,
                asset -> prices.column(asset, closes -> Crossings.of(mean(closes, fast), mean(closes, slow))));
        return SignalOrders.of(crossings);
    }
}
