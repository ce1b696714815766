package org.evenkeel.report.view;

import java.util.List;
import java.util.Optional;
import org.evenkeel.market.Candles;
import org.evenkeel.report.view.Fills.Filled;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.TriggerFactors;

/** Where the triggers of a position lay while it was open: fixed by its entry price, which further buys move. */
final class TriggerLevels {
    private final Position position;
    private final List<Filled> fills;
    private final long end;

    /**
     * @param position the position as it ended
     * @param fills the trades that made it
     * @param end until when it was looked at, where it is still open
     */
    TriggerLevels(Position position, List<Filled> fills, long end) {
        this.position = position;
        this.fills = fills;
        this.end = position.life().closed().map(closed -> closed.toEpochMilli()).orElse(end);
    }

    void addTo(List<Object> levels, Candles candles) {
        if (fills.isEmpty()) {
            return;
        }
        TriggerFactors factors = position.watch().factors();
        factors.stopLoss().ifPresent(factor -> addEntry(levels, "stop", factor));
        factors.takeProfit().ifPresent(factor -> addEntry(levels, "target", factor));
        factors.trailingStop().ifPresent(factor -> addTrailing(levels, candles, factor));
    }

    private void addEntry(List<Object> levels, String kind, double factor) {
        Optional<Position> state = Optional.empty();
        for (int i = 0; i < fills.size(); i++) {
            Position after = after(state, fills.get(i));
            state = Optional.of(after);
            long until = i + 1 < fills.size() ? fills.get(i + 1).time() : end;
            if (after.isOpen()) {
                add(
                        levels,
                        kind,
                        fills.get(i).time(),
                        until,
                        factor * after.holding().entryPrice());
            }
        }
    }

    private Position after(Optional<Position> before, Filled filled) {
        if (before.isEmpty()) {
            return Position.open(
                    position.id(),
                    filled.plan().intent(),
                    filled.fill(),
                    filled.end().at());
        }
        return filled.isBuy()
                ? before.get().bought(filled.fill())
                : before.get().sold(filled.fill(), filled.end().at());
    }

    /** A trailing stop follows the highest price since the entry, raised by a candle from the next one on. */
    private void addTrailing(List<Object> levels, Candles candles, double factor) {
        long opened = fills.getFirst().time();
        double peak = fills.getFirst().fill().midPrice();
        long from = opened;
        for (int row = candles.firstAtOrAfter(opened); row < candles.size() && candles.time(row) < end; row++) {
            if (candles.high(row) > peak) {
                long until =
                        Math.min(end, candles.time(row) + candles.interval().millis());
                add(levels, "stop", from, until, factor * peak);
                peak = candles.high(row);
                from = until;
            }
        }
        add(levels, "stop", from, end, factor * peak);
    }

    private static void add(List<Object> levels, String kind, long from, long until, double level) {
        if (until > from) {
            levels.add(List.of(from, until, new Island.Column(new double[] {level}, 6), kind));
        }
    }
}
