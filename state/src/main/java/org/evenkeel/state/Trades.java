package org.evenkeel.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.evenkeel.state.model.Trade;

/** The trades of one book, which of them have not ended, and which made up each position. */
final class Trades {
    private final List<Trade> all = new ArrayList<>();
    private final Map<Long, Integer> places = new HashMap<>();
    private final Map<Long, Trade> open = new TreeMap<>();
    /** By position, the numbers of the trades that changed it, in the order in which they were filled. */
    private final Map<Long, List<Long>> fills = new HashMap<>();

    static Trades restored(BookSnapshot.Deeds saved) {
        Trades trades = new Trades();
        for (Trade trade : saved.trades()) {
            trades.add(trade);
            trade.filled().ifPresent(filled -> trades.noteFill(filled.position(), trade));
        }
        saved.fillOrder().forEach(trades::reorder);
        return trades;
    }

    private void reorder(long position, List<Long> order) {
        List<Long> known = fills.getOrDefault(position, List.of());
        if (!known.equals(order.stream().sorted().toList())) {
            throw new IllegalStateException("Position " + position + " is said to be made of the trades " + order
                    + ", and is of " + known + ".");
        }
        fills.put(position, new ArrayList<>(order));
    }

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

    /** Puts a trade that was filled in the place of what it was before. */
    void fill(Trade filled, long position) {
        change(filled);
        noteFill(position, filled);
    }

    private void noteFill(long position, Trade trade) {
        fills.computeIfAbsent(position, none -> new ArrayList<>(2))
                .add(trade.plan().id());
    }

    /** Puts a trade whose fill was taken back, the last of its position, in the place of what it was before. */
    void unfill(Trade undone, long position) {
        change(undone);
        List<Long> left = fillsOf(position);
        left.removeLast();
        if (left.isEmpty()) {
            fills.remove(position);
        }
    }

    private List<Long> fillsOf(long position) {
        return Objects.requireNonNull(fills.get(position));
    }

    /** The trades that made a position what it is, in the order in which they were filled. */
    List<Trade> of(long position) {
        return fillsOf(position).stream().map(this::trade).toList();
    }

    /** The positions whose trades were not filled in the order they were planned in, with the order they were filled in. */
    SequencedMap<Long, List<Long>> fillOrder() {
        SequencedMap<Long, List<Long>> order = new TreeMap<>();
        fills.forEach((position, trades) -> {
            if (!isAscending(trades)) {
                order.put(position, List.copyOf(trades));
            }
        });
        return new LinkedHashMap<>(order);
    }

    private static boolean isAscending(List<Long> numbers) {
        for (int i = 1; i < numbers.size(); i++) {
            if (numbers.get(i) < numbers.get(i - 1)) {
                return false;
            }
        }
        return true;
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
