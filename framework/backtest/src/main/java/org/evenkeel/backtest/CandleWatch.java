package org.evenkeel.backtest;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.evenkeel.api.Settings;
import org.evenkeel.api.TriggerPrice;
import org.evenkeel.api.port.TriggerWatch;
import org.evenkeel.market.Candles;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.TradeReason;
import org.jspecify.annotations.Nullable;

/**
 * Finds touched triggers by scanning the finest candles. A candle whose low is at or under the stop fires it, at the
 * stop or at the open where that lies beyond; a take profit the same with the high; where a candle touches both, the
 * stop counts. A trailing stop is raised by a candle's high from the next candle on.
 */
final class CandleWatch implements TriggerWatch {
    private final MarketHistory history;
    private final TriggerPrice triggerPrice;
    private final SeenRows seen;
    private final BasketWatch baskets;

    /**
     * @param end when the run ends
     */
    CandleWatch(MarketHistory history, Settings settings, Instant end) {
        this.history = history;
        this.triggerPrice = settings.fills().triggerPrice();
        this.seen = new SeenRows(settings.schedule(), end);
        this.baskets = new BasketWatch(history);
    }

    @Override
    public Optional<Touch> first(Collection<Position> open, Instant from, Instant until) {
        Touch earliest = null;
        for (Position position : open) {
            if (!position.watch().factors().isNone()) {
                Instant bound = earliest == null ? until : earliest.at();
                Touch touch = scan(position, from.toEpochMilli(), bound.toEpochMilli());
                earliest = touch == null ? earliest : touch;
            }
        }
        Instant bound = earliest == null ? until : earliest.at();
        Optional<Touch> basket = baskets.first(open, from, bound);
        return basket.isPresent() ? basket : Optional.ofNullable(earliest);
    }

    /** The position's first touch in the candles that are seen from (inclusive) until (exclusive). */
    private @Nullable Touch scan(Position position, long from, long until) {
        Candles candles = history.of(position.pair()).candles();
        double stop = position.stopPrice();
        double target = position.takeProfitPrice();
        double trailing = position.watch().factors().trailingStop().orElse(0);
        double peak = position.watch().peak();
        boolean opensOnly = triggerPrice == TriggerPrice.OPEN;
        int end = seen.firstFrom(candles, until);
        for (int row = firstRow(candles, position, from); row < end; row++) {
            double low = opensOnly ? candles.open(row) : candles.lowest(row);
            double high = opensOnly ? candles.open(row) : candles.highest(row);
            double floor = Math.max(stop, trailing * peak);
            if (low <= floor) {
                TradeReason reason = trailing * peak > stop ? TradeReason.TRAILING_STOP : TradeReason.STOP_LOSS;
                return touch(candles, row, position, reason, floor, Math.min(candles.open(row), floor));
            }
            if (high >= target) {
                return touch(
                        candles, row, position, TradeReason.TAKE_PROFIT, target, Math.max(candles.open(row), target));
            }
            peak = Math.max(peak, high);
        }
        return null;
    }

    private int firstRow(Candles candles, Position position, long from) {
        int opened = candles.firstAtOrAfter(position.life().opened().toEpochMilli());
        return Math.max(opened, seen.firstFrom(candles, from));
    }

    private Touch touch(Candles candles, int row, Position position, TradeReason reason, double level, double price) {
        double fill = triggerPrice == TriggerPrice.OPEN ? candles.open(row) : price;
        return new Touch(Instant.ofEpochMilli(seen.at(candles, row)), position, reason, level, fill);
    }

    @Override
    public double peak(Position position, Instant from, Instant until) {
        Candles candles = history.of(position.pair()).candles();
        int end = seen.firstFrom(candles, until.toEpochMilli());
        double peak = position.watch().peak();
        for (int row = firstRow(candles, position, from.toEpochMilli()); row < end; row++) {
            peak = Math.max(peak, triggerPrice == TriggerPrice.OPEN ? candles.open(row) : candles.highest(row));
        }
        return peak;
    }
}
