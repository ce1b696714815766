package org.evenkeel.live.deviation;

import java.util.Optional;
import java.util.Set;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Side;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeReason;

/**
 * Why a trade of the live run was not made in the backtest.
 *
 * @param why the kind of reason
 * @param outcome what became of it in the backtest, where that is the reason
 */
public record Extra(Why why, Optional<Outcome> outcome) {
    private static final Set<Outcome> UNPRICED = Set.of(Outcome.NO_PRICE, Outcome.STALE_PRICE, Outcome.NO_CANDLE);

    /** Kinds of reasons. */
    public enum Why {
        /** No trade at all: the wallet had it no more, and a person wrote it off. */
        WRITTEN_OFF("written off by hand, for the wallet had it no more"),
        /** The recorded candles have no price that it could have traded at. */
        NO_PRICE("the recorded candles have no price to trade at"),
        /** It sold what the backtest could not buy for want of a price. */
        NOT_BOUGHT("the backtest held none of it, for want of a price"),
        /** It was decided between two ticks, as a closing is. */
        NO_TICK("decided between two ticks, where a backtest decides nothing"),
        /** The backtest wanted it, and it came to another outcome. */
        OTHER_OUTCOME("in the backtest it came to another outcome"),
        /** The trigger that fired live did not fire in the backtest. */
        NOT_TRIGGERED("its trigger did not fire in the backtest"),
        /** The strategy did not want it in the backtest. */
        NOT_WANTED("in the backtest the strategy did not want it");

        private final String words;

        Why(String words) {
            this.words = words;
        }
    }

    /** The reason in a few words, for people. */
    public String explain() {
        return outcome.filter(known -> why == Why.OTHER_OUTCOME)
                .map(known -> why.words + ": " + known.words())
                .orElse(why.words);
    }

    /** Whether prices were missing, so that nothing can be said of what else may have differed. */
    public boolean isUnpriced() {
        return why == Why.NO_PRICE || why == Why.NOT_BOUGHT;
    }

    /**
     * Finds the reason.
     *
     * @param match a trade that the live run made and the backtest did not
     * @param cycle the backtest's cycle of its tick
     * @param notBought what the backtest could not buy before for want of a price
     */
    static Extra of(Match match, Optional<Cycle> cycle, Set<TradingPair> notBought) {
        if (match.any().plan().intent().reason() == TradeReason.WRITE_OFF) {
            return new Extra(Why.WRITTEN_OFF, Optional.empty());
        }
        Optional<Outcome> outcome = outcome(match, cycle);
        if (match.key().side() == Side.SELL && notBought.contains(match.key().pair())) {
            return new Extra(Why.NOT_BOUGHT, Optional.empty());
        }
        if (outcome.filter(UNPRICED::contains).isPresent()) {
            return new Extra(Why.NO_PRICE, outcome);
        }
        if (match.any().plan().intent().reason().isTrigger()) {
            return new Extra(Why.NOT_TRIGGERED, Optional.empty());
        }
        if (cycle.isEmpty()) {
            return new Extra(Why.NO_TICK, Optional.empty());
        }
        return outcome.map(known -> new Extra(Why.OTHER_OUTCOME, outcome))
                .orElseGet(() -> new Extra(Why.NOT_WANTED, Optional.empty()));
    }

    /** Of the trade, where it was planned, else of its signal. */
    private static Optional<Outcome> outcome(Match match, Optional<Cycle> cycle) {
        Optional<Outcome> failed = match.backtest().flatMap(Trade::failed).map(Trade.Failed::outcome);
        return failed.or(() -> cycle.flatMap(known -> known.result().outcomes().stream()
                .filter(signal -> signal.pair().equals(match.key().pair()))
                .map(SignalOutcome::outcome)
                .findFirst()));
    }
}
