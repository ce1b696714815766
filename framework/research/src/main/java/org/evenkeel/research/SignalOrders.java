package org.evenkeel.research;

/**
 * Orders by entries and exits.
 *
 * <p>An entry buys where nothing is held; one where something is held does nothing, unless entries accumulate. An exit
 * sells all that is held. Where an entry and an exit of an asset come in one row neither counts. A signal acts at the
 * close of its row or never: where the row has no price it is lost. A position that a stop sold is entered again by the
 * next entry, which may come at the close of the same row.
 *
 * @param entries a column for each asset with a word for each row. The arrays are shared, not copied
 * @param exits the same
 * @param size what an entry buys
 * @param stops when a position is sold between signals
 * @param books which assets share cash
 */
public record SignalOrders(boolean[][] entries, boolean[][] exits, Size size, Stops stops, Books books)
        implements OrderTable {
    /**
     * What an entry buys.
     *
     * @param sizes one size for all, or a column for each asset with a size for each row; NaN for no entry
     * @param type what the sizes say
     * @param valuation what values are in them
     * @param accumulate whether an entry buys where something is held already
     */
    public record Size(double[][] sizes, SizeType type, Valuation valuation, boolean accumulate) {
        /** All cash of the book, once. */
        public static final Size ALL_CASH = of(1, SizeType.PERCENT);

        /** The same size for all entries, values at mid price, and no entry where something is held. */
        public static Size of(double size, SizeType type) {
            return new Size(new double[][] {{size}}, type, Valuation.MID, false);
        }

        /** The same sizes, with another meaning of values. */
        public Size with(Valuation changed) {
            return new Size(sizes, type, changed, accumulate);
        }

        /** The same sizes, bought at each entry. */
        public Size accumulating() {
            return new Size(sizes, type, valuation, true);
        }

        boolean isOne() {
            return sizes.length == 1 && sizes[0].length == 1;
        }

        double at(int asset, int row) {
            return isOne() ? sizes[0][0] : sizes[asset][row];
        }
    }

    /** Entries with all the cash, without stops, a book for each asset. */
    public static SignalOrders of(boolean[][] entries, boolean[][] exits) {
        return new SignalOrders(entries, exits, Size.ALL_CASH, Stops.NONE, Books.OWN);
    }

    /**
     * The same, from one column of signs for each asset, as of {@link org.evenkeel.indicators.Crossings#of}: above 0
     * enters, below 0 exits.
     *
     * @param signs a number for each row; 0 and NaN are neither
     */
    public static SignalOrders of(double[][] signs) {
        boolean[][] entries = new boolean[signs.length][];
        boolean[][] exits = new boolean[signs.length][];
        for (int asset = 0; asset < signs.length; asset++) {
            int rows = signs[asset].length;
            entries[asset] = new boolean[rows];
            exits[asset] = new boolean[rows];
            for (int row = 0; row < rows; row++) {
                entries[asset][row] = signs[asset][row] > 0;
                exits[asset][row] = signs[asset][row] < 0;
            }
        }
        return of(entries, exits);
    }

    /** The same signals with another size. */
    public SignalOrders with(Size changed) {
        return new SignalOrders(entries, exits, changed, stops, books);
    }

    /** The same signals with other stops. */
    public SignalOrders with(Stops changed) {
        return new SignalOrders(entries, exits, size, changed, books);
    }

    /** The same signals, from other books. */
    public SignalOrders with(Books changed) {
        return new SignalOrders(entries, exits, size, stops, changed);
    }
}
