package org.evenkeel.live.deviation;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.evenkeel.market.TradingPair;

/**
 * What is held more or less in one run than in another, as lots. A difference the other way ends the oldest lots first; what
 * each has made by then is told to whom opened it.
 */
final class DifferenceLots {
    /** Hears what a lot has made when it ends, or a part of it. */
    @FunctionalInterface
    interface Owner {
        /**
         * @param profit in USD, positive where it is to the advantage of the run that is compared
         */
        void made(BigDecimal profit);
    }

    private record Lot(BigDecimal quantity, BigDecimal price, Owner owner) {}

    private final Map<TradingPair, Deque<Lot>> open = new HashMap<>();

    /**
     * Takes note of a difference.
     *
     * @param quantity how much more is held from now on; negative for less
     * @param price the price that ends lots now, and at which what is left of the quantity opens one, in USD
     * @param owner hears what that lot makes
     */
    void add(TradingPair pair, BigDecimal quantity, BigDecimal price, Owner owner) {
        Deque<Lot> lots = open.computeIfAbsent(pair, unknown -> new ArrayDeque<>());
        BigDecimal left = quantity;
        while (left.signum() != 0
                && !lots.isEmpty()
                && lots.getFirst().quantity().signum() != left.signum()) {
            Lot lot = lots.removeFirst();
            BigDecimal ended = smaller(lot.quantity(), left.negate());
            lot.owner().made(ended.multiply(price.subtract(lot.price())));
            BigDecimal rest = lot.quantity().subtract(ended);
            if (rest.signum() != 0) {
                lots.addFirst(new Lot(rest, lot.price(), lot.owner()));
            }
            left = left.add(ended);
        }
        if (left.signum() != 0) {
            lots.addLast(new Lot(left, price, owner));
        }
    }

    private static BigDecimal smaller(BigDecimal a, BigDecimal b) {
        return a.abs().compareTo(b.abs()) <= 0 ? a : b;
    }

    /** Ends every lot at the price of its pair. */
    void end(Function<TradingPair, BigDecimal> prices) {
        open.forEach((pair, lots) -> {
            if (!lots.isEmpty()) {
                BigDecimal price = prices.apply(pair);
                lots.forEach(lot -> lot.owner().made(lot.quantity().multiply(price.subtract(lot.price()))));
            }
        });
        open.clear();
    }

    /** How much more is held of each pair, in lots that are open; negative for less. */
    Map<TradingPair, BigDecimal> quantities() {
        Map<TradingPair, BigDecimal> quantities = new HashMap<>();
        open.forEach((pair, lots) ->
                quantities.put(pair, lots.stream().map(Lot::quantity).reduce(BigDecimal.ZERO, BigDecimal::add)));
        return quantities;
    }
}
