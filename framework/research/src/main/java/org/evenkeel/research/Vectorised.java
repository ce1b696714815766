package org.evenkeel.research;

/**
 * A rule in its vectorised form: all its orders at once, from all prices at once. A strategy may have this form beside
 * the one that decides tick by tick; each row is then what a tick is there, and its orders are carried out at its close.
 *
 * <p>Nothing but its own code keeps a rule from reading later rows: {@link LookAhead#require} finds out one that does.
 */
public interface Vectorised {
    /**
     * The orders on a table of prices. What is ordered at a row may follow from that row and the ones before it only.
     *
     * @param prices whole columns; not to be written to
     */
    OrderTable orders(PriceTable prices);

    /** Which rows it is to be given. */
    default Rows rows() {
        return Rows.CLOSES;
    }

    /** What makes a row. */
    enum Rows {
        /**
         * Each time at which a candle of some asset closes: for rules that follow candles. The last close is still traded
         * at, where the engine is over. The engine also has the ticks between, as on weekends, whose returns are nearly
         * all zero: figures of many periods, as the Sharpe ratio, differ a little.
         */
        CLOSES,
        /**
         * Each tick of the cycle, as in the engine: for rules that follow the calendar. An asset has the close of its last
         * candle while that is new enough to trade on, and else none; there are rows in which no asset has one.
         */
        TICKS
    }
}
