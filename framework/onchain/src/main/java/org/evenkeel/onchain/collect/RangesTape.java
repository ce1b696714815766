package org.evenkeel.onchain.collect;

import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.onchain.abi.AbiReader;
import org.evenkeel.onchain.abi.Topic;
import org.evenkeel.onchain.rpc.LogEntry;

/**
 * A pool of Uniswap v3 or of a fork. A Swap has the square root of the price after it, of a unit of the first token in units of
 * the second, times 2^96, and the liquidity L there. The reserves are those of the constant product that the pool is at that
 * price (v3 Core whitepaper, section 2): L/√P and L·√P.
 */
final class RangesTape implements PoolTape {
    static final Topic SWAP = Topic.of("Swap(address,address,int256,int256,uint160,uint128,int24)");

    /** PancakeSwap's has two words more, of fees. */
    static final Topic SWAP_WITH_FEES =
            Topic.of("Swap(address,address,int256,int256,uint160,uint128,int24,uint128,uint128)");

    static final Set<Topic> EVENTS = Set.of(SWAP, SWAP_WITH_FEES);

    private static final int PLACES = 96;

    private final Sides sides;
    private double base = Double.NaN;
    private double quote = Double.NaN;

    RangesTape(Sides sides) {
        this.sides = sides;
    }

    @Override
    public Optional<Traded> read(LogEntry log) {
        AbiReader data = sides.data(log, 5);
        BigInteger first = data.integer();
        BigInteger second = data.integer();
        BigInteger root = data.uint();
        BigInteger liquidity = data.uint();
        if (root.signum() == 0) {
            throw sides.strange(log, "its price is 0");
        }
        BigInteger ofFirst = liquidity.shiftLeft(PLACES).divide(root);
        BigInteger ofSecond = liquidity.multiply(root).shiftRight(PLACES);
        base = sides.baseTokens(ofFirst, ofSecond);
        quote = sides.quoteTokens(ofFirst, ofSecond);
        double half = Math.scalb(root.doubleValue(), -PLACES);
        double price = sides.firstPerSecond(half * half);
        return Optional.of(
                new Traded(sides.baseIsFirst() ? price : 1 / price, Math.abs(sides.quoteTokens(first, second))));
    }

    @Override
    public double baseReserve() {
        return base;
    }

    @Override
    public double quoteReserve() {
        return quote;
    }
}
