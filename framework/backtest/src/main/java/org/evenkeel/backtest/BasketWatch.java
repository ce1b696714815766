package org.evenkeel.backtest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.api.port.TriggerWatch;
import org.evenkeel.market.Candles;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.state.model.Basket;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.TradeReason;
import org.jspecify.annotations.Nullable;

/**
 * Finds touched baskets. Lows of several assets do not come at one time, so a basket is judged by closes: where the
 * members' summed value at the closes of a candle time crosses a bound, the touch is at the end of that candle, and the
 * sales come at the open that follows.
 */
final class BasketWatch {
    private final MarketHistory history;

    BasketWatch(MarketHistory history) {
        this.history = history;
    }

    /** The first touch of any basket whose sales can begin from (inclusive) until (exclusive). */
    Optional<TriggerWatch.Touch> first(Collection<Position> open, Instant from, Instant until) {
        Map<String, List<Position>> groups = new LinkedHashMap<>();
        for (Position position : open) {
            position.watch()
                    .basket()
                    .map(Basket::name)
                    .ifPresent(name -> groups.computeIfAbsent(name, key -> new ArrayList<>())
                            .add(position));
        }
        TriggerWatch.Touch earliest = null;
        for (List<Position> group : groups.values()) {
            Instant bound = earliest == null ? until : earliest.at();
            TriggerWatch.Touch touch = scan(group, from.toEpochMilli(), bound.toEpochMilli());
            earliest = touch == null ? earliest : touch;
        }
        return Optional.ofNullable(earliest);
    }

    private TriggerWatch.@Nullable Touch scan(List<Position> group, long from, long until) {
        double cost = group.stream()
                .mapToDouble(position ->
                        position.holding().entryPrice() * position.quantity().doubleValue())
                .sum();
        Basket basket = group.getFirst().watch().basket().orElseThrow();
        double stop = basket.stopLoss().orElse(0) * cost;
        double target = basket.takeProfit().orElse(Double.POSITIVE_INFINITY) * cost;
        Candles clock = history.of(group.getFirst().pair()).candles();
        long interval = clock.interval().millis();
        for (int row = clock.firstAtOrAfter(from); row < clock.size(); row++) {
            long close = clock.time(row) + interval;
            if (close >= until) {
                return null;
            }
            double value = value(group, close);
            if (value <= stop || value >= target) {
                TradeReason reason = value <= stop ? TradeReason.BASKET_STOP_LOSS : TradeReason.BASKET_TAKE_PROFIT;
                double level = value <= stop ? stop : target;
                return new TriggerWatch.Touch(Instant.ofEpochMilli(close), group.getFirst(), reason, level, value);
            }
        }
        return null;
    }

    /** The group's value at the last closes as of a time. */
    private double value(List<Position> group, long time) {
        double value = 0;
        for (Position position : group) {
            Candles candles = history.of(position.pair()).candles();
            int row = candles.lastClosedAt(time);
            value += position.quantity().doubleValue()
                    * (row < 0 ? position.holding().entryPrice() : candles.close(row));
        }
        return value;
    }
}
