package org.evenkeel.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.evenkeel.state.model.Basket;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.TriggerFactors;

/**
 * What triggers are looked at. A basket is judged by all that is held of it or not at all: a part of it can be far below
 * a stop that the whole is far above. So members that cannot be sold just now count for their basket, and only for it.
 *
 * @param sellable what may be sold now
 * @param judged what may be counted in a basket now; one with a member that may not be is left alone
 */
record WatchList(Predicate<Position> sellable, Predicate<Position> judged) {
    List<Position> of(Collection<Position> positions) {
        Set<String> baskets = baskets(positions);
        List<Position> watched = new ArrayList<>();
        for (Position position : positions) {
            TriggerFactors own = sellable.test(position) ? position.watch().factors() : TriggerFactors.NONE;
            Optional<Basket> basket =
                    position.watch().basket().filter(one -> isHeld(position) && baskets.contains(one.name()));
            if (isHeld(position) && (!own.isNone() || basket.isPresent())) {
                watched.add(watching(position, own, basket));
            }
        }
        return watched;
    }

    /** Those of which something can be sold and everything can be counted. */
    private Set<String> baskets(Collection<Position> positions) {
        Set<String> some = new HashSet<>();
        Set<String> notAll = new HashSet<>();
        for (Position position : positions) {
            Optional<Basket> basket = position.watch().basket();
            if (basket.isPresent() && isHeld(position)) {
                if (sellable.test(position)) {
                    some.add(basket.get().name());
                }
                if (!judged.test(position)) {
                    notAll.add(basket.get().name());
                }
            }
        }
        some.removeAll(notAll);
        return some;
    }

    private static Position watching(Position position, TriggerFactors own, Optional<Basket> basket) {
        Position.Watch as = position.watch();
        return own.equals(as.factors()) && basket.equals(as.basket())
                ? position
                : position.watching(new Position.Watch(own, as.peak(), basket));
    }

    /** A token can take the money of a buy and let nothing arrive. */
    static boolean isHeld(Position position) {
        return position.quantity().signum() > 0;
    }
}
