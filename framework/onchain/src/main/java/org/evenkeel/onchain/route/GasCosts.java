package org.evenkeel.onchain.route;

import java.math.BigInteger;
import org.evenkeel.onchain.pool.ConstantProductPool;
import org.evenkeel.onchain.pool.PoolState;

/**
 * What gas is counted against a route: so much for each part and each hop, whatever the amount. Ticks that a swap crosses
 * are not counted, so that the best path is the same for whoever adds it up.
 *
 * @param perPart gas of a part besides its hops
 * @param perConstantProduct gas of a swap in a constant product
 * @param perConcentrated gas of a swap in concentrated liquidity
 * @param amount base units of the token that comes out, which are worth as much as
 * @param gas so much gas
 */
public record GasCosts(long perPart, long perConstantProduct, long perConcentrated, BigInteger amount, BigInteger gas) {
    private static final GasCosts TYPICAL = new GasCosts(30_000, 70_000, 90_000, BigInteger.ZERO, BigInteger.ONE);

    /** As if gas cost nothing. */
    public static final GasCosts FREE = TYPICAL;

    /**
     * @throws IllegalArgumentException when anything is negative, or an amount is said to be worth no gas
     */
    public GasCosts {
        if (perPart < 0 || perConstantProduct < 0 || perConcentrated < 0 || amount.signum() < 0 || gas.signum() <= 0) {
            throw new IllegalArgumentException("Gas of " + perPart + " a part, " + perConstantProduct + " and "
                    + perConcentrated + " a hop at " + amount + " for " + gas
                    + " gas: none may be negative, and a price is for some gas.");
        }
    }

    /**
     * For typical swaps.
     *
     * @param amount base units of the token that comes out, which are worth as much as
     * @param gas so much gas
     */
    public static GasCosts typical(BigInteger amount, BigInteger gas) {
        return new GasCosts(TYPICAL.perPart, TYPICAL.perConstantProduct, TYPICAL.perConcentrated, amount, gas);
    }

    /** The gas of a route. */
    public long gas(Route route) {
        return route.parts().stream().mapToLong(this::gas).sum();
    }

    private long gas(RoutePart part) {
        return perPart
                + part.hops().stream().mapToLong(hop -> hop(hop.market())).sum();
    }

    /** What a route brings less what its gas costs; negative where gas costs more. */
    public BigInteger net(Route route) {
        return net(route.amountOut(), gas(route));
    }

    BigInteger net(BigInteger amountOut, long used) {
        return amountOut.subtract(cost(used));
    }

    /** Rounded up. */
    private BigInteger cost(long used) {
        BigInteger[] parts = amount.multiply(BigInteger.valueOf(used)).divideAndRemainder(gas);
        return parts[1].signum() == 0 ? parts[0] : parts[0].add(BigInteger.ONE);
    }

    long hop(PoolState pool) {
        return pool instanceof ConstantProductPool ? perConstantProduct : perConcentrated;
    }

    /** As if only one of so many steps had to pay for it. */
    GasCosts spreadOver(int steps) {
        return new GasCosts(
                perPart, perConstantProduct, perConcentrated, amount, gas.multiply(BigInteger.valueOf(steps)));
    }
}
