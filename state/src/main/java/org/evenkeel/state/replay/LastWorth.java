package org.evenkeel.state.replay;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.EquityCurve;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.store.StateException;
import org.evenkeel.state.store.StateFolder;

/**
 * What a book was worth after the last that happened to it, by the prices that its own run was told: the one answer to
 * "valued at what, and when?" wherever a run is read.
 *
 * <p>A decision records what the book is worth before its trades, which is a point of the equity curve, and after them: cash,
 * and for each position what its sale would bring, by the quotes of the moment. Later, until the next decision, cash and
 * quantities change (a stop sells, money arrives) and nothing is valued anew. Then
 *
 * <ul>
 *   <li>cash is that of the books, to the last unit;
 *   <li>what is held as it was keeps the worth that it had after the decision. Where several positions were valued together,
 *       their sum is shared out by what each was last known to bring: by the decision's own quotes, or a later fill;
 *       where those give nothing for any, by what was paid for each;
 *   <li>what was bought since is worth its fill at the mid price, less as much as the fill lost to fees and impact.
 * </ul>
 *
 * <p>Where no cash and nothing held has changed since, the equity is to the last bit what the run itself said: a sum of the
 * parts would be rounded anew, and the end of a backtest be told twice. Nothing of it is told by anything that happened later.
 *
 * @param at when the last of it happened
 * @param equity everything that is owned, in USD
 * @param cash the reserves and what is on its way between chains, in USD
 * @param positions what each open position is worth, in USD
 */
public record LastWorth(Instant at, double equity, double cash, Map<TradingPair, Double> positions) {
    /** Keeps a copy. */
    public LastWorth {
        positions = Map.copyOf(positions);
    }

    /**
     * That of the main book of a run; empty where it was never valued.
     *
     * @throws StateException when there is no journal, or it is damaged or of a later version
     */
    public static Optional<LastWorth> of(StateFolder folder) {
        Appraiser appraiser = new Appraiser(Ledger.MAIN_BOOK);
        return appraiser.of(Replay.walk(folder, appraiser));
    }

    /** That of the main book of a run of these events; empty where it was never valued. */
    public static Optional<LastWorth> of(List<Event> events) {
        Appraiser appraiser = new Appraiser(Ledger.MAIN_BOOK);
        Ledger ledger = new Ledger();
        for (Event event : events) {
            appraiser.visit(ledger, event);
            ledger.apply(event);
        }
        return appraiser.of(ledger);
    }

    /**
     * That of the main book of a run as of an instant; empty where it had not been valued by then.
     *
     * @throws StateException when there is no journal, or it is damaged or of a later version
     * @throws IllegalArgumentException when the run begins after the instant
     */
    public static Optional<LastWorth> until(StateFolder folder, Instant last) {
        Appraiser appraiser = new Appraiser(Ledger.MAIN_BOOK);
        return appraiser.of(Replay.until(folder, last, appraiser));
    }

    /**
     * The equity curve of a book with this as its last point. Where the curve ends at this very time, as with trades in the
     * block of their decision, the point is a millisecond later: both are worth knowing, and times rise.
     *
     * @param book the book that this was found of
     */
    public EquityCurve curve(Portfolio book) {
        EquityCurve curve = book.equityCurve();
        int size = curve.size();
        long last = curve.times()[size - 1];
        boolean isKnown = Double.compare(curve.equity()[size - 1], equity) == 0 && curve.cash()[size - 1] == cash;
        if (isKnown && at.toEpochMilli() <= last) {
            return curve;
        }
        double flow =
                book.netDeposits().doubleValue() - Arrays.stream(curve.flows()).sum();
        return new EquityCurve(
                with(curve.times(), Math.max(last + 1, at.toEpochMilli())),
                with(curve.equity(), equity),
                with(curve.cash(), cash),
                with(curve.flows(), flow));
    }

    private static long[] with(long[] column, long last) {
        long[] longer = Arrays.copyOf(column, column.length + 1);
        longer[column.length] = last;
        return longer;
    }

    private static double[] with(double[] column, double last) {
        double[] longer = Arrays.copyOf(column, column.length + 1);
        longer[column.length] = last;
        return longer;
    }
}
