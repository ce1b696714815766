package org.evenkeel.state;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers given out from 1 on, over all books, and the book that each belongs to. What was taken back leaves its number
 * vacant; only when it was the last is it given out again, so that later numbers always belong to later things.
 */
final class Numbering {
    private final String what;
    private final List<@Nullable Book> owners = new ArrayList<>();

    /**
     * @param what what is numbered, for messages
     */
    Numbering(String what) {
        this.what = what;
    }

    /** The number that comes next. */
    long next() {
        return owners.size() + 1L;
    }

    void requireNext(long number) {
        if (number != next()) {
            throw new IllegalStateException("The next " + what + " is number " + next() + ", not " + number
                    + ": an event is missing or stands twice.");
        }
    }

    void add(Book owner) {
        owners.add(owner);
    }

    /** Goes on to a number of a snapshot: those between are vacant. */
    void addUpTo(long number, Book owner) {
        while (next() < number) {
            owners.add(null);
        }
        requireNext(number);
        owners.add(owner);
    }

    /** What had this number was taken back. */
    void vacate(long number) {
        owners.set((int) number - 1, null);
        while (!owners.isEmpty() && owners.getLast() == null) {
            owners.removeLast();
        }
    }

    Book owner(long number) {
        Book owner = number < 1 || number > owners.size() ? null : owners.get((int) number - 1);
        if (owner == null) {
            throw new IllegalStateException(
                    "There is no " + what + " number " + number + ": the ledger knows " + owners.size() + ".");
        }
        return owner;
    }
}
