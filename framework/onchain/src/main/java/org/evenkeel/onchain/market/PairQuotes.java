package org.evenkeel.onchain.market;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.api.port.Quote;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.onchain.route.Route;
import org.evenkeel.state.model.RoutePart;

/** Quotes of one pair at a block, over the routes that a trade would take. What was asked once is kept. */
final class PairQuotes {
    private final MarketAt market;
    private final TradingPair pair;
    private final Token reserve;
    private final double mid;
    private final Map<BigInteger, Optional<Route>> buys = new HashMap<>();
    private final Map<BigInteger, Optional<Route>> sales = new HashMap<>();

    PairQuotes(MarketAt market, TradingPair pair) {
        this.market = market;
        this.pair = pair;
        this.reserve = market.market().reserve();
        this.mid = market.mid(pair).orElse(0);
    }

    private Optional<Route> buying(BigInteger spend) {
        return buys.computeIfAbsent(
                spend, amount -> market.route(reserve, pair.base(), amount).map(Routed::route));
    }

    private Optional<Route> selling(BigInteger quantity) {
        return sales.computeIfAbsent(
                quantity, amount -> market.route(pair.base(), reserve, amount).map(Routed::route));
    }

    /** Whether a dollar's worth can be bought. */
    boolean isTradable() {
        return buying(Units.of(1.0, reserve)).isPresent();
    }

    Quote buy(double spend) {
        Optional<Route> route = buying(Units.of(spend, reserve));
        double out = route.map(found -> Units.approximately(found.amountOut(), pair.base()))
                .orElse(0.0);
        return new Quote(
                out,
                spend,
                mid,
                route.map(found -> losses(found, spend / whole(found.atMidPrice())))
                        .orElse(new Quote.Losses(0, spend)),
                route.map(this::parts).orElse(List.of()));
    }

    Quote sell(double quantity) {
        Optional<Route> route = selling(Units.of(quantity, pair.base()));
        double out = route.map(found -> Units.approximately(found.amountOut(), reserve))
                .orElse(0.0);
        return new Quote(
                quantity,
                out,
                mid,
                route.map(found -> losses(found, 1 / reserveUnits())).orElse(new Quote.Losses(0, quantity * mid)),
                route.map(this::parts).orElse(List.of()));
    }

    private double reserveUnits() {
        return Math.pow(10, reserve.decimals());
    }

    private static double whole(BigInteger amount) {
        return amount.max(BigInteger.ONE).doubleValue();
    }

    /**
     * What fees and impact take.
     *
     * @param usd what a base unit of what comes out is worth at mid prices
     */
    private static Quote.Losses losses(Route route, double usd) {
        BigInteger afterFees = route.atMidPriceAfterFees();
        return new Quote.Losses(
                route.atMidPrice().subtract(afterFees).doubleValue() * usd,
                afterFees.subtract(route.amountOut()).doubleValue() * usd);
    }

    private List<RoutePart> parts(Route route) {
        return PairRoutes.of(market.market(), route.legs());
    }

    /** What a sale brings in USD, rounded down; 0 where it is not to be had. */
    double brings(BigInteger quantity) {
        return selling(quantity)
                .map(route -> Units.atMost(route.amountOut(), reserve))
                .orElse(0.0);
    }

    double maxSpend(double maxImpact) {
        BigInteger most = largest(true, maxImpact, Units.of(market.poolValue(pair) * maxImpact, reserve));
        return Units.atMost(most, reserve);
    }

    double maxSale(double maxImpact) {
        BigInteger guess = mid == 0 ? BigInteger.ZERO : Units.of(market.poolValue(pair) / mid * maxImpact, pair.base());
        return Units.atMost(largest(false, maxImpact, guess), pair.base());
    }

    private BigInteger largest(boolean buying, double maxImpact, BigInteger guess) {
        return Inverse.largest(guess, amount -> {
            Optional<Route> route = buying ? buying(amount) : selling(amount);
            return route.isPresent() && impact(route.get()) <= maxImpact;
        });
    }

    private static double impact(Route route) {
        double expected = whole(route.atMidPriceAfterFees());
        return 1 - route.amountOut().doubleValue() / expected;
    }

    double quantityFor(double value, double held) {
        BigInteger most = Units.of(held, pair.base());
        BigInteger wanted = Units.of(value, reserve);
        BigInteger least = Inverse.least(
                most,
                amount -> selling(amount)
                        .filter(route -> route.amountOut().compareTo(wanted) >= 0)
                        .isPresent());
        return Math.min(held, Units.approximately(least, pair.base()));
    }

    double costFor(double quantity) {
        BigInteger wanted = Units.of(quantity, pair.base());
        if (wanted.signum() == 0) {
            return 0;
        }
        BigInteger most = Units.of(Math.max(1, quantity * mid), reserve);
        for (int tries = 0; tries < Inverse.MOST_DOUBLINGS; tries++) {
            if (buys(most, wanted)) {
                return Units.approximately(Inverse.least(most, amount -> buys(amount, wanted)), reserve);
            }
            most = most.shiftLeft(1);
        }
        throw new IllegalArgumentException(quantity + " of " + pair + " cannot be bought at block " + market.block()
                + ": its pools do not hold so much.");
    }

    private boolean buys(BigInteger spend, BigInteger wanted) {
        return buying(spend)
                .filter(route -> route.amountOut().compareTo(wanted) >= 0)
                .isPresent();
    }
}
