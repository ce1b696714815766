package org.evenkeel.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.evenkeel.api.DecisionInput;
import org.evenkeel.api.StrategyException;
import org.evenkeel.api.port.Ports;
import org.evenkeel.api.port.Quotes;
import org.evenkeel.market.MarketView;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.TradingUniverse;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.model.TradeIntent;

/** Asks the strategy. Changes nothing, so that a decision can be made again from what was known. */
final class Decider {
    /**
     * A decision and what it was made from.
     *
     * @param input what the strategy was given
     * @param accepted the pairs that may be bought
     * @param quotes what trades would come to
     * @param event the decision, to be recorded
     * @param signals what the alpha model made of each signal, before any trade
     */
    record Round(
            DecisionInput input,
            List<TradingPair> accepted,
            Quotes quotes,
            Event.Decided event,
            List<SignalOutcome> signals) {}

    private final CycleEngine.Setup setup;
    private final Ports ports;

    Decider(CycleEngine.Setup setup, Ports ports) {
        this.setup = setup;
        this.ports = ports;
    }

    Round decide(Portfolio portfolio, Instant at) {
        int number = portfolio.cycles().size() + 1;
        Optional<QuoteRecorder> heard = ports.pricing().isRepeatable()
                ? Optional.empty()
                : Optional.of(
                        new QuoteRecorder(ports.pricing().quotes(ports.market().asOf(at))));
        DecisionInput input = input(portfolio, number, at, heard);
        Cycle.Decision decision = guarded(input, () -> decision(input));
        List<TradingPair> accepted = guarded(input, input::pairs);
        Cycle.Inputs inputs = new Cycle.Inputs(input.equity(), input.cash(), prices(input.market()));
        List<SignalOutcome> signals = input.signalOutcomes();
        Event.Knowledge knowledge = heard.map(told -> new Event.Knowledge(Optional.of(told.heard()), signals))
                .orElse(Event.Knowledge.NONE);
        Event.Decided event = new Event.Decided(at, portfolio.book(), number, inputs, decision, knowledge);
        return new Round(input, accepted, input.quotes(), event, signals);
    }

    /** A decision that is on record, with what is known now. The strategy is not asked once more. */
    Round recorded(Portfolio portfolio, Cycle.Begun begun, Instant at) {
        DecisionInput input = input(portfolio, begun.number(), at, Optional.empty());
        List<TradingPair> accepted = guarded(input, input::pairs);
        Event.Decided event =
                new Event.Decided(begun.at(), portfolio.book(), begun.number(), begun.inputs(), begun.decision());
        return new Round(input, accepted, input.quotes(), event, begun.signals());
    }

    private DecisionInput input(Portfolio portfolio, int number, Instant at, Optional<QuoteRecorder> heard) {
        MarketView market = ports.market().asOf(at);
        Quotes quotes = heard.<Quotes>map(recorder -> recorder)
                .orElseGet(() -> ports.pricing().quotes(market));
        Valuation now = Valuation.of(portfolio, quotes);
        return new DecisionInput(
                number,
                market,
                quotes,
                new DecisionInput.Holdings(portfolio, now.equity(), now.cash()),
                setup.settings());
    }

    private Cycle.Decision decision(DecisionInput input) {
        List<TradeIntent> intents = setup.strategy().decideTrades(input);
        require(intents);
        return new Cycle.Decision(intents, input.notes());
    }

    /** Whatever goes wrong in the strategy's own code, its filters among it, ends as its failure. */
    private <T> T guarded(DecisionInput input, Supplier<T> own) {
        try {
            return own.get();
        } catch (StrategyException e) {
            throw failure(input, String.valueOf(e.getMessage()), e);
        } catch (Exception | Error e) {
            StrategyException.requireOwn(e);
            throw failure(input, e.toString(), e);
        }
    }

    private StrategyException failure(DecisionInput input, String what, Throwable cause) {
        return new StrategyException(
                setup.strategy().name() + " failed in decideTrades at " + input.asOf() + " (cycle " + input.cycle()
                        + "): " + what + (what.endsWith(".") ? "" : ".")
                        + " What was done before is on record; mend the strategy and run again.",
                cause);
    }

    private void require(List<TradeIntent> intents) {
        if (intents == null) {
            throw new StrategyException("It returned null: return an empty list to change nothing.");
        }
        for (int i = 0; i < intents.size(); i++) {
            TradeIntent intent = intents.get(i);
            if (intent == null) {
                throw new StrategyException(
                        "It returned null as trade " + (i + 1) + " of " + intents.size() + ": leave it out.");
            }
            if (!setup.universe().contains(intent.pair())) {
                throw new StrategyException("It wants to trade " + intent.pair()
                        + ", which is not in its universe: add it in createTradingUniverse.");
            }
        }
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
