package org.evenkeel.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Decimals;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.TriggerFactors;

/**
 * Orders for single pairs. {@code order…} changes a holding by an amount; {@code orderTarget…} brings it to an amount, so
 * that asking twice trades once.
 *
 * <p>Values are in USD, percents are fractions of the whole equity (0.25 is a quarter), quantities are cut off toward
 * zero to the token's decimals. A value of a buy is what is spent, fees included; a value of a sale is what it brings.
 *
 * <p>An order that comes to nothing gives no trade. One for a pair that cannot be traded now is planned all the same, so
 * that the engine records why it failed.
 */
public final class PositionManager {
    private final DecisionInput input;
    private final List<TradeIntent> orders = new ArrayList<>();
    private TriggerFactors triggers = TriggerFactors.NONE;

    PositionManager(DecisionInput input) {
        this.input = input;
    }

    /** The triggers of positions that the orders from here on open. */
    public PositionManager withTriggers(TriggerFactors factors) {
        triggers = factors;
        return this;
    }

    /** Buys (positive) or sells (negative) so much of the asset. */
    public PositionManager order(TradingPair pair, double quantity) {
        require(pair, quantity);
        if (quantity > 0) {
            buy(pair, costOf(pair, quantity));
        } else {
            sell(pair, Decimals.truncated(-quantity, pair.base().decimals()));
        }
        return this;
    }

    /** Spends so much on the asset (positive), or sells as much of it as brings that (negative). */
    public PositionManager orderValue(TradingPair pair, double value) {
        require(pair, value);
        if (value > 0) {
            buy(pair, value);
        } else if (value < 0) {
            sellFor(pair, -value);
        }
        return this;
    }

    /** {@link #orderValue} for a fraction of the equity. */
    public PositionManager orderPercent(TradingPair pair, double fraction) {
        return orderValue(pair, fraction * input.equity());
    }

    /** Brings the quantity held to the target, 0 or more. */
    public PositionManager orderTargetQuantity(TradingPair pair, double quantity) {
        requireTarget(pair, quantity);
        BigDecimal target = Decimals.truncated(quantity, pair.base().decimals());
        if (target.signum() == 0) {
            return close(pair);
        }
        return order(pair, target.subtract(held(pair)).doubleValue());
    }

    /** Brings the value held (what a sale would bring) to the target, 0 or more. */
    public PositionManager orderTargetValue(TradingPair pair, double value) {
        requireTarget(pair, value);
        return value == 0 ? close(pair) : orderValue(pair, value - valueHeld(pair));
    }

    /** {@link #orderTargetValue} for a fraction of the equity. */
    public PositionManager orderTargetPercent(TradingPair pair, double fraction) {
        return orderTargetValue(pair, fraction * input.equity());
    }

    /** Sells all that is held of the asset. */
    public PositionManager close(TradingPair pair) {
        if (held(pair).signum() > 0) {
            orders.add(TradeIntent.sell(pair, new Size.SellAll(), TradeReason.CLOSE));
        }
        return this;
    }

    /** Sells all that is held of everything. */
    public PositionManager closeAll() {
        input.portfolio().positions().forEach(position -> close(position.pair()));
        return this;
    }

    /** The orders given so far: what {@code decideTrades} returns. */
    public List<TradeIntent> trades() {
        return List.copyOf(orders);
    }

    private void buy(TradingPair pair, double value) {
        BigDecimal spend = Decimals.money(value);
        if (spend.signum() > 0) {
            orders.add(TradeIntent.buy(pair, new Size.Spend(spend), TradeReason.ORDER)
                    .with(triggers));
        }
    }

    private void sellFor(TradingPair pair, double value) {
        double whole = valueHeld(pair);
        if (whole <= value) {
            close(pair);
        } else {
            sell(
                    pair,
                    Decimals.truncated(
                            input.quotes().quantityFor(pair, value, held(pair).doubleValue()),
                            pair.base().decimals()));
        }
    }

    private void sell(TradingPair pair, BigDecimal quantity) {
        if (quantity.signum() == 0) {
            return;
        }
        if (quantity.compareTo(held(pair)) >= 0) {
            close(pair);
        } else {
            orders.add(TradeIntent.sell(pair, new Size.Sell(quantity), TradeReason.ORDER));
        }
    }

    private double costOf(TradingPair pair, double quantity) {
        return input.quotes().findObstacle(pair).isPresent()
                ? quantity * input.market().findClose(pair).orElse(0)
                : input.quotes().costFor(pair, quantity);
    }

    private BigDecimal held(TradingPair pair) {
        return input.portfolio().findPosition(pair).map(Position::quantity).orElse(BigDecimal.ZERO);
    }

    private double valueHeld(TradingPair pair) {
        return input.quotes().saleValue(pair, held(pair).doubleValue());
    }

    private void require(TradingPair pair, double amount) {
        input.universe().indexOf(pair);
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
