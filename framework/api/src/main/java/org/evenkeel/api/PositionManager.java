package org.evenkeel.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Basket;
import org.evenkeel.state.model.Decimals;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.TriggerFactors;

/**
 * Orders for single pairs. {@code order…} changes a holding by an amount; {@code orderTarget…} brings it to an amount,
 * so that asking twice trades once.
 *
 * <p>All orders of a pair in one decision make one trade: a relative order adds to what was ordered before, a target or
 * a close replaces it. So the difference is always to what is held and already ordered.
 *
 * <p>Values are in USD, percents are fractions of the whole equity (0.25 is a quarter), quantities are cut off toward
 * zero to the token's decimals (whole contracts have none). A value of a buy is what is spent, fees included; a value
 * of a sale is what it brings.
 *
 * <p>A target order that would change a holding by less than the settings' {@code minRebalanceTradeUsd} is held back,
 * and the cycle's outcomes say so; a close never is, and nor are relative orders, which ask for just their amount. No
 * order is limited by the settings' {@code allocation}: a target of the whole equity invests it all.
 *
 * <p>An order that comes to nothing gives no trade. One for a pair that cannot be traded now is planned all the same,
 * so that the engine records why it failed; where its cost cannot be known, a message for the report says so instead.
 */
public final class PositionManager {
    private final DecisionInput input;
    private final SequencedMap<TradingPair, NetOrder> orders = new LinkedHashMap<>();
    private final List<SignalOutcome> heldBack = new ArrayList<>();
    private NetOrder.Watch watch = NetOrder.Watch.NONE;

    PositionManager(DecisionInput input) {
        this.input = input;
    }

    /** The triggers of positions that the orders from here on open. */
    public PositionManager withTriggers(TriggerFactors factors) {
        watch = new NetOrder.Watch(factors, watch.basket());
        return this;
    }

    /** The basket of positions that the orders from here on open. */
    public PositionManager withBasket(Basket basket) {
        watch = new NetOrder.Watch(watch.triggers(), Optional.of(basket));
        return this;
    }

    /** Buys (positive) or sells (negative) so much of the asset. */
    public PositionManager order(TradingPair pair, double quantity) {
        BigDecimal change = quantity(pair, quantity);
        return put(ordered(pair).plus(change, watch));
    }

    /** Spends so much on the asset (positive), or sells as much of it as brings that (negative). */
    public PositionManager orderValue(TradingPair pair, double value) {
        require(pair, value);
        return put(ordered(pair).plus(value, watch));
    }

    /** {@link #orderValue} for a fraction of the equity. */
    public PositionManager orderPercent(TradingPair pair, double fraction) {
        return orderValue(pair, fraction * input.equity());
    }

    /** Brings the quantity held to the target, 0 or more. */
    public PositionManager orderTargetQuantity(TradingPair pair, double quantity) {
        requireTarget(pair, quantity);
        return put(ordered(pair).toTarget(quantity(pair, quantity).subtract(held(pair)), watch));
    }

    /** Brings the value held (what a sale would bring) to the target, 0 or more. */
    public PositionManager orderTargetValue(TradingPair pair, double value) {
        requireTarget(pair, value);
        return value == 0 ? close(pair) : put(ordered(pair).toTarget(value - valueHeld(pair), watch));
    }

    /** {@link #orderTargetValue} for a fraction of the equity. */
    public PositionManager orderTargetPercent(TradingPair pair, double fraction) {
        return orderTargetValue(pair, fraction * input.equity());
    }

    /** Sells all that is held of the asset. */
    public PositionManager close(TradingPair pair) {
        return put(ordered(pair).toTarget(held(pair).negate(), watch));
    }

    /** Sells all that is held of everything, and takes back what was ordered before. */
    public PositionManager closeAll() {
        orders.clear();
        input.portfolio().positions().forEach(position -> close(position.pair()));
        return this;
    }

    /** The trades that all orders so far come to: what {@code decideTrades} returns. */
    public List<TradeIntent> trades() {
        heldBack.clear();
        List<TradeIntent> trades = new ArrayList<>();
        for (NetOrder order : orders.values()) {
            Optional<TradeIntent> trade = trade(order);
            if (trade.isPresent() && isTooSmall(order, trade.get())) {
                heldBack.add(tooSmall(order));
            } else {
                trade.ifPresent(trades::add);
            }
        }
        return trades;
    }

    /** The target orders that {@link #trades} left out, when it was last asked, because their change is too small. */
    List<SignalOutcome> heldBack() {
        return List.copyOf(heldBack);
    }

    private boolean isTooSmall(NetOrder order, TradeIntent trade) {
        return order.isTarget()
                && !trade.isClose()
                && Math.abs(change(order)) < minimum()
                && input.quotes().findObstacle(order.pair()).isEmpty();
    }

    private SignalOutcome tooSmall(NetOrder order) {
        double held = valueHeld(order.pair());
        return SignalOutcome.ofOrder(
                order.pair(),
                new SignalOutcome.Adjustment(held + change(order), held),
                Outcome.BELOW_MINIMUM_TRADE,
                minimum());
    }

    private double minimum() {
        return input.settings().capital().minRebalanceTradeUsd();
    }

    private NetOrder ordered(TradingPair pair) {
        if (held(pair).signum() == 0) {
            input.universe().indexOf(pair);
        }
        return orders.getOrDefault(pair, NetOrder.nothing(pair));
    }

    private PositionManager put(NetOrder order) {
        double quantity = order.quantity().doubleValue();
        if (quantity > 0 && findCost(order.pair(), quantity).isEmpty()) {
            input.message("An order of " + order.quantity().stripTrailingZeros().toPlainString() + " " + order.pair()
                    + " was left out: what it costs cannot be known, for it has no price or the pools do not"
                    + " hold so much.");
        } else {
            orders.put(order.pair(), order);
        }
        return this;
    }

    private Optional<TradeIntent> trade(NetOrder order) {
        if (order.value() == 0 && order.quantity().signum() <= 0) {
            return sell(order.pair(), order.quantity().negate());
        }
        double value = change(order);
        return value < 0 ? sellFor(order.pair(), -value) : buy(order, value);
    }

    private Optional<TradeIntent> buy(NetOrder order, double value) {
        // A quantity is paid in full: cut off, its cost would buy a little less, which may be a whole contract less.
        BigDecimal spend = order.value() == 0
                ? BigDecimal.valueOf(value).setScale(Decimals.MONEY, RoundingMode.CEILING)
                : Decimals.money(value);
        if (spend.signum() <= 0) {
            return Optional.empty();
        }
        TradeIntent buy = TradeIntent.buy(order.pair(), new Size.Spend(spend), TradeReason.ORDER)
                .with(order.watch().triggers());
        return Optional.of(order.watch().basket().map(buy::in).orElse(buy));
    }

    private Optional<TradeIntent> sellFor(TradingPair pair, double value) {
        BigDecimal held = held(pair);
        if (valueHeld(pair) <= value) {
            return sell(pair, held);
        }
        double quantity = input.quotes().quantityFor(pair, value, held.doubleValue());
        return sell(pair, Decimals.truncated(quantity, pair.base().decimals()));
    }

    private Optional<TradeIntent> sell(TradingPair pair, BigDecimal quantity) {
        BigDecimal held = held(pair);
        boolean partly = quantity.compareTo(held) < 0;
        if (quantity.signum() == 0 || held.signum() == 0 || (partly && bringsNothing(pair, quantity))) {
            return Optional.empty();
        }
        return Optional.of(
                partly
                        ? TradeIntent.sell(pair, new Size.Sell(quantity), TradeReason.ORDER)
                        : TradeIntent.sell(pair, new Size.SellAll(), TradeReason.CLOSE));
    }

    /** Less than money can tell, as the rest that a target in units leaves for its buy was sized in money. */
    private boolean bringsNothing(TradingPair pair, BigDecimal quantity) {
        return input.quotes().findObstacle(pair).isEmpty()
                && Decimals.money(input.quotes().saleValue(pair, quantity.doubleValue()))
                                .signum()
                        == 0;
    }

    /** What an order costs, or brings (negative), in USD. */
    private double change(NetOrder order) {
        return order.value() + worth(order.pair(), order.quantity());
    }

    /** What a change of the holding costs, or brings (negative), in USD. */
    private double worth(TradingPair pair, BigDecimal change) {
        double quantity = change.doubleValue();
        return quantity > 0
                ? findCost(pair, quantity).orElse(0)
                : -input.quotes().saleValue(pair, -quantity);
    }

    /** What a quantity costs: by the pools, or at the last price where the pair cannot be traded now. */
    private OptionalDouble findCost(TradingPair pair, double quantity) {
        if (input.quotes().findObstacle(pair).isPresent()) {
            OptionalDouble close = input.market().findClose(pair);
            return close.isPresent() ? OptionalDouble.of(quantity * close.getAsDouble()) : close;
        }
        try {
            return OptionalDouble.of(input.quotes().costFor(pair, quantity));
        } catch (IllegalArgumentException e) {
            return OptionalDouble.empty();
        }
    }

    private BigDecimal held(TradingPair pair) {
        return input.portfolio().findPosition(pair).map(Position::quantity).orElse(BigDecimal.ZERO);
    }

    private double valueHeld(TradingPair pair) {
        return input.quotes().saleValue(pair, held(pair).doubleValue());
    }

    private BigDecimal quantity(TradingPair pair, double quantity) {
        require(pair, quantity);
        return Decimals.truncated(quantity, pair.base().decimals());
    }

    private void require(TradingPair pair, double amount) {
        if (!Double.isFinite(amount)) {
            throw new StrategyException("An order of " + amount + " of " + pair + " at " + input.asOf()
                    + " is no number: check what it was computed from.");
        }
    }

    private void requireTarget(TradingPair pair, double amount) {
        require(pair, amount);
        if (amount < 0) {
            throw new StrategyException("A target of " + amount + " of " + pair + " at " + input.asOf()
                    + " is negative: a holding is 0 or more.");
        }
    }
}
