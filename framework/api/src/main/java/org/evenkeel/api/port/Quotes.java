package org.evenkeel.api.port;

import java.util.Optional;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Outcome;

/** What trades would come to at an instant, by all that was known then. */
public interface Quotes {
    /** What stands in the way of trading the pair now: no price, a stale one, no route; empty where nothing does. */
    Optional<Outcome> findObstacle(TradingPair pair);

    /**
     * What spending so much of the reserve would buy.
     *
     * @param pair a pair that has a price and a route
     * @param spend in USD, 0 or more
     */
    Quote buy(TradingPair pair, double spend);

    /**
     * What selling so much of the asset would bring.
     *
     * @param pair a pair that has a price and a route
     * @param quantity of the asset, 0 or more
     */
    Quote sell(TradingPair pair, double quantity);

    /**
     * What selling so much would bring, in USD, at the last price however old it is; 0 for a pair that never had one or
     * has no route.
     */
    double saleValue(TradingPair pair, double quantity);

    /**
     * The most that can be spent on the pair in one trade without moving its price by more than a limit, in USD;
     * infinite where the pools' depth is unknown.
     *
     * @param maxImpact the limit, as a fraction
     */
    double maxSpend(TradingPair pair, double maxImpact);

    /**
     * The most of the asset that can be sold in one trade without moving its price by more than a limit; infinite where
     * the pools' depth is unknown.
     *
     * @param maxImpact the limit, as a fraction
     */
    double maxSale(TradingPair pair, double maxImpact);

    /**
     * How much of the asset has to be sold to bring a value.
     *
     * @param value in USD, less than what the sale of all that is held would bring
     * @param held what is held of the asset
     */
    double quantityFor(TradingPair pair, double value, double held);

    /**
     * What has to be spent to buy a quantity, in USD, fees and impact included.
     *
     * @param pair a pair that has a price and a route
     * @param quantity of the asset, 0 or more
     * @throws IllegalArgumentException when the pools do not hold so much
     */
    double costFor(TradingPair pair, double quantity);

    /** The value that the pair's own pool holds, both sides, in USD; infinite where unknown. */
    double poolValue(TradingPair pair);
}
