package org.evenkeel.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.evenkeel.state.model.Trade;

/** The trades of one book, and which of them have not ended. */
final class Trades {
    private final List<Trade> all = new ArrayList<>();
    private final Map<Long, Integer> places = new HashMap<>();
    private final Map<Long, Trade> open = new LinkedHashMap<>();

    void add(Trade trade) {
        places.put(trade.plan().id(), all.size());
        all.add(trade);
        noteOpen(trade);
    }

    /** Puts a changed trade in the place of what it was before. */
    void change(Trade trade) {
        all.set(placeOf(trade.plan().id()), trade);
        noteOpen(trade);
    }

    private void noteOpen(Trade trade) {
        if (trade.end().isEmpty()) {
            open.put(trade.plan().id(), trade);
        } else {
            open.remove(trade.plan().id());
        }
    }

    private int placeOf(long id) {
        return Objects.requireNonNull(places.get(id));
    }

    Trade trade(long id) {
        return all.get(placeOf(id));
    }

    List<Trade> all() {
        return Collections.unmodifiableList(all);
    }

    List<Trade> open() {
        return open.isEmpty() ? List.of() : List.copyOf(open.values());
    }
}
