package org.evenkeel.state;

import java.util.List;
import java.util.Optional;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.Trade;

/** A fill that is taken back, once it is known that no other fill rests on it. Nothing changes before it is done. */
final class Undoing {
    private final Trades trades;
    private final Holdings holdings;
    private final Position now;
    private final List<Trade> fills;

    private Undoing(Trades trades, Holdings holdings, Position now) {
        this.trades = trades;
        this.holdings = holdings;
        this.now = now;
        this.fills = trades.of(now.id());
    }

    /**
     * Of a trade's fill.
     *
     * @throws IllegalStateException when a later trade of its pair is filled
     */
    static Undoing of(PlannedTrade trade, Trade.Filled filled, Trades trades, Holdings holdings) {
        Undoing undoing = new Undoing(trades, holdings, holdings.position(filled.position()));
        undoing.requireLast(trade);
        return undoing;
    }

    private void requireLast(PlannedTrade trade) {
        PlannedTrade last = fills.getLast().plan();
        if (last.id() != trade.id()) {
            throw restsOn(trade, last);
        }
        Optional<Position> later = now.isOpen() ? Optional.empty() : holdings.findLater(now);
        later.ifPresent(next -> {
            throw restsOn(trade, trades.of(next.id()).getFirst().plan());
        });
    }

    private static IllegalStateException restsOn(PlannedTrade trade, PlannedTrade later) {
        return new IllegalStateException(
                "Trade " + trade.id() + " of book " + trade.book() + " cannot be undone while trade " + later.id()
                        + " is filled, which rests on it: undo that one first.");
    }

    /**
     * Does it.
     *
     * @param undone the trade without its end
     * @return the number of the position that is gone with it, where it had opened one
     */
    Optional<Long> done(Trade undone) {
        trades.unfill(undone, now.id());
        if (fills.size() == 1) {
            holdings.remove(now);
            return Optional.of(now.id());
        }
        Position before = PositionFold.again(fills.subList(0, fills.size() - 1), now);
        if (now.isOpen()) {
            holdings.put(before);
        } else {
            holdings.reopen(before);
        }
        return Optional.empty();
    }
}
