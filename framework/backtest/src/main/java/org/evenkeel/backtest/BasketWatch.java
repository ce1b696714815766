package org.evenkeel.backtest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.api.port.TriggerWatch;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.state.model.Basket;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.TradeReason;
import org.jspecify.annotations.Nullable;

/**
 * Finds touched baskets. Lows of several assets do not come at one time, so a basket is judged by closes: where the
 * members' summed value at their last closes crosses a bound, the touch is at that close, and the sales come at the
 * open that follows.
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
        double cost = 0;
        for (Position position : group) {
            cost += position.holding().entryPrice() * position.quantity().doubleValue();
        }
        Position first = group.getFirst();
        Basket basket = first.watch().basket().orElseThrow();
        double stop = basket.stopLoss().orElse(0) * cost;
        double target = basket.takeProfit().orElse(Double.POSITIVE_INFINITY) * cost;
        GroupCloses closes = new GroupCloses(group, history, from);
        for (long time = closes.next(); time < until; time = closes.next()) {
            double value = closes.value();
            if (value <= stop || value >= target) {
                TradeReason reason = value <= stop ? TradeReason.BASKET_STOP_LOSS : TradeReason.BASKET_TAKE_PROFIT;
                double level = value <= stop ? stop : target;
                return new TriggerWatch.Touch(Instant.ofEpochMilli(time), first, reason, level, value);
            }
        }
        return null;
    }
}
