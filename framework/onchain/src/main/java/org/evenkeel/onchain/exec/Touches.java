package org.evenkeel.onchain.exec;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.api.port.TriggerWatch.Touch;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Basket;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.TradeReason;

/**
 * The triggers that prices of one instant touch: first those of positions, in the order in which these were opened, then
 * those of baskets. A trailing stop follows the prices before, not this one.
 */
record Touches(Instant at, Map<TradingPair, Double> prices, SeenPrices seen) {
    Optional<Touch> first(Collection<Position> open) {
        return open.stream()
                .flatMap(position -> own(position).stream())
                .findFirst()
                .or(() -> baskets(open).stream()
                        .flatMap(group -> basket(group).stream())
                        .findFirst());
    }

    private Optional<Touch> own(Position position) {
        Double price = prices.get(position.pair());
        if (price == null || position.watch().factors().isNone()) {
            return Optional.empty();
        }
        double stop = position.stopPrice();
        double peak = Math.max(position.watch().peak(), seen.highest(position));
        double trailing = position.watch().factors().trailingStop().orElse(0) * peak;
        double floor = Math.max(stop, trailing);
        if (price <= floor) {
            TradeReason reason = trailing > stop ? TradeReason.TRAILING_STOP : TradeReason.STOP_LOSS;
            return Optional.of(new Touch(at, position, reason, floor, price));
        }
        return price >= position.takeProfitPrice()
                ? Optional.of(new Touch(at, position, TradeReason.TAKE_PROFIT, position.takeProfitPrice(), price))
                : Optional.empty();
    }

    private static List<List<Position>> baskets(Collection<Position> open) {
        Map<String, List<Position>> groups = new LinkedHashMap<>();
        for (Position position : open) {
            position.watch()
                    .basket()
                    .map(Basket::name)
                    .ifPresent(name -> groups.computeIfAbsent(name, missing -> new ArrayList<>())
                            .add(position));
        }
        return List.copyOf(groups.values());
    }

    /** A basket of which a member has no price is not judged: its value is not known. */
    private Optional<Touch> basket(List<Position> group) {
        double cost = 0;
        double value = 0;
        for (Position position : group) {
            Double price = prices.get(position.pair());
            if (price == null) {
                return Optional.empty();
            }
            cost += position.holding().entryPrice() * position.quantity().doubleValue();
            value += price * position.quantity().doubleValue();
        }
        Basket basket = group.getFirst().watch().basket().orElseThrow();
        double stop = basket.stopLoss().orElse(0) * cost;
        double target = basket.takeProfit().orElse(Double.POSITIVE_INFINITY) * cost;
        if (value <= stop) {
            return Optional.of(new Touch(at, group.getFirst(), TradeReason.BASKET_STOP_LOSS, stop, value));
        }
        return value >= target
                ? Optional.of(new Touch(at, group.getFirst(), TradeReason.BASKET_TAKE_PROFIT, target, value))
                : Optional.empty();
    }
}
