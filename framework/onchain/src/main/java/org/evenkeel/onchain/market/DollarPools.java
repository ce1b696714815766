package org.evenkeel.onchain.market;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.market.DataException;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.UsdPegs;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.config.PegRule;
import org.evenkeel.onchain.dex.Dex;
import org.evenkeel.onchain.dex.FactoryPools;
import org.evenkeel.onchain.dex.PoolException;
import org.evenkeel.onchain.dex.PoolRef;
import org.evenkeel.onchain.pool.Pool;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.swap.Venue;
import org.evenkeel.onchain.token.TokenReader;

/**
 * Finds the pools that tell what a reserve is worth.
 *
 * @param head the block at which it is looked
 * @param factories of the place's exchanges
 * @param tokens asks those of which nothing is known
 */
record DollarPools(Place place, BlockRef head, FactoryPools factories, TokenReader tokens) {
    /** Of the tiers of pools with ranges, those in which dollars are traded for each other, in millionths. */
    private static final List<Integer> FEES = List.of(100, 500, 3000);

    /** Pools of the reserve against the dollars that are known on the chain, whatever exchange they are of. */
    List<PoolRef> find(Token reserve) {
        if (place.peg().source() == PegRule.Source.ASSUME) {
            return List.of();
        }
        Address own = Units.address(reserve);
        List<PoolRef> found = new ArrayList<>();
        for (Venue venue : place.exchanges()) {
            found.addAll(known(place.peg().dollars().stream()
                    .filter(dollar -> !dollar.equals(own))
                    .flatMap(dollar ->
                            fees(venue.dex()).map(fee -> new FactoryPools.Wanted(venue.dex(), own, dollar, fee)))
                    .toList()));
        }
        return found;
    }

    private static Stream<Integer> fees(Dex dex) {
        return switch (dex) {
            case Dex.ConstantProduct pairs -> Stream.of(pairs.feePips());
            case Dex.Concentrated ranges -> FEES.stream();
        };
    }

    /** An exchange that is not there has none; that is told of where a pair of the universe is on it. */
    private List<PoolRef> known(List<FactoryPools.Wanted> wanted) {
        try {
            return factories.find(head, wanted).stream()
                    .flatMap(Optional::stream)
                    .toList();
        } catch (PoolException noFactory) {
            return List.of();
        }
    }

    /**
     * Tells what the reserve is worth by those of these pools that are against a dollar: one that is known, or one that is
     * called so.
     *
     * @param pairs whose tokens are known from the universe
     */
    ReservePeg peg(Token reserve, Collection<TradingPair> pairs, Collection<Pool> pools) {
        Map<Address, Token> told = new HashMap<>();
        pairs.stream()
                .flatMap(pair -> Stream.of(pair.base(), pair.quote()))
                .forEach(token -> told.put(Units.address(token), token));
        Address own = Units.address(reserve);
        Map<Address, ReservePeg.Dollar> dollars = new HashMap<>();
        for (Pool pool : pools) {
            if (pool.token0().equals(own) || pool.token1().equals(own)) {
                Address other = pool.token0().equals(own) ? pool.token1() : pool.token0();
                Optional.ofNullable(told.get(other))
                        .or(() -> asked(other))
                        .flatMap(token -> dollar(other, token))
                        .ifPresent(dollar -> dollars.put(other, dollar));
            }
        }
        return new ReservePeg(reserve, place.peg().source(), Map.copyOf(dollars));
    }

    private Optional<ReservePeg.Dollar> dollar(Address address, Token token) {
        boolean named = place.peg().dollars().contains(address);
        return Optional.of(new ReservePeg.Dollar(token.decimals(), named))
                .filter(dollar -> named || UsdPegs.isPegged(token));
    }

    private Optional<Token> asked(Address token) {
        try {
            return Optional.of(tokens.token(head, token));
        } catch (DataException noToken) {
            return Optional.empty();
        }
    }
}
