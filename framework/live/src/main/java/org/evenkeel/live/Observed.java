package org.evenkeel.live;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.Transfer;
import org.jspecify.annotations.Nullable;

/** Tells of trades that ended or were taken back, and of transfers that are overdue, each once. */
final class Observed {
    private final Consumer<LiveEvent> listener;
    private final Duration patience;
    private final Map<Long, Trade.End> ends = new HashMap<>();
    private final Set<Long> overdue = new HashSet<>();

    Observed(Consumer<LiveEvent> listener, Duration patience) {
        this.listener = listener;
        this.patience = patience;
    }

    private void tell(Trade trade, Trade.@Nullable End before, Trade.@Nullable End end, Instant now) {
        if (before != null) {
            ends.remove(trade.plan().id());
            listener.accept(new LiveEvent.TradeTakenBack(now, trade));
        }
        if (end != null) {
            ends.put(trade.plan().id(), end);
            listener.accept(new LiveEvent.TradeEnded(now, trade));
        }
    }

    /** What is so already when the run begins is not told. */
    void begin(Portfolio book) {
        for (Trade trade : book.trades()) {
            trade.end().ifPresent(end -> ends.put(trade.plan().id(), end));
        }
    }

    /** Tells what has changed since the last look. */
    void look(Portfolio book, Instant now) {
        for (Trade trade : book.trades()) {
            Trade.End end = trade.end().orElse(null);
            Trade.End before = ends.get(trade.plan().id());
            if (!Objects.equals(end, before)) {
                tell(trade, before, end, now);
            }
        }
        for (Transfer transfer : book.inFlight()) {
            boolean late = transfer.times().arrives().plus(patience).isBefore(now);
            if (late && overdue.add(transfer.id())) {
                listener.accept(new LiveEvent.TransferOverdue(now, transfer));
            }
        }
    }
}
