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
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.abi.AbiException;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.dex.Dex;
import org.evenkeel.onchain.dex.FactoryPools;
import org.evenkeel.onchain.dex.PoolException;
import org.evenkeel.onchain.dex.PoolRef;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.CallAnswer;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.RevertException;
import org.evenkeel.onchain.swap.Venue;
import org.evenkeel.onchain.token.Erc20;
import org.evenkeel.onchain.token.TokenReader;

/** Finds the pools of pairs, and holds tokens to what a universe says of them. */
final class UniversePools {
    private final ChainClient client;
    private final Place place;
    private final BlockRef head;
    private final FactoryPools factories;

    UniversePools(ChainClient client, Place place, BlockRef head) {
        this.client = client;
        this.place = place;
        this.head = head;
        this.factories = new FactoryPools(
                client, place.exchanges().stream().map(Venue::dex).toList());
    }

    /** Finds what tells the reserve's worth at the same exchanges. */
    DollarPools dollars() {
        return new DollarPools(place, head, factories, new TokenReader(client));
    }

    /**
     * An amount that is off by a factor of a trillion is worse than none.
     *
     * @param known tokens that were what the universe says before
     * @return assets that do not answer, and known ones that answer otherwise by now: where one has a pool it was a token
     *     once, and what is held of it has to be lived with
     */
    Set<Token> requireDecimals(List<TradingPair> pairs, Token reserve, Set<Token> known) {
        Map<Token, String> users = new LinkedHashMap<>();
        users.put(reserve, "the reserve");
        for (TradingPair pair : pairs) {
            users.putIfAbsent(pair.base(), pair.toString());
            users.putIfAbsent(pair.quote(), pair.toString());
        }
        List<Call> questions = new ArrayList<>();
        users.forEach((token, user) -> questions.add(Erc20.decimals(address(token, user))));
        Iterator<CallAnswer> answers = client.callAll(head, questions).iterator();
        Set<Token> silent = new HashSet<>();
        Set<Token> bearable = new HashSet<>(known);
        money(reserve, pairs).forEach(bearable::remove);
        users.forEach((token, user) -> {
            Optional<Integer> decimals = decimals(answers.next());
            boolean isAsSaid = decimals.filter(told -> told == token.decimals()).isPresent();
            if (decimals.isEmpty() || (!isAsSaid && bearable.contains(token))) {
                silent.add(token);
            } else {
                requireDecimals(token, user, decimals.orElseThrow());
            }
        });
        requireMoney(reserve, pairs, silent);
        return silent;
    }

    private void requireMoney(Token reserve, List<TradingPair> pairs, Set<Token> silent) {
        money(reserve, pairs).filter(silent::contains).findFirst().ifPresent(token -> {
            throw none(token, "which is paid with");
        });
    }

    private static Stream<Token> money(Token reserve, List<TradingPair> pairs) {
        return Stream.concat(Stream.of(reserve), pairs.stream().map(TradingPair::quote));
    }

    private MarketException none(Token token, String what) {
        return new MarketException("There is no token at " + token.address() + " on " + client.chain()
                + " that would be " + token + ", " + what + ": correct the data set, or leave the pair out.");
    }

    private void requireDecimals(Token token, String user, int decimals) {
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

    private static Optional<Integer> decimals(CallAnswer answer) {
        try {
            return Optional.of(answer.read().smallInteger());
        } catch (AbiException | RevertException none) {
            return Optional.empty();
        }
    }

    /**
     * The pools of pairs.
     *
     * @param silent tokens that do not answer
     */
    Map<TradingPair, PoolRef> find(List<TradingPair> pairs, Set<Token> silent) {
        List<FactoryPools.Wanted> wanted = pairs.stream().map(this::wanted).toList();
        List<Optional<PoolRef>> found = factories.find(head, wanted);
        Map<TradingPair, PoolRef> refs = new LinkedHashMap<>();
        for (int row = 0; row < pairs.size(); row++) {
            TradingPair pair = pairs.get(row);
            Address factory = wanted.get(row).dex().factory();
            refs.put(
                    pair,
                    found.get(row)
                            .orElseThrow(() -> silent.contains(pair.base())
                                    ? none(pair.base(), "of " + pair)
                                    : new MarketException("There is no pool of " + pair + " with a fee of "
                                            + pair.feeBps() + " basis points: the factory " + factory
                                            + " has none. Correct the data set, or leave the pair out.")));
        }
        return refs;
    }

    private FactoryPools.Wanted wanted(TradingPair pair) {
        Dex dex = factories
                .exchange(pair.exchange().name())
                .orElseThrow(() -> new MarketException(pair + " is on an exchange that is not known: add "
                        + pair.exchange() + " to \"exchanges\" of the chain, or leave the pair out. Known are "
                        + place.exchanges().stream()
                                .map(venue -> venue.dex().name())
                                .toList()
                        + "."));
        int pips = FactoryPools.feePips(pair)
                .orElseThrow(() -> new MarketException(pair + " has a fee of " + pair.feeBps()
                        + " basis points, which no pool has: fees are whole hundredths of a basis point."));
        if (dex instanceof Dex.ConstantProduct pairs && pairs.feePips() != pips) {
            throw new MarketException(pair + " has a fee of " + pair.feeBps() + " basis points, and " + pairs.name()
                    + " takes " + pairs.feePips() / 100.0 + ": correct the data set, or the exchange.");
        }
        return new FactoryPools.Wanted(dex, Units.address(pair.base()), Units.address(pair.quote()), pips);
    }

    /** The pools of pairs and those that are only passed through, each once. */
    List<PoolRef> withRouting(Collection<PoolRef> own) {
        Set<PoolRef> all = new LinkedHashSet<>(own);
        Set<Address> known = new HashSet<>();
        own.forEach(ref -> known.add(ref.address()));
        place.routingPools().stream().filter(known::add).map(this::routingPool).forEach(all::add);
        return List.copyOf(all);
    }

    private PoolRef routingPool(Address pool) {
        try {
            return factories.at(head, pool).ref();
        } catch (PoolException none) {
            throw new MarketException(
                    "There is no pool at " + pool + " on " + client.chain() + " that may be passed through: "
                            + none.getMessage() + " Take it out of \"routing_pools\" of the chain, or correct it.",
                    none);
        }
    }

    ChainMarket.Found found(Map<TradingPair, PoolRef> refs, ReservePeg peg, Set<Token> silent) {
        Map<Address, TradingPair> pairs = new HashMap<>();
        refs.forEach((pair, ref) -> pairs.putIfAbsent(ref.address(), pair));
        return new ChainMarket.Found(refs, pairs, peg, Set.copyOf(silent));
    }
}
