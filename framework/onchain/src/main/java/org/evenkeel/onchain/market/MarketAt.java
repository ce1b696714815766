package org.evenkeel.onchain.market;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.dex.PoolHoldings;
import org.evenkeel.onchain.dex.PoolRef;
import org.evenkeel.onchain.dex.PoolSet;
import org.evenkeel.onchain.pool.PoolState;
import org.evenkeel.onchain.route.GasCosts;
import org.evenkeel.onchain.route.Way;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.swap.SwapCalls;
import org.jspecify.annotations.Nullable;

/**
 * The market of a chain at one block: prices, routes, what gas costs. All of it is calculated here; the chain is asked for
 * nothing but the base fee, once. Safe for use by several threads.
 */
public final class MarketAt {
    /** So much gas is priced at once, that little is lost to whole base units. */
    private static final BigInteger MUCH_GAS = BigInteger.TEN.pow(9);

    private final ChainMarket market;
    private final BlockRef block;
    private final PoolSet.Reading reading;
    private final Map<Address, PoolHoldings> byAddress = new HashMap<>();
    private final List<RouterDesk> desks;
    private final Prices prices;
    private @Nullable BigInteger gasPrice;

    MarketAt(ChainMarket market, BlockRef block, PoolSet.Reading reading) {
        this.market = market;
        this.block = block;
        this.reading = reading;
        reading.readable().forEach((ref, holdings) -> byAddress.put(ref.address(), holdings));
        desks = market.routers().stream()
                .map(reach -> RouterDesk.of(reach, byAddress, market.place().limits()))
                .toList();
        prices = new Prices(market, byAddress);
    }

    /** Which block. */
    public BlockRef block() {
        return block;
    }

    /** What is traded on which chain. */
    public ChainMarket market() {
        return market;
    }

    /** The pool at an address, where it is one of the market's and could be read. */
    public Optional<PoolState> findPool(Address pool) {
        return Optional.ofNullable(byAddress.get(pool)).map(PoolHoldings::state);
    }

    /** Why a pair's pool could not be read, where that is so. */
    public Optional<String> findFault(TradingPair pair) {
        return Optional.ofNullable(reading.unreadable().get(ref(pair)));
    }

    private PoolRef ref(TradingPair pair) {
        PoolRef ref = market.found().refs().get(pair);
        if (ref == null) {
            throw new IllegalArgumentException(pair + " is no pair of the universe on " + market.chain() + ".");
        }
        return ref;
    }

    /** The route that brings most for an amount, its gas taken off, through one router; none where no pools bear it. */
    public Optional<Routed> route(Token tokenIn, Token tokenOut, BigInteger amountIn) {
        return best(desks, tokenIn, tokenOut, amountIn);
    }

    /** The same through a router that is given. */
    public Optional<Routed> route(SwapCalls through, Token tokenIn, Token tokenOut, BigInteger amountIn) {
        List<RouterDesk> own = desks.stream()
                .filter(desk -> desk.calls().router().equals(through.router()))
                .toList();
        return best(own, tokenIn, tokenOut, amountIn);
    }

    private Optional<Routed> best(List<RouterDesk> among, Token tokenIn, Token tokenOut, BigInteger amountIn) {
        return RouterDesk.best(among, Units.address(tokenIn), Units.address(tokenOut), amountIn, gasCosts(tokenOut));
    }

    /** What gas costs in a token that comes out. */
    private GasCosts gasCosts(Token out) {
        BigInteger inReserve = prices.inReserve(gasPrice().multiply(MUCH_GAS));
        if (out.equals(market.reserve())) {
            return GasCosts.typical(inReserve, MUCH_GAS);
        }
        return market.found().refs().keySet().stream()
                .filter(pair -> pair.base().equals(out))
                .findFirst()
                .flatMap(this::path)
                .map(path -> GasCosts.typical(path.back(inReserve), MUCH_GAS))
                .orElse(GasCosts.FREE);
    }

    private Optional<Way> path(TradingPair pair) {
        return prices.path(pair, ref(pair));
    }

    boolean hasPrice(TradingPair pair) {
        return path(pair).isPresent();
    }

    boolean knowsTheCoin() {
        return prices.nativePath().isPresent();
    }

    /** The mid price of a pair's own pool, and of the way from its quote to the reserve, in USD; none where unreadable. */
    public OptionalDouble mid(TradingPair pair) {
        return path(pair)
                .flatMap(path -> Prices.price(
                        path, pair.base().decimals(), market.reserve().decimals()))
                .map(price -> OptionalDouble.of(price.doubleValue()))
                .orElse(OptionalDouble.empty());
    }

    /** What both sides of a pair's own pool are worth at mid prices, in USD; 0 where it cannot be read. */
    public double poolValue(TradingPair pair) {
        return path(pair)
                .map(path -> prices.worth(pair, holdings(pair), path))
                .map(worth -> Units.approximately(worth, market.reserve()))
                .orElse(0.0);
    }

    private PoolHoldings holdings(TradingPair pair) {
        return Objects.requireNonNull(byAddress.get(ref(pair).address()));
    }

    /** What a unit of gas costs after this block, the tip in it, in wei. */
    public synchronized BigInteger gasPrice() {
        if (gasPrice == null) {
            gasPrice = market.client()
                    .transactions()
                    .nextBaseFee(block)
                    .add(market.place().gas().tip());
        }
        return gasPrice;
    }

    /** What an amount of the native coin is worth, in USD. */
    public BigDecimal usd(BigInteger wei) {
        return prices.usd(wei);
    }

    /** What the reserve is worth, by its pools against other dollars or as is assumed; empty where nobody can say. */
    public Optional<BigDecimal> reserveUsd() {
        List<PoolHoldings> pools = Stream.concat(byAddress.values().stream(), reading.prices().stream())
                .toList();
        return market.found().peg().usd(pools);
    }
}
