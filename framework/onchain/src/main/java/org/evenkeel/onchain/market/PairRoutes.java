package org.evenkeel.onchain.market;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.market.TradingPair;
import org.evenkeel.onchain.route.Leg;
import org.evenkeel.state.model.RoutePart;

/** Tells of ways through pools in pairs of a universe. */
public final class PairRoutes {
    private PairRoutes() {}

    /** The parts of a trade; none where a pool on a way is none of the universe, for then they cannot be told in its pairs. */
    public static List<RoutePart> of(ChainMarket market, List<Leg> legs) {
        double whole = legs.stream()
                .map(Leg::amountIn)
                .reduce(BigInteger.ZERO, BigInteger::add)
                .doubleValue();
        List<RoutePart> parts = new ArrayList<>();
        for (Leg leg : legs) {
            List<TradingPair> pairs = leg.way().steps().stream()
                    .flatMap(step -> market.findPair(step.pool().pool().address()).stream())
                    .toList();
            if (pairs.size() < leg.way().steps().size()) {
                return List.of();
            }
            parts.add(new RoutePart(legs.size() == 1 ? 1 : leg.amountIn().doubleValue() / whole, pairs));
        }
        return parts;
    }
}
