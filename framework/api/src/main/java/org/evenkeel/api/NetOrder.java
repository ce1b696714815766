package org.evenkeel.api;

import java.math.BigDecimal;
import java.util.Optional;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Basket;
import org.evenkeel.state.model.TriggerFactors;

/**
 * All that was ordered of one pair in a decision, taken together: a change of the holding by a quantity, by a value, or
 * by both. Immutable.
 *
 * @param pair the pair
 * @param quantity the change in units of the asset; negative sells
 * @param value the change in USD; negative sells
 * @param watch what is watched for on a position that it opens
 * @param isTarget whether it is just what brings the holding to a target
 */
record NetOrder(TradingPair pair, BigDecimal quantity, double value, Watch watch, boolean isTarget) {
    /**
     * What is watched for on a position.
     *
     * @param triggers of the position itself
     * @param basket the group that it belongs to
     */
    record Watch(TriggerFactors triggers, Optional<Basket> basket) {
        static final Watch NONE = new Watch(TriggerFactors.NONE, Optional.empty());
    }

    static NetOrder nothing(TradingPair pair) {
        return new NetOrder(pair, BigDecimal.ZERO, 0, Watch.NONE, false);
    }

    /** A further quantity. */
    NetOrder plus(BigDecimal more, Watch watched) {
        return new NetOrder(pair, quantity.add(more), value, watched, false);
    }

    /** A further value. */
    NetOrder plus(double more, Watch watched) {
        return new NetOrder(pair, quantity, value + more, watched, false);
    }

    /** A change by just this quantity to a target, whatever was ordered before. */
    NetOrder toTarget(BigDecimal change, Watch watched) {
        return new NetOrder(pair, change, 0, watched, true);
    }

    /** A change by just this value to a target, whatever was ordered before. */
    NetOrder toTarget(double change, Watch watched) {
        return new NetOrder(pair, BigDecimal.ZERO, change, watched, true);
    }
}
