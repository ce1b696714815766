package org.evenkeel.engine;

import java.time.Instant;
import java.util.List;
import org.evenkeel.api.DecisionInput;
import org.evenkeel.api.StrategyException;
import org.evenkeel.api.port.Ports;
import org.evenkeel.api.port.Quotes;
import org.evenkeel.market.MarketView;
import org.evenkeel.market.TradingUniverse;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.TradeIntent;

/** Asks the strategy. Changes nothing, so that a decision can be made again from what was known. */
final class Decider {
    /**
     * A decision and what it was made from.
     *
     * @param input what the strategy was given
     * @param quotes what trades would come to
     * @param event the decision, to be recorded
     */
    record Round(DecisionInput input, Quotes quotes, Event.Decided event) {}

    private final CycleEngine.Setup setup;
    private final Ports ports;

    Decider(CycleEngine.Setup setup, Ports ports) {
        this.setup = setup;
        this.ports = ports;
    }

    Round decide(Portfolio portfolio, Instant at) {
        MarketView market = ports.market().asOf(at);
        Quotes quotes = ports.pricing().quotes(market);
        Valuation now = Valuation.of(portfolio, quotes);
        int number = portfolio.cycles().size() + 1;
        DecisionInput input = new DecisionInput(
                number,
                market,
                quotes,
                new DecisionInput.Holdings(portfolio, now.equity(), now.cash()),
                setup.settings());
        List<TradeIntent> intents = intents(input);
        Cycle.Inputs inputs = new Cycle.Inputs(now.equity(), now.cash(), prices(market));
        Cycle.Decision decision = new Cycle.Decision(intents, input.notes());
        return new Round(input, quotes, new Event.Decided(at, portfolio.book(), number, inputs, decision));
    }

    private List<TradeIntent> intents(DecisionInput input) {
        List<TradeIntent> intents;
        try {
            intents = List.copyOf(setup.strategy().decideTrades(input));
        } catch (StrategyException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new StrategyException(
                    setup.strategy().name() + " failed in decideTrades at " + input.asOf() + " (cycle " + input.cycle()
                            + "): " + e + ". What it did before is on record; mend the strategy and run again.",
                    e);
        }
        for (TradeIntent intent : intents) {
            if (!setup.universe().contains(intent.pair())) {
                throw new StrategyException(setup.strategy().name() + " wants to trade " + intent.pair() + " at "
                        + input.asOf() + ", which is not in its universe: add it in createTradingUniverse.");
            }
        }
        return intents;
    }

    private double[] prices(MarketView market) {
        TradingUniverse universe = setup.universe();
        double[] prices = new double[universe.pairs().size()];
        for (int i = 0; i < prices.length; i++) {
            prices[i] = market.findClose(universe.pairs().get(i)).orElse(Double.NaN);
        }
        return prices;
    }
}
