package org.evenkeel.live.deviation;

import java.util.Optional;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.model.Trade;

/**
 * Why a trade of the backtest was not made live.
 *
 * @param why the kind of reason
 * @param outcome what became of the trade or of its signal, where that is the reason
 */
public record Missed(Why why, Optional<Outcome> outcome) {
    /** Kinds of reasons. */
    public enum Why {
        /** It was planned and did not happen. */
        NOT_EXECUTED("planned, and not executed"),
        /** It was planned, and what became of it is not known yet. */
        STILL_OPEN("planned, and its outcome is not known yet"),
        /** No decision was made at its tick. */
        NO_DECISION("no decision was made at this tick"),
        /** Its signal came to another outcome. */
        OTHER_OUTCOME("the signal came to another outcome"),
        /** The trigger that fired in the backtest did not. */
        NOT_TRIGGERED("its trigger did not fire"),
        /** The strategy did not want it. */
        NOT_WANTED("the strategy did not want it");

        private final String words;

        Why(String words) {
            this.words = words;
        }
    }

    /** The reason in a few words, for people. */
    public String explain() {
        return outcome.map(known -> why.words + ": " + known.words()).orElse(why.words);
    }

    /**
     * Finds the reason.
     *
     * @param match a trade that the backtest made and the live run did not
     * @param cycle the live cycle of its tick
     */
    static Missed of(Match match, Optional<Cycle> cycle) {
        if (match.live().isPresent()) {
            return match.live()
                    .flatMap(Trade::end)
                    .map(end -> new Missed(Why.NOT_EXECUTED, Optional.of(((Trade.Failed) end).outcome())))
                    .orElseGet(() -> new Missed(Why.STILL_OPEN, Optional.empty()));
        }
        if (match.any().plan().intent().reason().isTrigger()) {
            return new Missed(Why.NOT_TRIGGERED, Optional.empty());
        }
        if (cycle.isEmpty()) {
            return new Missed(Why.NO_DECISION, Optional.empty());
        }
        return cycle.get().result().outcomes().stream()
                .filter(outcome -> outcome.pair().equals(match.key().pair()))
                .map(SignalOutcome::outcome)
                .findFirst()
                .map(outcome -> new Missed(Why.OTHER_OUTCOME, Optional.of(outcome)))
                .orElseGet(() -> new Missed(Why.NOT_WANTED, Optional.empty()));
    }
}
