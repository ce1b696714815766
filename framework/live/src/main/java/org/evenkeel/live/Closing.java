package org.evenkeel.live;

import java.util.List;
import org.evenkeel.api.DecisionInput;
import org.evenkeel.api.Settings;
import org.evenkeel.api.Strategy;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.market.TradingUniverse;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;

/** Decides in place of a strategy to sell all that it holds. */
public final class Closing implements Strategy {
    private final Strategy closed;
    private final TradeReason reason;

    /**
     * @param closed whose positions they are
     */
    public Closing(Strategy closed) {
        this(closed, TradeReason.CLOSE_ALL);
    }

    private Closing(Strategy closed, TradeReason reason) {
        this.closed = closed;
        this.reason = reason;
    }

    /**
     * The one that decided this: an earlier release called its sales those of the strategy.
     *
     * @param closed whose positions they are
     * @param recorded what it decided
     */
    public static Closing that(Strategy closed, Cycle.Decision recorded) {
        boolean named = !recorded.notes().messages().isEmpty();
        return new Closing(closed, named ? TradeReason.CLOSE_ALL : TradeReason.CLOSE);
    }

    @Override
    public TradingUniverse createTradingUniverse(MarketCatalog market) {
        return closed.createTradingUniverse(market);
    }

    @Override
    public List<TradeIntent> decideTrades(DecisionInput input) {
        if (reason == TradeReason.CLOSE_ALL) {
            input.message("close-all by hand: everything was to be sold, whatever the strategy wants.");
        }
        return input.portfolio().positions().stream()
                .map(position -> TradeIntent.sell(position.pair(), new Size.SellAll(), reason))
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
