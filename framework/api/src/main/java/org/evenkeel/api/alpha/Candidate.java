package org.evenkeel.api.alpha;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Basket;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TriggerFactors;

/** One pair on its way through the alpha model. */
final class Candidate {
    private final TradingPair pair;
    private OptionalDouble signal = OptionalDouble.empty();
    private TriggerFactors triggers = TriggerFactors.NONE;
    private Optional<Basket> basket = Optional.empty();
    private int rank;
    private double rawWeight;
    private double weight;
    private double oldWeight;
    private double target;
    private BigDecimal quantityHeld = BigDecimal.ZERO;
    private double valueHeld;
    private Outcome outcome = Outcome.NOT_SELECTED;
    private double bound;

    Candidate(TradingPair pair) {
        this.pair = pair;
    }

    void set(double value, TriggerFactors factors, Optional<Basket> group) {
        signal = OptionalDouble.of(value);
        triggers = factors;
        basket = group;
    }

    /** Judges the signal by itself; what fails is told why. What an earlier selection made of it is forgotten. */
    boolean passes(double threshold, Optional<Outcome> obstacle) {
        rank = 0;
        rawWeight = 0;
        weight = 0;
        if (obstacle.isPresent()) {
            return fails(obstacle.get(), 0);
        }
        if (!(strength() > threshold)) {
            return fails(Outcome.BELOW_THRESHOLD, threshold);
        }
        return signal() >= 0 || fails(Outcome.SHORTS_NOT_ALLOWED, 0);
    }

    private boolean fails(Outcome how, double why) {
        ended(how, why);
        return false;
    }

    /** What the signal is ranked by: the signal itself, and its size in a strategy that goes short. */
    double strength() {
        return signal();
    }

    /** Among the best. Until a trade is wanted of it, there is nothing to change. */
    void selected(int place) {
        rank = place;
        ended(Outcome.UNCHANGED, 0);
    }

    /** Not among the best so many. */
    void outranked(int count) {
        ended(Outcome.NOT_SELECTED, count);
    }

    void rawWeight(double value) {
        rawWeight = value;
    }

    void weight(double value) {
        weight = value;
    }

    void holds(BigDecimal quantity, double value) {
        quantityHeld = quantity;
        valueHeld = value;
    }

    void target(double investableEquity) {
        target = weight * investableEquity;
        oldWeight = investableEquity > 0 ? valueHeld / investableEquity : 0;
    }

    /** What became of it, and the limit that decided so; 0 where none did. */
    void ended(Outcome how, double why) {
        outcome = how;
        bound = why;
    }

    TradingPair pair() {
        return pair;
    }

    boolean hasSignal() {
        return signal.isPresent();
    }

    double signal() {
        return signal.orElseThrow();
    }

    /** The buy, with what is to be watched for once it has opened a position. */
    TradeIntent watched(TradeIntent buy) {
        TradeIntent triggered = buy.with(triggers);
        return basket.map(triggered::in).orElse(triggered);
    }

    double rawWeight() {
        return rawWeight;
    }

    int rankOrLast() {
        return rank == 0 ? Integer.MAX_VALUE : rank;
    }

    double target() {
        return target;
    }

    boolean isHeld() {
        return quantityHeld.signum() > 0;
    }

    BigDecimal quantityHeld() {
        return quantityHeld;
    }

    double valueHeld() {
        return valueHeld;
    }

    SignalOutcome outcome() {
        return new SignalOutcome(
                pair,
                signal,
                new SignalOutcome.Weighing(rank, rawWeight, weight, oldWeight),
                new SignalOutcome.Adjustment(target, valueHeld),
                outcome,
                bound);
    }
}
