package org.evenkeel.engine;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.evenkeel.api.port.Execution;
import org.evenkeel.market.Token;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeStatus;

/** Takes single trades from plan to end: each is on record before it is executed, and its end after. */
final class TradeRecorder {
    private final Ledger ledger;
    private final String book;
    private final Execution execution;

    TradeRecorder(Ledger ledger, String book, Execution execution) {
        this.ledger = ledger;
        this.book = book;
        this.execution = execution;
    }

    /** Records a plan. */
    PlannedTrade plan(TradeIntent intent, int cycle, Token reserve, Instant at) {
        PlannedTrade trade =
                new PlannedTrade(ledger.nextTrade(), book, cycle, reserve, intent, execution.paysGasItself());
        ledger.apply(new Event.TradePlanned(at, trade));
        return trade;
    }

    /**
     * Executes a planned trade and records its end.
     *
     * @param touched the price at which a trigger was touched; empty for a decision's trade
     */
    Execution.Ended execute(PlannedTrade trade, Instant at, OptionalDouble touched) {
        Execution.Ended end = execution.execute(new Execution.Order(trade, at, touched));
        record(trade, end);
        return end;
    }

    /**
     * Learns and records what became of trades that are open.
     *
     * @param waits whether a trade that was never executed goes on waiting for it
     */
    void settle(List<Trade> open, Instant at, Predicate<Trade> waits) {
        List<Trade> asked = List.copyOf(open); // While it is waited for them, others may come.
        if (!asked.isEmpty()) {
            List<Execution.Ended> ends = execution.settle(asked, at);
            for (int i = 0; i < asked.size(); i++) {
                boolean happened = !(ends.get(i) instanceof Execution.Failed failed
                        && failed.gas().signum() == 0);
                if (happened || !waits.test(asked.get(i))) {
                    record(asked.get(i).plan(), ends.get(i));
                }
            }
        }
    }

    private void record(PlannedTrade trade, Execution.Ended end) {
        switch (end) {
            case Execution.Filled filled ->
                ledger.apply(new Event.TradeFilled(filled.at(), trade.id(), filled.fill(), filled.trail()));
            case Execution.Failed failed ->
                ledger.apply(
                        new Event.TradeFailed(failed.at(), trade.id(), failed.outcome(), failed.gas(), failed.trail()));
            case Execution.Unknown unknown -> {
                if (ledger.trade(trade.id()).status() == TradeStatus.PLANNED) {
                    ledger.apply(new Event.TradeUnknown(unknown.at(), trade.id()));
                }
            }
        }
    }
}
