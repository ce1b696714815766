package org.evenkeel.engine;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.api.port.Quotes;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.model.Size;

/** Tells of every signal, and of every order that no signal stands behind, what became of it: each exactly once. */
final class Outcomes {
    private final List<Wish> untold;

    private Outcomes(List<Wish> wishes) {
        this.untold = new ArrayList<>(wishes);
    }

    /**
     * The alpha model's outcomes, corrected by what execution made of them, then those of the other orders.
     *
     * @param wishes what was wanted, all of which has been carried out or not
     */
    static List<SignalOutcome> of(Decider.Round round, List<Wish> wishes) {
        return new Outcomes(wishes).all(round);
    }

    private List<SignalOutcome> all(Decider.Round round) {
        List<SignalOutcome> outcomes = new ArrayList<>();
        for (SignalOutcome outcome : round.signals()) {
            outcomes.add(outcome.outcome().isTraded() ? executed(outcome) : outcome);
        }
        for (Wish wish : untold) {
            outcomes.add(ordered(wish, round.input().quotes()));
        }
        return outcomes;
    }

    private SignalOutcome executed(SignalOutcome signal) {
        for (Wish wish : untold) {
            if (wish.pair().equals(signal.pair())) {
                untold.remove(wish);
                TradeResult result = wish.result();
                return result.outcome() == Outcome.TRADED ? signal : signal.with(result.outcome(), result.value());
            }
        }
        return signal.with(Outcome.WITHDRAWN, 0);
    }

    private static SignalOutcome ordered(Wish wish, Quotes quotes) {
        TradingPair pair = wish.pair();
        double change = switch (wish.intent().size()) {
            case Size.Spend spend -> spend.value().doubleValue();
            case Size.Sell sell ->
                -Math.min(wish.held(), quotes.saleValue(pair, sell.quantity().doubleValue()));
            case Size.SellAll all -> -wish.held();
        };
        return SignalOutcome.ofOrder(
                pair,
                new SignalOutcome.Adjustment(wish.held() + change, wish.held()),
                wish.result().outcome(),
                wish.result().value());
    }
}
