package org.evenkeel.onchain.pool;

import java.math.BigInteger;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.evenkeel.onchain.Address;

/** Made-up pools, and amounts from one unit to more than a pool has. */
public final class RandomPools {
    static final Address TOKEN0 = new Address("0x" + "1".repeat(40));
    static final Address TOKEN1 = new Address("0x" + "2".repeat(40));

    private static final int[] FEES = {0, 100, 500, 2500, 3000, 10_000, 999_999};
    private static final int[] SPACINGS = {1, 10, 60, 200};

    private final SplittableRandom random;

    public RandomPools(long seed) {
        random = new SplittableRandom(seed);
    }

    static Pool pool(int feePips) {
        return new Pool(new Address("0x" + "3".repeat(40)), TOKEN0, TOKEN1, feePips);
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    Direction direction() {
        return random.nextBoolean() ? Direction.ZERO_FOR_ONE : Direction.ONE_FOR_ZERO;
    }

    /** Each order of magnitude is as likely as another. */
    public BigInteger amount(int mostBits) {
        int bits = 1 + random.nextInt(mostBits);
        byte[] magnitude = new byte[bits / 8 + 1];
        random.nextBytes(magnitude);
        return new BigInteger(1, magnitude)
                .shiftRight(magnitude.length * 8 - bits)
                .max(BigInteger.ONE);
    }

    ConstantProductPool constantProduct() {
        return new ConstantProductPool(pool(FEES[random.nextInt(FEES.length)]), amount(112), amount(112));
    }

    /** A few ranges, one of them around the price. */
    ConcentratedPool concentrated() {
        int spacing = SPACINGS[random.nextInt(SPACINGS.length)];
        int reach = Math.min(TickMath.MAX_TICK / spacing - 2, 4_000);
        int middle = random.nextInt(-reach, reach);
        TreeMap<Integer, BigInteger> net = new TreeMap<>();
        range(net, spacing, middle - 1 - random.nextInt(300), middle + 2 + random.nextInt(300));
        for (int extra = random.nextInt(8); extra > 0; extra--) {
            int lower = middle - 500 + random.nextInt(999);
            range(net, spacing, lower, lower + 1 + random.nextInt(400));
        }
        BigInteger low = TickMath.sqrtPrice(middle * spacing);
        BigInteger width = TickMath.sqrtPrice(middle * spacing + spacing).subtract(low);
        BigInteger price = low.add(amount(256).mod(width));
        int tick = TickMath.tickAt(price);
        TickTable ticks = TickTable.of(spacing, net);
        return new ConcentratedPool(
                pool(FEES[random.nextInt(FEES.length)]), price, tick, ticks.liquidityAt(tick), ticks);
    }

    private void range(TreeMap<Integer, BigInteger> net, int spacing, int lower, int upper) {
        int most = TickMath.MAX_TICK / spacing;
        BigInteger liquidity = amount(100);
        net.merge(Math.clamp(lower, -most, most) * spacing, liquidity, BigInteger::add);
        net.merge(Math.clamp(upper, -most, most) * spacing, liquidity.negate(), BigInteger::add);
    }

    PoolState any() {
        return random.nextBoolean() ? constantProduct() : concentrated();
    }

    /** Of these two tokens. */
    public PoolState any(Address address, Address token0, Address token1) {
        Pool pool = new Pool(address, token0, token1, FEES[random.nextInt(FEES.length)]);
        PoolState state = any();
        return state instanceof ConcentratedPool ranges
                ? new ConcentratedPool(pool, ranges.sqrtPriceX96(), ranges.tick(), ranges.liquidity(), ranges.ticks())
                : new ConstantProductPool(
                        pool, ((ConstantProductPool) state).reserve0(), ((ConstantProductPool) state).reserve1());
    }
}
