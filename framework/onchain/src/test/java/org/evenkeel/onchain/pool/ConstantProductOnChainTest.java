package org.evenkeel.onchain.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.NodeFault;
import org.evenkeel.testkit.chain.TestContract;
import org.evenkeel.testkit.chain.TestDex;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Against the contracts of Uniswap v2 themselves. */
final class ConstantProductOnChainTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    private static final BigInteger NEVER = Amounts.powerOfTwo(62);
    private static final int SWAPS = 24;

    private static TestDex dex;
    private static TestContract token0;
    private static TestContract token1;
    private static TestContract pair;

    @BeforeAll
    static void deploy() {
        dex = TestDex.deployOn(CHAIN);
        TestContract[] sorted = TestDex.sorted(dex.token("USDC", 6), dex.token("WETH", 18));
        token0 = sorted[0];
        token1 = sorted[1];
        pair = dex.pairV2(token0, new BigInteger("4000000123457"), token1, new BigInteger("1234567890123456789012"));
    }

    private static List<TestContract> path(Direction direction) {
        return direction == Direction.ZERO_FOR_ONE ? List.of(token0, token1) : List.of(token1, token0);
    }

    @Test
    void swaps_leave_the_pair_as_quoted_to_the_unit() {
        RandomPools random = new RandomPools(7);
        for (int number = 0; number < SWAPS; number++) {
            ConstantProductPool before = ChainPools.constantProduct(pair);
            Direction direction = random.direction();
            boolean exactIn = number % 2 == 0;
            // Of the second token there is 2^28 times more, and so all amounts are worth alike.
            boolean ofSecond = exactIn == (direction == Direction.ONE_FOR_ZERO);
            BigInteger amount =
                    BigInteger.valueOf(1_000_000).add(random.amount(38)).shiftLeft(ofSecond ? 28 : 0);
            Quote quote = exactIn ? before.quoteExactIn(direction, amount) : before.quoteExactOut(direction, amount);
            Swap swap = quote.whole().orElseThrow();
            if (exactIn) {
                dex.swapV2(path(direction).get(0), path(direction).get(1), amount);
            } else {
                dex.routerV2()
                        .send(
                                "swapTokensForExactTokens(uint256,uint256,address[],address,uint256)",
                                amount,
                                swap.amountIn(),
                                path(direction),
                                CHAIN.account(),
                                NEVER);
            }
            assertEquals(swap.after(), ChainPools.constantProduct(pair));
        }
    }

    @Test
    void quotes_are_those_of_the_router_for_amounts_of_every_size() {
        RandomPools random = new RandomPools(11);
        ConstantProductPool pool = ChainPools.constantProduct(pair);
        int filled = 0;
        for (int number = 0; number < 40; number++) {
            Direction direction = random.direction();
            BigInteger amount = random.amount(80);
            Quote in = pool.quoteExactIn(direction, amount);
            BigInteger out = dex.routerV2()
                    .ask("getAmountsOut(uint256,address[])", amount, path(direction))
                    .getLast();
            assertEquals(out, in.whole().map(Swap::amountOut).orElse(BigInteger.ZERO), in.toString());
            Quote back = pool.quoteExactOut(direction, amount);
            if (back.whole().isPresent()) {
                filled++;
                // The words are the place of the array, its length, and its two amounts.
                assertEquals(
                        dex.routerV2()
                                .ask("getAmountsIn(uint256,address[])", amount, path(direction))
                                .get(2),
                        back.whole().orElseThrow().amountIn());
            } else {
                assertThrows(
                        NodeFault.class,
                        () -> dex.routerV2().ask("getAmountsIn(uint256,address[])", amount, path(direction)));
            }
        }
        assertTrue(filled > 10 && filled < 40, filled + " of 40");
    }

    @Test
    void one_unit_less_than_quoted_is_too_little_for_the_pair() {
        ConstantProductPool pool = ChainPools.constantProduct(pair);
        BigInteger amount = BigInteger.valueOf(5_000_000);
        BigInteger cost = pool.quoteExactOut(Direction.ONE_FOR_ZERO, amount)
                .whole()
                .orElseThrow()
                .amountIn();
        assertThrows(NodeFault.class, () -> swap(cost.subtract(BigInteger.ONE), amount));
        swap(cost, amount);
    }

    /** Straight to the pair, which checks nothing but its product. */
    private static void swap(BigInteger in, BigInteger out) {
        token1.send("transfer(address,uint256)", pair, in);
        pair.send("swap(uint256,uint256,address,bytes)", out, 0, CHAIN.account(), new byte[0]);
    }
}
