package org.evenkeel.onchain.tx;

/** Waits of so many looks, and no time between them. */
public final class Looks {
    /** More than anything needs that lands at all. */
    private static final int MANY = 500;

    private Looks() {}

    /** Until it has landed: a receipt may come a moment after its block. */
    public static Waiting many() {
        return of(MANY);
    }

    /** After so many looks it is waited no more. */
    public static Waiting of(int looks) {
        int[] left = {looks};
        return soFar -> left[0]-- > 0;
    }
}
