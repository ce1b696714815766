package org.evenkeel.onchain.market;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.market.Token;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.config.PegRule;
import org.evenkeel.onchain.dex.PoolHoldings;
import org.evenkeel.onchain.route.Way;

/**
 * Tells what a reserve that stands for a dollar is worth, by its pools against other dollars. Of each of these the deepest
 * pool counts, and of these prices the one furthest from 1: where one of two dollars has lost its peg, nobody can say by
 * one pool which it is.
 *
 * @param dollars tokens that stand for a dollar too
 */
record ReservePeg(Token reserve, PegRule.Source source, Map<Address, Dollar> dollars) {
    /** In less than so many dollars of the reserve nobody would trade a price back to where it belongs. */
    private static final BigDecimal LEAST_DEPTH = BigDecimal.valueOf(10_000);

    /**
     * A token that stands for a dollar.
     *
     * @param isNamed whether the chain's settings name it; else its symbol says so, which counts where no other does
     */
    record Dollar(int decimals, boolean isNamed) {}

    private record Price(PoolHoldings pool, Dollar dollar, BigDecimal usd) {
        BigDecimal off() {
            return usd.subtract(BigDecimal.ONE).abs();
        }
    }

    /** The worth of one; empty where no pool can tell. */
    Optional<BigDecimal> usd(Collection<PoolHoldings> pools) {
        if (source == PegRule.Source.ASSUME) {
            return Optional.of(BigDecimal.ONE);
        }
        List<Price> prices = prices(pools);
        boolean named = prices.stream().anyMatch(price -> price.dollar.isNamed);
        return prices.stream()
                .filter(price -> !named || price.dollar.isNamed)
                .max(Comparator.comparing(Price::off))
                .map(Price::usd);
    }

    /** One for each other dollar. */
    private List<Price> prices(Collection<PoolHoldings> pools) {
        Address own = Units.address(reserve);
        BigInteger least = Units.of(LEAST_DEPTH, reserve);
        Map<Address, PoolHoldings> deepest = new HashMap<>();
        for (PoolHoldings pool : pools) {
            Optional<Address> other = other(pool, own).filter(dollars::containsKey);
            if (other.isPresent() && pool.held(own).compareTo(least) >= 0) {
                deepest.merge(
                        other.orElseThrow(),
                        pool,
                        (one, two) -> one.held(own).compareTo(two.held(own)) >= 0 ? one : two);
            }
        }
        return dollars.entrySet().stream()
                .flatMap(
                        dollar -> Optional.ofNullable(deepest.get(dollar.getKey()))
                                .flatMap(pool -> price(pool, dollar.getValue(), own))
                                .stream())
                .toList();
    }

    private Optional<Price> price(PoolHoldings pool, Dollar dollar, Address own) {
        Way way = Way.through(pool.state(), pool.state().pool().selling(own));
        return Prices.price(way, reserve.decimals(), dollar.decimals).map(usd -> new Price(pool, dollar, usd));
    }

    private static Optional<Address> other(PoolHoldings pool, Address own) {
        Address token0 = pool.state().pool().token0();
        Address token1 = pool.state().pool().token1();
        if (token0.equals(own)) {
            return Optional.of(token1);
        }
        return token1.equals(own) ? Optional.of(token0) : Optional.empty();
    }
}
