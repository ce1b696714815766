package org.evenkeel.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.PlannedTrade;
import org.jspecify.annotations.Nullable;

/** The cycles of one book: one after the other, of which the last may still be open. */
final class Cycles {
    private final String book;
    private final List<Cycle> closed = new ArrayList<>();
    private Cycle.@Nullable Begun begun;

    Cycles(String book) {
        this.book = book;
    }

    static Cycles restored(String book, BookSnapshot.History saved) {
        Cycles cycles = new Cycles(book);
        for (Cycle cycle : saved.cycles()) {
            cycles.requireNext(cycle.number());
            cycles.closed.add(cycle);
        }
        saved.openCycle().ifPresent(cycles::begin);
        return cycles;
    }

    /** Makes sure that a cycle of this number may begin. */
    void requireNext(int number) {
        if (begun != null) {
            throw new IllegalStateException(
                    "Cycle " + number + " of book " + book + " began before the one before it was closed.");
        }
        if (number != closed.size() + 1) {
            throw new IllegalStateException(
                    "Cycle " + number + " of book " + book + " came after cycle " + closed.size() + ".");
        }
    }

    void begin(Cycle.Begun cycle) {
        requireNext(cycle.number());
        begun = cycle;
    }

    void close(int number, Cycle.Result result) {
        Cycle.Begun decided = begun;
        if (decided == null || decided.number() != number) {
            throw new IllegalStateException(
                    "Cycle " + number + " of book " + book + " is closed, but it was not begun: an event is missing.");
        }
        closed.add(decided.closed(result));
        begun = null;
    }

    /** Makes sure that a trade was planned in the last cycle that began, or before the first. */
    void requireCurrent(PlannedTrade trade) {
        int current = closed.size() + (begun == null ? 0 : 1);
        if (trade.cycle() != current) {
            throw new IllegalStateException("Trade " + trade.id() + " of book " + book + " was planned in cycle "
                    + trade.cycle() + ", but the last that began is " + current + ".");
        }
    }

    List<Cycle> closed() {
        return Collections.unmodifiableList(closed);
    }

    Optional<Cycle.Begun> open() {
        return Optional.ofNullable(begun);
    }
}
