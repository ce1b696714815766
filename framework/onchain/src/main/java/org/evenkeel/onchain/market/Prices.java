package org.evenkeel.onchain.market;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.market.TradingPair;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.dex.PoolHoldings;
import org.evenkeel.onchain.dex.PoolRef;
import org.evenkeel.onchain.route.GasCosts;
import org.evenkeel.onchain.route.Route;
import org.evenkeel.onchain.route.RouteFinder;
import org.evenkeel.onchain.route.Way;

/** Mid prices at a block, in reserve: through a pair's own pool, and from its quote and the native coin the best way. */
final class Prices {
    private static final int COIN_DECIMALS = 18;
    /** Finer than a double can show. */
    private static final int PRICE_BITS = 64;
    /** A hundredth of a percent of a pool's side moves prices by next to nothing. */
    private static final BigInteger SMALL_PART = BigInteger.valueOf(10_000);

    private final ChainMarket market;
    private final Map<Address, PoolHoldings> pools;
    private final RouteFinder finder;
    private final Map<TradingPair, Optional<Way>> paths = new HashMap<>();
    private final Optional<Way> nativePath;

    Prices(ChainMarket market, Map<Address, PoolHoldings> pools) {
        this.market = market;
        this.pools = pools;
        finder = new RouteFinder(
                pools.values().stream().map(PoolHoldings::state).toList(),
                market.place().limits().withParts(1));
        BigInteger thousandth = BigInteger.TEN.pow(COIN_DECIMALS - 3);
        nativePath = finder.find(
                        market.place().gas().wrapped(), Units.address(market.reserve()), thousandth, GasCosts.FREE)
                .map(Prices::way);
    }

    /** From the wrapped native coin to the reserve. */
    Optional<Way> nativePath() {
        return nativePath;
    }

    /** From a pair's asset to the reserve, its own pool first; none where that cannot be read. */
    synchronized Optional<Way> path(TradingPair pair, PoolRef ref) {
        Optional<Way> known = paths.get(pair);
        if (known == null) {
            known = Optional.ofNullable(pools.get(ref.address())).flatMap(own -> newPath(pair, own));
            paths.put(pair, known);
        }
        return known;
    }

    private Optional<Way> newPath(TradingPair pair, PoolHoldings own) {
        Address base = Units.address(pair.base());
        Address quote = Units.address(pair.quote());
        Way pool = Way.through(own.state(), own.state().pool().selling(base));
        if (pair.quote().equals(market.reserve())) {
            return Optional.of(pool);
        }
        BigInteger little = own.held(quote).divide(SMALL_PART).max(BigInteger.ONE);
        return finder.find(quote, Units.address(market.reserve()), little, GasCosts.FREE)
                .map(Prices::way)
                .map(pool::then);
    }

    /** That of a route of one part. */
    private static Way way(Route route) {
        return route.parts().getFirst().leg().way();
    }

    /** The price of one whole token at the path's beginning in whole tokens at its end; none where that is nothing. */
    static Optional<BigDecimal> price(Way path, int decimals, int decimalsAtEnd) {
        BigInteger worth = path.forward(BigInteger.TEN.pow(decimals).shiftLeft(PRICE_BITS));
        BigDecimal scale = new BigDecimal(BigInteger.ONE.shiftLeft(PRICE_BITS));
        return worth.signum() == 0
                ? Optional.empty()
                : Optional.of(new BigDecimal(worth, decimalsAtEnd).divide(scale, MathContext.DECIMAL64));
    }

    /** What an amount of the native coin is worth in base units of the reserve. */
    BigInteger inReserve(BigInteger wei) {
        return nativePath.map(path -> path.forward(wei)).orElse(BigInteger.ZERO);
    }

    /** The same in whole tokens: a wei is worth less than the least unit of most, and is counted all the same. */
    BigDecimal usd(BigInteger wei) {
        BigInteger many = BigInteger.TEN.pow(COIN_DECIMALS);
        return new BigDecimal(inReserve(wei.multiply(many)), market.reserve().decimals() + COIN_DECIMALS);
    }

    /** What both sides of a pair's own pool are worth, in base units of the reserve. */
    BigInteger worth(TradingPair pair, PoolHoldings own, Way path) {
        BigInteger base = path.forward(own.held(Units.address(pair.base())));
        Way fromQuote = new Way(path.steps().subList(1, path.steps().size()));
        return base.add(fromQuote.forward(own.held(Units.address(pair.quote()))));
    }
}
