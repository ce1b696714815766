package org.evenkeel.research;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which assets share cash, and in which order those that do are traded. A book is a cash of its own and its assets. */
public final class Books {
    /** A book for each asset. */
    public static final Books OWN = new Books(Sharing.OWN, CallOrder.GIVEN, null);

    private enum Sharing {
        OWN,
        ALL,
        GROUPS
    }

    private final Sharing sharing;
    private final CallOrder order;
    private final int @Nullable [] groups;

    private Books(Sharing sharing, CallOrder order, int @Nullable [] groups) {
        this.sharing = sharing;
        this.order = order;
        this.groups = groups;
    }

    /** One book for all assets. */
    public static Books shared(CallOrder order) {
        return new Books(Sharing.ALL, order, null);
    }

    /**
     * A book for each group of assets.
     *
     * @param bookOf for each asset the number of its book, from 0 on and without gaps
     * @throws IllegalArgumentException when a number is missing
     */
    public static Books groups(CallOrder order, int... bookOf) {
        int[] used = Arrays.stream(bookOf).distinct().sorted().toArray();
        for (int book = 0; book < used.length; book++) {
            if (used[book] != book) {
                throw new IllegalArgumentException("The books " + Arrays.toString(bookOf)
                        + " are not numbered from 0 on" + " without gaps: there is no book " + book + ".");
            }
        }
        return new Books(Sharing.GROUPS, order, bookOf.clone());
    }

    /** In which order the orders of a row are carried out. */
    public CallOrder order() {
        return order;
    }

    /**
     * For each asset the number of its book.
     *
     * @throws IllegalArgumentException when groups were given for another number of assets
     */
    int[] of(int assets) {
        if (groups != null && groups.length != assets) {
            throw new IllegalArgumentException(
                    "There are groups for " + groups.length + " assets, but " + assets + " assets.");
        }
        int[] books = groups == null ? new int[assets] : groups.clone();
        if (sharing == Sharing.OWN) {
            Arrays.setAll(books, asset -> asset);
        }
        return books;
    }
}
