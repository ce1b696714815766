package org.evenkeel.engine;

import java.time.Instant;
import java.util.List;
import org.evenkeel.api.port.Execution;
import org.evenkeel.api.port.Ports;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.Transfer;

/** Learns what became of what is open: trades that a chain took back, transfers on their way, trades without an end. */
final class Settlement {
    private final Ledger ledger;
    private final String book;
    private final TradeDesk desk;
    private final Execution execution;
    private final Invariants invariants;

    Settlement(Ledger ledger, TradeDesk desk, Ports ports, Invariants invariants) {
        this.ledger = ledger;
        this.book = desk.book();
        this.desk = desk;
        this.execution = ports.trading().execution();
        this.invariants = invariants;
    }

    /** Before a decision: buys that still wait for money are off, for it decides anew. */
    void beforeDecision(Instant at) {
        undo(at);
        lookAfterTransfers(at);
        desk.settle(at);
    }

    /** Between decisions: buys that wait for money go on waiting. */
    void betweenDecisions(Instant at) {
        undo(at);
        desk.settleAllButWaiting(at);
        lookAfterTransfers(at);
    }

    private void lookAfterTransfers(Instant at) {
        for (Transfer transfer : List.copyOf(portfolio().inFlight())) {
            desk.look(transfer, at);
        }
    }

    private void undo(Instant at) {
        List<Trade> booked =
                portfolio().trades().stream().filter(Trade::canBeUndone).toList();
        if (booked.isEmpty()) {
            return;
        }
        for (Trade gone : execution.undone(booked)) {
            ledger.apply(new Event.TradeUndone(at, gone.plan().id()));
            invariants.recount();
        }
    }

    private Portfolio portfolio() {
        return ledger.book(book);
    }
}
