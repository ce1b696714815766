package org.evenkeel.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Position;
import org.jspecify.annotations.Nullable;

/** The positions of one book, at most one open in each pair. */
final class Holdings {
    private final String book;
    private final Map<TradingPair, Position> open = new LinkedHashMap<>();
    private final Map<Long, TradingPair> pairOfOpen = new HashMap<>();
    private final List<Position> closed = new ArrayList<>();

    Holdings(String book) {
        this.book = book;
    }

    static Holdings restored(String book, BookSnapshot.Holdings saved) {
        Holdings holdings = new Holdings(book);
        holdings.closed.addAll(saved.closed());
        for (Position position : saved.open()) {
            if (holdings.open.containsKey(position.pair())) {
                throw new IllegalStateException("Book " + book + " has two open positions in " + position.pair() + ".");
            }
            holdings.put(position);
        }
        return holdings;
    }

    /** Puts a changed position in the place of what it was before; one that is sold out goes to the closed ones. */
    void put(Position position) {
        TradingPair pair = position.pair();
        if (position.isOpen()) {
            open.put(pair, position);
            pairOfOpen.put(position.id(), pair);
        } else {
            open.remove(pair);
            pairOfOpen.remove(position.id());
            closed.add(position);
        }
    }

    /** Takes a position out: what had opened it was taken back. */
    void remove(Position position) {
        open.remove(position.pair());
        pairOfOpen.remove(position.id());
    }

    /**
     * Puts a position that was sold out back among the open ones, in the place that it had.
     *
     * @param before what it was before the sale that closed it
     */
    void reopen(Position before) {
        closed.removeIf(position -> position.id() == before.id());
        List<Position> all = new ArrayList<>(open.values());
        all.add(before);
        all.sort(Comparator.comparingLong(Position::id));
        open.clear();
        all.forEach(this::put);
    }

    /** The position of this number, open or closed. */
    Position position(long id) {
        TradingPair pair = pairOfOpen.get(id);
        if (pair != null) {
            return Objects.requireNonNull(open.get(pair));
        }
        for (Position position : closed.reversed()) {
            if (position.id() == id) {
                return position;
            }
        }
        throw new IllegalStateException("Book " + book + " has no position " + id + ".");
    }

    /** A later position in the same pair: it could only be opened because this one was closed. */
    Optional<Position> findLater(Position position) {
        return Stream.concat(open.values().stream(), closed.stream())
                .filter(other -> other.pair().equals(position.pair()) && other.id() > position.id())
                .findFirst();
    }

    @Nullable
    Position find(TradingPair pair) {
        return open.get(pair);
    }

    TradingPair requireOpen(long id) {
        TradingPair pair = pairOfOpen.get(id);
        if (pair == null) {
            throw new IllegalStateException("Position " + id + " of book " + book + " is not open.");
        }
        return pair;
    }

    void watch(long id, Position.Watch watch) {
        open.computeIfPresent(requireOpen(id), (pair, position) -> position.watching(watch));
    }

    Collection<Position> open() {
        return Collections.unmodifiableCollection(open.values());
    }

    List<Position> closed() {
        return Collections.unmodifiableList(closed);
    }
}
