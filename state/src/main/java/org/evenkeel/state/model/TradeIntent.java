package org.evenkeel.state.model;

import java.util.Optional;
import org.evenkeel.market.TradingPair;

/**
 * A change that a strategy wants, and why. It is not yet a trade: limits, cash and the market decide what becomes of
 * it.
 *
 * @param pair the pair to trade
 * @param side buy or sell
 * @param size how much
 * @param reason why
 * @param triggers what is to be watched once the position is open; used by the buy that opens it
 * @param basket the group that the position belongs to
 */
public record TradeIntent(
        TradingPair pair, Side side, Size size, TradeReason reason, TriggerFactors triggers, Optional<Basket> basket) {
    /**
     * @throws IllegalArgumentException when the size does not fit the side
     */
    public TradeIntent {
        if ((side == Side.BUY) != (size instanceof Size.Spend)) {
            throw new IllegalArgumentException("A " + side + " of " + pair + " cannot have the size " + size
                    + ": a buy spends money, a sale sells a quantity or all.");
        }
    }

    /** A buy without triggers. */
    public static TradeIntent buy(TradingPair pair, Size.Spend size, TradeReason reason) {
        return new TradeIntent(pair, Side.BUY, size, reason, TriggerFactors.NONE, Optional.empty());
    }

    /** A sale. */
    public static TradeIntent sell(TradingPair pair, Size size, TradeReason reason) {
        return new TradeIntent(pair, Side.SELL, size, reason, TriggerFactors.NONE, Optional.empty());
    }

    /** This intent with triggers. */
    public TradeIntent with(TriggerFactors wanted) {
        return new TradeIntent(pair, side, size, reason, wanted, basket);
    }

    /** This intent as part of a basket. */
    public TradeIntent in(Basket wanted) {
        return new TradeIntent(pair, side, size, reason, triggers, Optional.of(wanted));
    }

    /** Whether everything held is to be sold. */
    public boolean isClose() {
        return size instanceof Size.SellAll;
    }
}
