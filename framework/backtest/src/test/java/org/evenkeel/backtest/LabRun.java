package org.evenkeel.backtest;

import java.math.BigDecimal;
import java.util.List;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.model.Trade;

/** A finished run, and the questions that tests ask of it. */
record LabRun(Ledger ledger, List<Event> events) {
    Portfolio book() {
        return ledger.book(Ledger.MAIN_BOOK);
    }

    List<Trade> trades(TradingPair pair) {
        return book().trades().stream()
                .filter(trade -> trade.plan().intent().pair().equals(pair))
                .toList();
    }

    /** The fill of the pair's trade of a number, from 0. */
    Trade.Filled fill(TradingPair pair, int number) {
        return trades(pair).get(number).filled().orElseThrow();
    }

    Trade.Failed failure(TradingPair pair, int number) {
        return (Trade.Failed) trades(pair).get(number).end().orElseThrow();
    }

    /** What became of a pair in a cycle, counted from 1, where there is exactly one answer. */
    SignalOutcome outcome(int cycle, TradingPair pair) {
        List<SignalOutcome> found = outcomes(cycle).stream()
                .filter(outcome -> outcome.pair().equals(pair))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("Cycle " + cycle + " has " + found.size() + " outcomes for " + pair);
        }
        return found.getFirst();
    }

    Outcome what(int cycle, TradingPair pair) {
        return outcome(cycle, pair).outcome();
    }

    List<SignalOutcome> outcomes(int cycle) {
        return book().cycles().get(cycle - 1).result().outcomes();
    }

    <E extends Event> List<E> events(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    double cash() {
        return book().reserves().values().stream()
                .mapToDouble(BigDecimal::doubleValue)
                .sum();
    }

    double finalEquity() {
        double[] equity = book().equityCurve().equity();
        return equity[equity.length - 1];
    }
}
