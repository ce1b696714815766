package org.evenkeel.state.replay;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;

/**
 * What two states differ in, book by book and position by position. Positions are matched by their pair and by whether
 * they are the first, second … in it, not by their numbers, which one additional trade would shift.
 *
 * @param books the books that differ
 */
public record StateDiff(List<BookDiff> books) {
    /**
     * What two books differ in.
     *
     * @param book the name
     * @param left whether the first state has it
     * @param right whether the second one has it
     * @param changes in cash, counts and values; empty where one state does not have the book
     * @param positions the positions that differ, in the order in which they were opened
     */
    public record BookDiff(
            String book, boolean left, boolean right, List<Change> changes, List<PositionDiff> positions) {}

    /**
     * What two positions differ in.
     *
     * @param pair the pair
     * @param occurrence from 1: the first position in the pair, the second …
     * @param left the position in the first state
     * @param right the position in the second one
     * @param changes field by field; empty where one state does not have the position
     */
    public record PositionDiff(
            TradingPair pair,
            int occurrence,
            Optional<Position> left,
            Optional<Position> right,
            List<Change> changes) {}

    /**
     * A field with two values.
     *
     * @param field its name, such as {@code quantity}
     * @param left its value in the first state
     * @param right its value in the second one
     */
    public record Change(String field, String left, String right) {}

    /** Compares two states. */
    public static StateDiff between(Ledger left, Ledger right) {
        Set<String> names = new LinkedHashSet<>();
        left.books().forEach(book -> names.add(book.book()));
        right.books().forEach(book -> names.add(book.book()));
        List<BookDiff> books = new ArrayList<>();
        for (String name : names) {
            BookDiff diff = new Comparison(find(left, name), find(right, name)).of(name);
            if (!diff.left()
                    || !diff.right()
                    || !diff.changes().isEmpty()
                    || !diff.positions().isEmpty()) {
                books.add(diff);
            }
        }
        return new StateDiff(List.copyOf(books));
    }

    private static Optional<Portfolio> find(Ledger ledger, String name) {
        return ledger.books().stream().filter(book -> book.book().equals(name)).findFirst();
    }

    /** Whether the two states are alike in all that is compared. */
    public boolean isEmpty() {
        return books.isEmpty();
    }
}
