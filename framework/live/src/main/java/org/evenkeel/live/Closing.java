package org.evenkeel.live;

import java.util.List;
import org.evenkeel.api.DecisionInput;
import org.evenkeel.api.Settings;
import org.evenkeel.api.Strategy;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.market.TradingUniverse;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;

/** Decides in place of a strategy to sell all that it holds. */
public final class Closing implements Strategy {
    private final Strategy closed;

    /**
     * @param closed whose positions they are
     */
    public Closing(Strategy closed) {
        this.closed = closed;
    }

    @Override
    public TradingUniverse createTradingUniverse(MarketCatalog market) {
        return closed.createTradingUniverse(market);
    }

    @Override
    public List<TradeIntent> decideTrades(DecisionInput input) {
        return input.portfolio().positions().stream()
                .map(position -> TradeIntent.sell(position.pair(), new Size.SellAll(), TradeReason.CLOSE))
                .toList();
    }

    @Override
    public Settings settings() {
        return closed.settings();
    }

    @Override
    public String name() {
        return "The closing of " + closed.name();
    }
}
