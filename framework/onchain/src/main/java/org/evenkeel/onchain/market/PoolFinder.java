package org.evenkeel.onchain.market;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.evenkeel.market.DataException;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.UsdPegs;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.abi.AbiException;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.abi.Function;
import org.evenkeel.onchain.dex.Dex;
import org.evenkeel.onchain.dex.PoolReader;
import org.evenkeel.onchain.dex.PoolRef;
import org.evenkeel.onchain.pool.Pool;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.CallAnswer;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.RevertException;
import org.evenkeel.onchain.swap.Venue;
import org.evenkeel.onchain.token.Erc20;

/** Finds the pools of pairs, and holds tokens to what a universe says of them. */
final class PoolFinder {
    private static final Function FACTORY = Function.of("factory()");
    private static final int PIPS_A_BASIS_POINT = 100;

    private final ChainClient client;
    private final Place place;
    private final BlockRef head;
    private final PoolReader reader;

    PoolFinder(ChainClient client, Place place, BlockRef head) {
        this.client = client;
        this.place = place;
        this.head = head;
        this.reader = new PoolReader(client);
    }

    /** An amount that is off by a factor of a trillion is worse than none. */
    void requireDecimals(List<TradingPair> pairs, Token reserve) {
        Map<Token, String> users = new LinkedHashMap<>();
        users.put(reserve, "the reserve");
        for (TradingPair pair : pairs) {
            users.putIfAbsent(pair.base(), pair.toString());
            users.putIfAbsent(pair.quote(), pair.toString());
        }
        List<Call> questions = new ArrayList<>();
        users.forEach((token, user) -> questions.add(Erc20.decimals(address(token, user))));
        Iterator<CallAnswer> answers = client.callAll(head, questions).iterator();
        users.forEach((token, user) -> requireDecimals(token, user, answers.next()));
    }

    private void requireDecimals(Token token, String user, CallAnswer answer) {
        int decimals = decimals(token, user, answer);
        if (decimals != token.decimals()) {
            throw new MarketException(
                    "The token " + token + " (" + token.address() + ") of " + user + " has " + decimals
                            + " decimals on " + client.chain() + ", and the universe says " + token.decimals()
                            + ": correct the data set.");
        }
    }

    private Address address(Token token, String user) {
        try {
            return Units.address(token);
        } catch (IllegalArgumentException none) {
            throw new MarketException(
                    "The token " + token + " of " + user + " has the address \"" + token.address()
                            + "\", which is none of " + client.chain() + ": correct the data set.",
                    none);
        }
    }

    private int decimals(Token token, String user, CallAnswer answer) {
        try {
            return answer.read().smallInteger();
        } catch (AbiException | RevertException none) {
            throw new MarketException(
                    "There is no token at " + token.address() + " on " + client.chain() + ", where " + user + " has "
                            + token + ": correct the data set, or leave the pair out.",
                    none);
        }
    }

    Map<TradingPair, PoolRef> find(List<TradingPair> pairs) {
        Map<TradingPair, PoolRef> refs = new LinkedHashMap<>();
        pairs.forEach(pair -> refs.put(pair, find(pair)));
        return refs;
    }

    private PoolRef find(TradingPair pair) {
        Dex dex = place.exchanges().stream()
                .map(Venue::dex)
                .filter(known -> known.name().equals(pair.exchange().name()))
                .findFirst()
                .orElseThrow(() -> new MarketException(pair + " is on an exchange that is not known: add "
                        + pair.exchange() + " to \"exchanges\" of the chain, or leave the pair out. Known are "
                        + place.exchanges().stream()
                                .map(venue -> venue.dex().name())
                                .toList()
                        + "."));
        int pips = pips(pair);
        Address base = Units.address(pair.base());
        Address quote = Units.address(pair.quote());
        Optional<PoolRef> pool = switch (dex) {
            case Dex.ConstantProduct pairs -> {
                if (pairs.feePips() != pips) {
                    throw new MarketException(pair + " has a fee of " + pair.feeBps() + " basis points, and "
                            + pairs.name() + " takes " + pairs.feePips() / (double) PIPS_A_BASIS_POINT
                            + ": correct the data set, or the exchange.");
                }
                yield reader.findPair(head, pairs, base, quote);
            }
            case Dex.Concentrated ranges -> reader.findPool(head, ranges, base, quote, pips);
        };
        return pool.orElseThrow(() -> new MarketException("There is no pool of " + pair + " with a fee of "
                + pair.feeBps() + " basis points: the factory " + dex.factory()
                + " has none. Correct the data set, or leave the pair out."));
    }

    private static int pips(TradingPair pair) {
        double pips = pair.feeBps() * PIPS_A_BASIS_POINT;
        int whole = (int) Math.round(pips);
        if (Math.abs(pips - whole) > 1e-6) {
            throw new MarketException(pair + " has a fee of " + pair.feeBps()
                    + " basis points, which no pool has: fees are whole hundredths of a basis point.");
        }
        return whole;
    }

    /** The pools of pairs and those that are only passed through, each once. */
    List<PoolRef> withRouting(Collection<PoolRef> own) {
        Set<PoolRef> all = new LinkedHashSet<>(own);
        Set<Address> known = new HashSet<>();
        own.forEach(ref -> known.add(ref.address()));
        place.routingPools().stream().filter(known::add).map(this::routingPool).forEach(all::add);
        return List.copyOf(all);
    }

    /** Which exchange it is of, its factory says. */
    private PoolRef routingPool(Address pool) {
        Address factory;
        try {
            factory = client.call(head, FACTORY.on(pool)).address();
        } catch (AbiException | RevertException none) {
            throw new MarketException(
                    "There is no pool at " + pool + " on " + client.chain()
                            + ": take it out of \"routing_pools\" of the chain.",
                    none);
        }
        return place.exchanges().stream()
                .map(Venue::dex)
                .filter(dex -> dex.factory().equals(factory))
                .findFirst()
                .map(dex -> new PoolRef(dex, pool))
                .orElseThrow(() -> new MarketException("The pool " + pool + " on " + client.chain()
                        + " was made by the factory " + factory + ", which is none of the known exchanges: add that"
                        + " exchange, or take the pool out of \"routing_pools\" of the chain."));
    }

    ChainMarket.Found found(Map<TradingPair, PoolRef> refs, Collection<Pool> pools, Token reserve) {
        Map<Address, TradingPair> pairs = new HashMap<>();
        refs.forEach((pair, ref) -> pairs.putIfAbsent(ref.address(), pair));
        return new ChainMarket.Found(refs, pairs, dollars(refs.keySet(), pools, reserve));
    }

    /** Tokens that stand for a dollar and share a pool with the reserve, by what the universe or they themselves say. */
    private Map<Address, Integer> dollars(Collection<TradingPair> pairs, Collection<Pool> pools, Token reserve) {
        Map<Address, Token> told = new HashMap<>();
        pairs.stream()
                .flatMap(pair -> Stream.of(pair.base(), pair.quote()))
                .forEach(token -> told.put(Units.address(token), token));
        Address own = Units.address(reserve);
        Map<Address, Integer> dollars = new HashMap<>();
        for (Pool pool : pools) {
            if (pool.token0().equals(own) || pool.token1().equals(own)) {
                Address other = pool.token0().equals(own) ? pool.token1() : pool.token0();
                Optional.ofNullable(told.get(other))
                        .or(() -> asked(other))
                        .filter(UsdPegs::isPegged)
                        .ifPresent(token -> dollars.put(other, token.decimals()));
            }
        }
        return Map.copyOf(dollars);
    }

    private Optional<Token> asked(Address token) {
        try {
            String symbol = client.call(head, Erc20.symbol(token)).text();
            int decimals = client.call(head, Erc20.decimals(token)).smallInteger();
            return Optional.of(new Token(client.chain(), token.hex(), symbol, decimals));
        } catch (AbiException | RevertException | IllegalArgumentException | DataException nameless) {
            return Optional.empty();
        }
    }
}
