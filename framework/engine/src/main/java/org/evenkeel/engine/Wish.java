package org.evenkeel.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.evenkeel.api.DecisionInput;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.Side;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.TriggerFactors;

/**
 * What a decision wants of one pair on one side, all its intents taken together (cut into pieces, an order would escape
 * its own price impact), and what became of it.
 */
final class Wish {
    private final TradeIntent intent;
    private final boolean ofSignal;
    private final double held;
    private Optional<TradeResult> result = Optional.empty();

    private Wish(TradeIntent intent, boolean ofSignal, double held) {
        this.intent = intent;
        this.ofSignal = ofSignal;
        this.held = held;
    }

    /** The trade that is wanted. */
    TradeIntent intent() {
        return intent;
    }

    TradingPair pair() {
        return intent.pair();
    }

    /** Whether the alpha model wants just this, which has limited it to what the pools bear. */
    boolean isOfSignal() {
        return ofSignal;
    }

    /** What was held of the pair before the decision, in USD. */
    double held() {
        return held;
    }

    /** Whether nothing has become of it yet. */
    boolean isOpen() {
        return result.isEmpty();
    }

    void became(TradeResult what) {
        result = Optional.of(what);
    }

    TradeResult result() {
        return result.orElseThrow();
    }

    private record Kind(TradingPair pair, Side side) {}

    /** The wishes of a decision, in the order of their first intents. */
    static List<Wish> of(List<TradeIntent> intents, DecisionInput input) {
        return of(intents, input, pair -> held(pair, input));
    }

    /**
     * The wishes of a decision, in the order of their first intents.
     *
     * @param held what was held of a pair before the decision, in USD
     */
    static List<Wish> of(List<TradeIntent> intents, DecisionInput input, ToDoubleFunction<TradingPair> held) {
        Map<Kind, TradeIntent> merged = new LinkedHashMap<>();
        Set<Kind> several = new HashSet<>();
        for (TradeIntent intent : intents) {
            Kind kind = new Kind(intent.pair(), intent.side());
            TradeIntent before = merged.get(kind);
            merged.put(kind, before == null ? intent : together(before, intent));
            if (before != null) {
                several.add(kind);
            }
        }
        Set<TradingPair> signalled = signalled(input);
        List<Wish> wishes = new ArrayList<>(merged.size());
        merged.forEach((kind, intent) -> {
            boolean alone = !several.contains(kind) && intent.reason() != TradeReason.ORDER;
            wishes.add(new Wish(intent, alone && signalled.contains(kind.pair()), held.applyAsDouble(kind.pair())));
        });
        return wishes;
    }

    private static Set<TradingPair> signalled(DecisionInput input) {
        Set<TradingPair> pairs = new HashSet<>();
        for (SignalOutcome outcome : input.signalOutcomes()) {
            if (outcome.outcome().isTraded()) {
                pairs.add(outcome.pair());
            }
        }
        return pairs;
    }

    private static double held(TradingPair pair, DecisionInput input) {
        return input.portfolio()
                .findPosition(pair)
                .map(Position::quantity)
                .map(quantity -> input.quotes().saleValue(pair, quantity.doubleValue()))
                .orElse(0.0);
    }

    private static TradeIntent together(TradeIntent first, TradeIntent second) {
        TradeIntent watched = first.triggers().equals(TriggerFactors.NONE) ? second : first;
        return new TradeIntent(
                first.pair(),
                first.side(),
                sum(first.size(), second.size()),
                first.reason(),
                watched.triggers(),
                first.basket().or(second::basket));
    }

    private static Size sum(Size first, Size second) {
        if (first instanceof Size.Spend one && second instanceof Size.Spend other) {
            return new Size.Spend(one.value().add(other.value()));
        }
        if (first instanceof Size.Sell one && second instanceof Size.Sell other) {
            return new Size.Sell(one.quantity().add(other.quantity()));
        }
        return new Size.SellAll();
    }
}
