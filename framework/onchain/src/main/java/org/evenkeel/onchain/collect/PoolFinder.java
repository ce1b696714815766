package org.evenkeel.onchain.collect;

import java.util.List;
import java.util.Optional;
import org.evenkeel.market.DataException;
import org.evenkeel.market.Exchange;
import org.evenkeel.market.FeeMode;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.UsdPegs;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.dex.Dex;
import org.evenkeel.onchain.dex.FactoryPools;
import org.evenkeel.onchain.dex.PoolException;
import org.evenkeel.onchain.dex.PoolRef;
import org.evenkeel.onchain.pool.Pool;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.token.TokenReader;

/**
 * Tells what pools are. What a pool says of itself is believed only where the factory of a known exchange says the same, for
 * anybody can deploy a contract that answers anything.
 */
public final class PoolFinder {
    private final ChainClient client;
    private final Optional<Address> wrappedNative;
    private final FactoryPools factories;
    private final TokenReader tokens;

    /**
     * Asks through a client.
     *
     * @param exchanges whose pools are known
     * @param wrappedNative the token that most others are quoted in, where the chain has one
     */
    public PoolFinder(ChainClient client, List<Dex> exchanges, Optional<Address> wrappedNative) {
        this.client = client;
        this.wrappedNative = wrappedNative;
        this.factories = new FactoryPools(client, exchanges);
        this.tokens = new TokenReader(client);
    }

    private record Facts(Dex dex, Token first, Token second, double feeBps) {}

    /**
     * The pool at an address, as a pair with candles in USD.
     *
     * @param address its contract
     * @param base the symbol or address of the token that is bought and sold; where left out, the one that is not a dollar, else
     *     not the wrapped native coin, else the pool's first
     * @param id of the pair
     * @throws DataException when there is no pool of a known exchange, its tokens cannot be read, or none of them is the base
     */
    public CollectedPool pool(BlockRef at, Address address, Optional<String> base, long id) {
        Facts facts = facts(at, address);
        boolean firstIsBase = base.map(name -> isFirst(facts, address, name)).orElseGet(() -> firstIsBase(facts));
        TradingPair pair = new TradingPair(
                id,
                new Exchange(facts.dex().name(), FeeMode.FROM_INPUT),
                firstIsBase ? facts.first() : facts.second(),
                firstIsBase ? facts.second() : facts.first(),
                facts.feeBps(),
                PriceUnit.USD);
        return new CollectedPool(new PoolRef(facts.dex(), address), pair);
    }

    private Facts facts(BlockRef at, Address address) {
        FactoryPools.Found found;
        try {
            found = factories.at(at, address);
        } catch (PoolException none) {
            throw noPool(address, String.valueOf(none.getMessage()));
        }
        Pool pool = found.pool();
        return new Facts(
                found.ref().dex(),
                tokens.token(at, pool.token0()),
                tokens.token(at, pool.token1()),
                FactoryPools.feeBps(pool));
    }

    private DataException noPool(Address address, String why) {
        return new DataException("At " + address + " on " + client.chain() + " is no pool that can be collected: " + why
                + " Check address and chain.");
    }

    private static boolean isFirst(Facts facts, Address pool, String name) {
        boolean first = isNamed(facts.first(), name);
        if (first == isNamed(facts.second(), name)) {
            throw new DataException("'" + name + "' is " + (first ? "both" : "none") + " of the tokens of the pool "
                    + pool + ", which trades " + facts.first() + " ("
                    + facts.first().address() + ") and "
                    + facts.second() + " (" + facts.second().address() + "): name one of them.");
        }
        return first;
    }

    private static boolean isNamed(Token token, String name) {
        return token.symbol().equalsIgnoreCase(name) || token.address().equalsIgnoreCase(name);
    }

    private boolean firstIsBase(Facts facts) {
        boolean firstIsDollar = UsdPegs.isPegged(facts.first());
        if (firstIsDollar != UsdPegs.isPegged(facts.second())) {
            return !firstIsDollar;
        }
        return wrappedNative
                .map(address -> !address.hex().equals(facts.first().address()))
                .orElse(true);
    }

    /**
     * The pool of a pair; empty where its exchange is not known or has none.
     *
     * @throws DataException when a token is not what the pair says
     */
    public Optional<CollectedPool> find(BlockRef at, TradingPair pair) {
        Optional<CollectedPool> found = findAgain(at, pair);
        if (found.isPresent()) {
            checkDecimals(at, pair, pair.base());
            checkDecimals(at, pair, pair.quote());
        }
        return found;
    }

    /**
     * The pool of a pair whose tokens were what it says before: what they say of themselves by now changes no swap of it.
     * Empty where its exchange is not known or has none.
     */
    public Optional<CollectedPool> findAgain(BlockRef at, TradingPair pair) {
        Optional<Dex> dex = factories.exchange(pair.exchange().name());
        Optional<Address> base = address(pair.base());
        Optional<Address> quote = address(pair.quote());
        Optional<Integer> feePips = FactoryPools.feePips(pair);
        if (dex.isEmpty() || base.isEmpty() || quote.isEmpty() || feePips.isEmpty()) {
            return Optional.empty();
        }
        return find(
                        at,
                        new FactoryPools.Wanted(
                                dex.orElseThrow(), base.orElseThrow(), quote.orElseThrow(), feePips.orElseThrow()))
                .map(ref -> new CollectedPool(ref, pair));
    }

    private Optional<PoolRef> find(BlockRef at, FactoryPools.Wanted wanted) {
        try {
            return factories.find(at, wanted);
        } catch (PoolException noFactory) {
            throw new DataException(String.valueOf(noFactory.getMessage()), noFactory);
        }
    }

    private static Optional<Address> address(Token token) {
        try {
            return Optional.of(new Address(token.address()));
        } catch (IllegalArgumentException aSymbol) {
            return Optional.empty();
        }
    }

    private void checkDecimals(BlockRef at, TradingPair pair, Token token) {
        int decimals = tokens.token(at, new Address(token.address())).decimals();
        if (decimals != token.decimals()) {
            throw new DataException("The token " + token + " of " + pair + " has " + decimals
                    + " decimals on chain and " + token.decimals() + " in the data set: correct its pairs.json.");
        }
    }
}
