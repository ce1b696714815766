package org.evenkeel.onchain.dex;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.evenkeel.onchain.abi.AbiReader;
import org.evenkeel.onchain.abi.AbiWriter;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.pool.ConcentratedPool;
import org.evenkeel.onchain.pool.ConstantProductPool;
import org.evenkeel.onchain.pool.Pool;
import org.evenkeel.onchain.pool.TickTable;
import org.evenkeel.onchain.rpc.CallAnswer;
import org.evenkeel.onchain.token.Erc20;

/**
 * A pool of a set, with what never changes of it.
 *
 * @param spacing of its ticks; 0 for a constant product, which has none
 * @param isPriceOnly whether nothing but its price is asked for, and what it holds: then nothing can be swapped with it
 */
record SetMember(PoolRef ref, Pool pool, int spacing, boolean isPriceOnly) {
    private static final int WORD_BITS = 256;
    /** Price, liquidity and two balances come before the bitmap. */
    private static final int BEFORE_BITMAP = 4;

    /** What is asked once. */
    static List<Call> facts(PoolRef ref) {
        List<Call> calls = new ArrayList<>(List.of(
                Functions.FACTORY.on(ref.address()),
                Functions.TOKEN0.on(ref.address()),
                Functions.TOKEN1.on(ref.address())));
        if (ref.dex() instanceof Dex.Concentrated) {
            calls.add(Functions.FEE.on(ref.address()));
            calls.add(Functions.TICK_SPACING.on(ref.address()));
        }
        return calls;
    }

    static SetMember of(PoolRef ref, List<CallAnswer> facts, boolean isPriceOnly) {
        PoolReader.requireFactory(facts.get(0).read().address(), ref.dex());
        int feePips = switch (ref.dex()) {
            case Dex.ConstantProduct pairs -> pairs.feePips();
            case Dex.Concentrated ranges -> facts.get(3).read().smallInteger();
        };
        Pool pool = new Pool(
                ref.address(),
                facts.get(1).read().address(),
                facts.get(2).read().address(),
                feePips);
        int spacing =
                facts.size() > BEFORE_BITMAP ? facts.get(BEFORE_BITMAP).read().smallInteger() : 0;
        return new SetMember(ref, pool, spacing, isPriceOnly);
    }

    /** Whether it has ticks that are needed. */
    boolean hasTicks() {
        return spacing > 0 && !isPriceOnly;
    }

    /** What is asked at each block, with the bitmap that says which ticks are initialised, or without. */
    List<Call> changing(boolean bitmap) {
        if (spacing == 0) {
            return List.of(Functions.GET_RESERVES.on(pool.address()));
        }
        List<Call> calls = new ArrayList<>(List.of(
                Functions.SLOT0.on(pool.address()),
                Functions.LIQUIDITY.on(pool.address()),
                Erc20.balance(pool.token0(), pool.address()),
                Erc20.balance(pool.token1(), pool.address())));
        if (bitmap) {
            words().mapToObj(word -> Functions.TICK_BITMAP.on(pool.address(), new AbiWriter().integer(word)))
                    .forEach(calls::add);
        }
        return calls;
    }

    /** The words that can have a bit at all: each says for 256 ticks in a row which of them are initialised. */
    private IntStream words() {
        int highest = TickTable.highestTick(spacing) / spacing;
        return IntStream.rangeClosed(Math.floorDiv(-highest, WORD_BITS), highest / WORD_BITS);
    }

    /** The initialised ticks, by what was answered to {@link #changing} with the bitmap. */
    List<Integer> initialised(List<CallAnswer> changing) {
        List<Integer> ticks = new ArrayList<>();
        int row = BEFORE_BITMAP;
        for (int word : words().toArray()) {
            BigInteger bits = uint(changing.get(row));
            IntStream.range(0, WORD_BITS)
                    .filter(bits::testBit)
                    .forEach(bit -> ticks.add((word * WORD_BITS + bit) * spacing));
            row++;
        }
        return ticks;
    }

    /** What is asked of each initialised tick. */
    List<Call> ticks(List<Integer> initialised) {
        return initialised.stream()
                .map(tick -> Functions.TICKS.on(pool.address(), new AbiWriter().integer(tick)))
                .toList();
    }

    /** By what was answered of each initialised tick. */
    TickTable table(List<Integer> initialised, List<CallAnswer> ticks) {
        SortedMap<Integer, BigInteger> net = new TreeMap<>();
        for (int row = 0; row < initialised.size(); row++) {
            AbiReader tick = ticks.get(row).read();
            tick.uint(); // The sum of all liquidity that begins or ends here.
            net.put(initialised.get(row), tick.integer());
        }
        return TickTable.of(spacing, net);
    }

    /** A constant product, by what was answered to {@link #changing}. */
    PoolHoldings reserves(List<CallAnswer> changing) {
        AbiReader reserves = changing.getFirst().read();
        ConstantProductPool pair = new ConstantProductPool(pool, reserves.uint(), reserves.uint());
        return new PoolHoldings(pair, pair.reserve0(), pair.reserve1());
    }

    /** A pool with ranges, by what was answered to {@link #changing}. */
    PoolHoldings ranges(List<CallAnswer> changing, TickTable table) {
        AbiReader slot0 = changing.get(0).read();
        ConcentratedPool state =
                new ConcentratedPool(pool, slot0.uint(), slot0.smallInteger(), uint(changing.get(1)), table);
        return new PoolHoldings(state, uint(changing.get(2)), uint(changing.get(3)));
    }

    /** The same of which only the price is told: it is as if nobody had provided anything. */
    PoolHoldings price(List<CallAnswer> changing) {
        AbiReader slot0 = changing.get(0).read();
        TickTable none = TickTable.of(spacing, new TreeMap<>());
        ConcentratedPool state = new ConcentratedPool(pool, slot0.uint(), slot0.smallInteger(), BigInteger.ZERO, none);
        return new PoolHoldings(state, uint(changing.get(2)), uint(changing.get(3)));
    }

    private static BigInteger uint(CallAnswer answer) {
        return answer.read().uint();
    }
}
