package org.evenkeel.onchain.market;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.TradingUniverse;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.dex.PoolRef;
import org.evenkeel.onchain.dex.PoolSet;
import org.evenkeel.onchain.pool.Pool;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.ChainClient;
import org.jspecify.annotations.Nullable;

/**
 * What a universe trades on one chain: its pools, found and checked, and what they are at any block. Safe for use by several
 * threads.
 */
public final class ChainMarket {
    /** Blocks that are asked for again: the head, those before recent receipts. */
    private static final int KEPT_BLOCKS = 32;

    private final ChainClient client;
    private final Place place;
    private final Token reserve;
    private final Found found;
    private final PoolSet pools;
    private final List<RouterReach> routers;
    private final Cache<Bytes, MarketAt> markets =
            Caffeine.newBuilder().maximumSize(KEPT_BLOCKS).build();

    /**
     * What was found of a universe.
     *
     * @param refs the pool of each pair
     * @param pairs the pair of each pool; none for pools that are only passed through
     * @param peg tells what the reserve is worth
     * @param silent assets whose contracts do not answer, or not any more what they did
     */
    record Found(Map<TradingPair, PoolRef> refs, Map<Address, TradingPair> pairs, ReservePeg peg, Set<Token> silent) {}

    private ChainMarket(ChainClient client, Place place, Token reserve, Found found, PoolSet pools) {
        this.client = client;
        this.place = place;
        this.reserve = reserve;
        this.found = found;
        this.pools = pools;
        this.routers = RouterReach.of(place, pools.pools());
    }

    /**
     * Finds the pools of a universe's pairs on the client's chain, and makes sure that pairs and tokens are what the
     * universe takes them for.
     *
     * @throws MarketException when a pair cannot be traded there; it is named
     */
    public static ChainMarket open(ChainClient client, Place place, TradingUniverse universe) {
        return open(client, place, universe, Set.of());
    }

    /**
     * The same for who was there before.
     *
     * @param known tokens that were what the universe takes them for then: one that is not any more keeps no other from
     *     being traded, and is {@link #silent}, unless it is paid with
     * @throws MarketException when a pair cannot be traded there; it is named
     */
    public static ChainMarket open(ChainClient client, Place place, TradingUniverse universe, Set<Token> known) {
        Token reserve = universe.reserve(client.chain());
        List<TradingPair> pairs = universe.pairs().stream()
                .filter(pair -> pair.chain().equals(client.chain()))
                .toList();
        BlockRef head = client.head();
        UniversePools finder = new UniversePools(client, place, head);
        Set<Token> silent = finder.requireDecimals(pairs, reserve, known);
        Map<TradingPair, PoolRef> refs = finder.find(pairs, silent);
        DollarPools dollars = finder.dollars();
        PoolSet pools = PoolSet.of(client, head, finder.withRouting(refs.values()), dollars.find(reserve));
        List<Pool> all = Stream.concat(pools.pools().values().stream(), pools.prices().stream())
                .toList();
        Found found = finder.found(refs, dollars.peg(reserve, pairs, all), silent);
        ChainMarket market = new ChainMarket(client, place, reserve, found, pools);
        market.requirePrices(pairs, head);
        return market;
    }

    private void requirePrices(List<TradingPair> pairs, BlockRef head) {
        MarketAt now = at(head);
        if (!now.knowsTheCoin()) {
            throw new MarketException("No pool on " + chain() + " leads from the wrapped native coin "
                    + place.gas().wrapped() + " to the reserve " + reserve
                    + ", so nobody can say what gas costs: add one to \"routing_pools\" of the chain.");
        }
        for (TradingPair pair : pairs) {
            if (!now.hasPrice(pair) && now.findFault(pair).isEmpty()) {
                throw new MarketException(
                        pair + " is quoted in " + pair.quote() + ", and no pool leads from that to the" + " reserve "
                                + reserve + ": add one to \"routing_pools\" of the chain, or leave the pair out.");
            }
        }
    }

    /** Which chain. */
    public Chain chain() {
        return reserve.chain();
    }

    /** The chain itself. */
    public ChainClient client() {
        return client;
    }

    /** What is paid with, and what sales bring. */
    public Token reserve() {
        return reserve;
    }

    /** Where is traded. */
    public Place place() {
        return place;
    }

    /** The tokens at the ends of pools, the reserve among them. */
    public Set<Address> tokens() {
        return pools.pools().values().stream()
                .flatMap(pool -> Stream.of(pool.token0(), pool.token1()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Assets that have a pool and did not answer as the tokens they were: they are not to be traded. */
    public Set<Token> silent() {
        return found.silent;
    }

    /** The pair of the universe that a pool is; empty for one that is only passed through. */
    public Optional<TradingPair> findPair(Address pool) {
        return Optional.ofNullable(found.pairs.get(pool));
    }

    /** A pool that may be swapped with, its own or one that is passed through. */
    public Optional<Pool> findPool(Address pool) {
        return pools.pools().entrySet().stream()
                .filter(entry -> entry.getKey().address().equals(pool))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The market at the newest block. */
    public MarketAt now() {
        return at(client.head());
    }

    /** The market at a block. Blocks of recent use are kept. */
    public MarketAt at(BlockRef block) {
        @Nullable MarketAt known = markets.getIfPresent(block.hash());
        if (known != null) {
            return known;
        }
        MarketAt read = new MarketAt(this, block, pools.read(block));
        markets.put(block.hash(), read);
        return read;
    }

    /** The routers that are worth asking, with the pools that each finds. */
    List<RouterReach> routers() {
        return routers;
    }

    Found found() {
        return found;
    }
}
