package org.evenkeel.api;

import java.util.List;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.market.TradingUniverse;
import org.evenkeel.state.model.TradeIntent;

/**
 * A trading strategy: which pairs it trades, and what it wants to change at each tick of its cycle.
 *
 * <p>The same class runs in a backtest, in a parameter sweep, on paper and live. It needs a public constructor without
 * arguments, or with one {@link Parameters} argument from which it reads its parameters:
 *
 * <pre>{@code
 * public MyStrategy(Parameters set) {
 *     this.lookback = set.integer("lookback", 24);
 * }
 * }</pre>
 *
 * <p>A decision must follow from its input alone: keep no state between calls, read no clock and no random numbers, or
 * the decision cannot be replayed.
 */
public interface Strategy {
    /**
     * Chooses what may be traded. Called once, before the first decision.
     *
     * @param market what the data or the venue offers, without prices
     * @return the universe
     */
    TradingUniverse createTradingUniverse(MarketCatalog market);

    /**
     * Decides what to change. Called at each tick of the cycle.
     *
     * @param input what is known at the tick
     * @return the wanted trades; an empty list changes nothing
     */
    List<TradeIntent> decideTrades(DecisionInput input);

    /** How the strategy is run unless the user says otherwise: its cycle, its money, its limits. */
    default Settings settings() {
        return Settings.DEFAULTS;
    }

    /** The name shown to people. */
    default String name() {
        return getClass().getSimpleName();
    }
}
