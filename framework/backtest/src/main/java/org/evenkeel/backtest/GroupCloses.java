package org.evenkeel.backtest;

import java.util.List;
import org.evenkeel.market.Candles;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.state.model.Position;

/** Walks through the closes of a group of positions in the order of time, whichever member they come from. */
final class GroupCloses {
    private final List<Position> group;
    private final Candles[] candles;
    /** Each member's last row that has closed by now; −1 before the first. */
    private final int[] rows;

    /**
     * @param from the first close is at or after it, in epoch milliseconds
     */
    GroupCloses(List<Position> group, MarketHistory history, long from) {
        this.group = group;
        this.candles = new Candles[group.size()];
        this.rows = new int[group.size()];
        for (int i = 0; i < rows.length; i++) {
            candles[i] = history.of(group.get(i).pair()).candles();
            rows[i] = candles[i].lastClosedAt(from - 1);
        }
    }

    /** Goes to the next close, and tells its time; the largest number where there is none. */
    long next() {
        long next = Long.MAX_VALUE;
        for (int i = 0; i < rows.length; i++) {
            next = Math.min(next, closeAfter(i));
        }
        for (int i = 0; i < rows.length; i++) {
            if (next < Long.MAX_VALUE && closeAfter(i) == next) {
                rows[i]++;
            }
        }
        return next;
    }

    private long closeAfter(int member) {
        int row = rows[member] + 1;
        return row < candles[member].size() ? closeTime(member, row) : Long.MAX_VALUE;
    }

    private long closeTime(int member, int row) {
        return candles[member].time(row) + candles[member].interval().millis();
    }

    /**
     * What the group is worth at mid prices: each member at its last close, or what it was bought at if that is later.
     */
    double value() {
        double value = 0;
        for (int i = 0; i < rows.length; i++) {
            Position position = group.get(i);
            boolean closed = rows[i] >= 0
                    && closeTime(i, rows[i]) > position.life().opened().toEpochMilli();
            double price =
                    closed ? candles[i].close(rows[i]) : position.holding().entryPrice();
            value += position.quantity().doubleValue() * price;
        }
        return value;
    }
}
