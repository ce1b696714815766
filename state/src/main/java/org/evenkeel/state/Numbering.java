package org.evenkeel.state;

import java.util.ArrayList;
import java.util.List;

/** Numbers given out from 1 on, over all books, and the book that each belongs to. */
final class Numbering {
    private final String what;
    private final List<Book> owners = new ArrayList<>();

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

    Book owner(long number) {
        if (number < 1 || number > owners.size()) {
            throw new IllegalStateException(
                    "There is no " + what + " number " + number + ": the ledger knows " + owners.size() + ".");
        }
        return owners.get((int) number - 1);
    }
}
