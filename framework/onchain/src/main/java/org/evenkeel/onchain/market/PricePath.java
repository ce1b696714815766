package org.evenkeel.onchain.market;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.onchain.pool.Direction;
import org.evenkeel.onchain.pool.PoolState;
import org.evenkeel.onchain.route.Route;

/** Pools in a row whose mid prices, one after the other, are the price of a token in another. */
record PricePath(List<Step> steps) {
    /** A pool in one direction. */
    record Step(PoolState pool, Direction direction) {}

    PricePath {
        steps = List.copyOf(steps);
    }

    /** The path of a route of one part. */
    static PricePath of(Route route) {
        return new PricePath(route.parts().getFirst().hops().stream()
                .map(hop -> new Step(hop.market(), hop.direction()))
                .toList());
    }

    /** This one and then the other. */
    PricePath then(PricePath next) {
        List<Step> all = new ArrayList<>(steps);
        all.addAll(next.steps);
        return new PricePath(all);
    }

    /** What an amount at its beginning is worth at its end, at mid prices. */
    BigInteger forward(BigInteger amount) {
        BigInteger worth = amount;
        for (Step step : steps) {
            worth = step.pool.atMidPrice(step.direction, worth);
        }
        return worth;
    }

    /** What an amount at its end is worth at its beginning, at mid prices. */
    BigInteger back(BigInteger amount) {
        BigInteger worth = amount;
        for (Step step : steps.reversed()) {
            worth = step.pool.atMidPrice(step.direction.opposite(), worth);
        }
        return worth;
    }
}
