package org.evenkeel.api.alpha;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.api.port.Quotes;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Decimals;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.TriggerFactors;

/** One pair on its way through the alpha model. */
final class Candidate {
    private final TradingPair pair;
    private OptionalDouble signal = OptionalDouble.empty();
    private TriggerFactors triggers = TriggerFactors.NONE;
    private int rank;
    private double rawWeight;
    private double weight;
    private double oldWeight;
    private double target;
    private double quantityHeld;
    private double held;
    private Outcome outcome = Outcome.NOT_SELECTED;
    private double bound;

    Candidate(TradingPair pair) {
        this.pair = pair;
    }

    void set(double value, TriggerFactors factors) {
        signal = OptionalDouble.of(value);
        triggers = factors;
    }

    /** Judges the signal by itself; what fails is told why. What an earlier selection made of it is forgotten. */
    boolean passes(double threshold, Optional<Outcome> obstacle) {
        rank = 0;
        rawWeight = 0;
        weight = 0;
        if (obstacle.isPresent()) {
            return ends(obstacle.get(), 0);
        }
        if (!(strength() > threshold)) {
            return ends(Outcome.BELOW_THRESHOLD, threshold);
        }
        return signal() >= 0 || ends(Outcome.SHORTS_NOT_ALLOWED, 0);
    }

    /** What the signal is ranked by: the signal itself, and its size in a strategy that goes short. */
    double strength() {
        return signal();
    }

    private boolean ends(Outcome how, double why) {
        outcome = how;
        bound = why;
        return false;
    }

    /** Among the best. Until a trade is wanted of it, there is nothing to change. */
    void selected(int place) {
        rank = place;
        ends(Outcome.UNCHANGED, 0);
    }

    /** Not among the best so many. */
    void outranked(int count) {
        ends(Outcome.NOT_SELECTED, count);
    }

    void rawWeight(double value) {
        rawWeight = value;
    }

    void weight(double value) {
        weight = value;
    }

    void holds(double quantity, double value) {
        quantityHeld = quantity;
        held = value;
    }

    void target(double investableEquity) {
        target = weight * investableEquity;
        oldWeight = investableEquity > 0 ? held / investableEquity : 0;
    }

    /** The trade that brings what is held to the target; none where there is nothing to do or it cannot be done. */
    Optional<TradeIntent> intent(Quotes quotes, TradeLimits limits) {
        if (quantityHeld == 0 && weight == 0) {
            return Optional.empty();
        }
        Optional<Outcome> obstacle = quotes.findObstacle(pair);
        if (obstacle.isPresent()) {
            return ended(obstacle.get(), 0);
        }
        double capped = Math.min(target, limits.maxPoolShare() * quotes.poolValue(pair));
        boolean trimmed = capped < target;
        if (capped == 0) {
            outcome = Outcome.TRADED;
            return Optional.of(TradeIntent.sell(pair, new Size.SellAll(), TradeReason.CLOSE));
        }
        double adjust = capped - held;
        if (Math.abs(adjust) < limits.minRebalanceTradeUsd()) {
            return trimmed && held == 0
                    ? ended(Outcome.NO_LIQUIDITY, capped)
                    : ended(Outcome.BELOW_MINIMUM_TRADE, limits.minRebalanceTradeUsd());
        }
        if (adjust == 0) {
            return ended(Outcome.UNCHANGED, 0);
        }
        return adjust > 0 ? buy(adjust, trimmed, quotes, limits) : sell(-adjust, quotes, limits);
    }

    private Optional<TradeIntent> buy(double wanted, boolean trimmed, Quotes quotes, TradeLimits limits) {
        double most = quotes.maxSpend(pair, limits.maxPriceImpact());
        double spend = Math.min(wanted, most);
        if (spend < limits.minRebalanceTradeUsd()) {
            return ended(Outcome.NO_LIQUIDITY, spend);
        }
        BigDecimal value = Decimals.money(spend);
        if (value.signum() == 0) {
            return ended(Outcome.BELOW_MINIMUM_TRADE, limits.minRebalanceTradeUsd());
        }
        traded(trimmed || spend < wanted, spend);
        return Optional.of(TradeIntent.buy(pair, new Size.Spend(value), TradeReason.REBALANCE)
                .with(triggers));
    }

    private Optional<TradeIntent> sell(double value, Quotes quotes, TradeLimits limits) {
        double wanted = quotes.quantityFor(pair, value, quantityHeld);
        double most = quotes.maxSale(pair, limits.maxPriceImpact());
        BigDecimal quantity =
                Decimals.truncated(Math.min(wanted, most), pair.base().decimals());
        if (quantity.signum() == 0) {
            return ended(Outcome.BELOW_MINIMUM_TRADE, limits.minRebalanceTradeUsd());
        }
        traded(most < wanted, quotes.saleValue(pair, quantity.doubleValue()));
        return Optional.of(TradeIntent.sell(pair, new Size.Sell(quantity), TradeReason.REBALANCE));
    }

    private void traded(boolean trimmed, double value) {
        outcome = trimmed ? Outcome.TRIMMED_TO_LIQUIDITY : Outcome.TRADED;
        bound = trimmed ? value : 0;
    }

    private Optional<TradeIntent> ended(Outcome how, double why) {
        ends(how, why);
        return Optional.empty();
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

    double rawWeight() {
        return rawWeight;
    }

    int rankOrLast() {
        return rank == 0 ? Integer.MAX_VALUE : rank;
    }

    SignalOutcome outcome() {
        return new SignalOutcome(
                pair,
                signal,
                new SignalOutcome.Weighing(rank, rawWeight, weight, oldWeight),
                new SignalOutcome.Adjustment(target, held),
                outcome,
                bound);
    }
}
