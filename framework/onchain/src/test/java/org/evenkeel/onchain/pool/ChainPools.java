package org.evenkeel.onchain.pool;

import java.math.BigInteger;
import java.util.List;
import java.util.TreeMap;
import org.evenkeel.onchain.Address;
import org.evenkeel.testkit.chain.TestContract;

/** Pools of a local chain, read call by call by what a test knows of them. */
public final class ChainPools {
    private static final BigInteger WORD = Amounts.powerOfTwo(256);

    private ChainPools() {}

    public static ConstantProductPool constantProduct(TestContract pair) {
        List<BigInteger> reserves = pair.ask("getReserves()");
        return new ConstantProductPool(pool(pair, 3000), reserves.get(0), reserves.get(1));
    }

    /** With all ticks that may be initialised. */
    public static ConcentratedPool concentrated(TestContract pool, List<Integer> candidates) {
        TreeMap<Integer, BigInteger> net = new TreeMap<>();
        for (int tick : candidates) {
            List<BigInteger> words = pool.ask("ticks(int24)", tick);
            if (words.get(0).signum() > 0) {
                net.put(tick, signed(words.get(1)));
            }
        }
        List<BigInteger> slot0 = pool.ask("slot0()");
        return new ConcentratedPool(
                pool(pool, pool.number("fee()").intValueExact()),
                slot0.get(0),
                signed(slot0.get(1)).intValueExact(),
                pool.number("liquidity()"),
                TickTable.of(pool.number("tickSpacing()").intValueExact(), net));
    }

    private static Pool pool(TestContract contract, int feePips) {
        return new Pool(
                new Address(contract.address()),
                new Address(contract.contract("token0()").address()),
                new Address(contract.contract("token1()").address()),
                feePips);
    }

    private static BigInteger signed(BigInteger word) {
        return word.testBit(255) ? word.subtract(WORD) : word;
    }
}
