package org.evenkeel.onchain.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.NodeFault;
import org.evenkeel.testkit.chain.TestContract;
import org.evenkeel.testkit.chain.TestDex;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Against the contracts of Uniswap v3 themselves: each quote is also asked of QuoterV2. */
final class ConcentratedOnChainTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    private static TestDex dex;
    private static TestContract token0;
    private static TestContract token1;
    private static List<Ranges> pools;

    /** A pool and where its positions begin and end. */
    private record Ranges(TestContract contract, List<Integer> edges) {
        ConcentratedPool read() {
            return ChainPools.concentrated(contract, edges);
        }

        int feePips() {
            return contract.number("fee()").intValueExact();
        }
    }

    @BeforeAll
    static void deploy() {
        dex = TestDex.deployOn(CHAIN);
        dex.enableFee(100, 1);
        dex.enableFee(20_000, 16_383);
        TestContract[] sorted = TestDex.sorted(dex.token("USDC", 6), dex.token("WETH", 18));
        token0 = sorted[0];
        token1 = sorted[1];
        pools = List.of(
                overlappingWithGaps(), farFromPar(), stable(), wholeRangeAndNarrow(), thinAndWide(), onTheEdge());
    }

    private static TestContract pool(int feePips, int tick) {
        return dex.poolV3(token0, token1, feePips, TickMath.sqrtPrice(tick));
    }

    private static void provide(TestContract pool, int lower, int upper, String most) {
        dex.provide(pool, lower, upper, new BigInteger(most), new BigInteger(most));
    }

    private static Ranges overlappingWithGaps() {
        TestContract pool = pool(3000, 17);
        provide(pool, -600, 600, "1000000000000000000000");
        provide(pool, -60, 120, "777777777777777777");
        provide(pool, 1_200, 6_000, "31415926535897932384");
        provide(pool, -30_000, -29_940, "27182818284590452353");
        return new Ranges(pool, List.of(-30_000, -29_940, -600, -60, 120, 600, 1_200, 6_000));
    }

    /** One unit of the first token is worth 3 * 10^8 of the second. */
    private static Ranges farFromPar() {
        TestContract pool = pool(500, 195_203);
        provide(pool, 190_000, 200_000, "98765432109876543210");
        provide(pool, 195_200, 195_210, "12345678901234567890");
        provide(pool, 195_210, 195_500, "5000000000000");
        return new Ranges(pool, List.of(190_000, 195_200, 195_210, 195_500, 200_000));
    }

    private static Ranges stable() {
        TestContract pool = pool(100, -3);
        provide(pool, -10, 10, "5000000000000");
        provide(pool, -2, 1, "7000000000001");
        provide(pool, -400, 300, "1000000007");
        return new Ranges(pool, List.of(-400, -10, -2, 1, 10, 300));
    }

    private static Ranges wholeRangeAndNarrow() {
        TestContract pool = pool(10_000, -71_234);
        provide(pool, -887_200, 887_200, "123456789012345678901234");
        provide(pool, -71_400, -71_200, "1000000000000000000");
        return new Ranges(pool, List.of(-887_200, -71_400, -71_200, 887_200));
    }

    private static Ranges thinAndWide() {
        TestContract pool = pool(20_000, 5);
        provide(pool, -16_383 * 10, 16_383 * 7, "1000");
        provide(pool, 16_383, 16_383 * 54, "99");
        return new Ranges(pool, List.of(-16_383 * 10, 16_383, 16_383 * 7, 16_383 * 54));
    }

    /** Its price has fallen onto a tick at which liquidity changes, and stands there. */
    private static Ranges onTheEdge() {
        TestContract pool = dex.poolV3(dex.token("A", 8), dex.token("B", 18), 3000, TickMath.sqrtPrice(0));
        provide(pool, -600, 600, "1000000000000000000");
        provide(pool, -120, 120, "3000000000000000000");
        Ranges ranges = new Ranges(pool, List.of(-600, -120, 120, 600));
        ConcentratedPool before = ranges.read();
        BigInteger toEdge =
                SqrtPrices.amount1(TickMath.sqrtPrice(-120), before.sqrtPriceX96(), before.liquidity(), false);
        BigInteger cost = before.quoteExactOut(Direction.ZERO_FOR_ONE, toEdge)
                .whole()
                .orElseThrow()
                .amountIn();
        dex.swapV3(pool.contract("token0()"), pool.contract("token1()"), 3000, cost);
        return ranges;
    }

    /** What QuoterV2 says: the other amount, and the price afterwards; nothing where it reverts. */
    private static Optional<List<BigInteger>> quoter(
            ConcentratedPool pool, Direction direction, boolean exactIn, BigInteger amount) {
        String function = exactIn ? "quoteExactInputSingle" : "quoteExactOutputSingle";
        try {
            return Optional.of(dex.quoter()
                    .ask(
                            function + "((address,address,uint256,uint24,uint160))",
                            pool.pool().tokenIn(direction).hex(),
                            pool.pool().tokenOut(direction).hex(),
                            amount,
                            pool.pool().feePips(),
                            0));
        } catch (NodeFault reverted) {
            return Optional.empty();
        }
    }

    /** From one unit to more than any of these pools has. */
    private static Stream<BigInteger> amounts() {
        return Stream.iterate(
                        BigInteger.ONE,
                        amount -> amount.multiply(BigInteger.valueOf(731)).add(BigInteger.TWO))
                .limit(11);
    }

    private static void checkIn(ConcentratedPool pool, Direction direction, BigInteger amount, int[] counts) {
        Quote quote = pool.quoteExactIn(direction, amount);
        Swap swap = quote instanceof Quote.Unfilled unfilled
                ? unfilled.most().orElseThrow()
                : quote.whole().orElseThrow();
        String what = pool + " " + direction + " in " + amount;
        counts[quote.whole().isPresent() ? 0 : 1]++;
        Optional<List<BigInteger>> answer = quoter(pool, direction, true, amount);
        if (answer.isEmpty()) {
            assertEquals(BigInteger.ZERO, swap.amountIn(), what);
            return;
        }
        List<BigInteger> expected = answer.orElseThrow();
        assertEquals(expected.get(0), swap.amountOut(), what);
        assertEquals(expected.get(1), ((ConcentratedPool) swap.after()).sqrtPriceX96(), what);
    }

    private static void checkOut(ConcentratedPool pool, Direction direction, BigInteger amount, int[] counts) {
        Optional<List<BigInteger>> expected = quoter(pool, direction, false, amount);
        Optional<Swap> swap = pool.quoteExactOut(direction, amount).whole();
        String what = pool + " " + direction + " out " + amount;
        assertEquals(expected.map(List::getFirst), swap.map(Swap::amountIn), what);
        assertEquals(
                expected.map(words -> words.get(1)),
                swap.map(filled -> ((ConcentratedPool) filled.after()).sqrtPriceX96()),
                what);
        counts[swap.isPresent() ? 0 : 1]++;
    }

    @Test
    void quotes_are_those_of_the_quoter_to_the_unit() {
        int[] counts = new int[2];
        for (Ranges ranges : pools) {
            ConcentratedPool pool = ranges.read();
            for (Direction direction : Direction.values()) {
                amounts().forEach(amount -> {
                    checkIn(pool, direction, amount, counts);
                    checkOut(pool, direction, amount, counts);
                });
            }
        }
        assertTrue(counts[0] >= 140, counts[0] + " filled");
        assertTrue(counts[1] >= 100, counts[1] + " unfilled");
    }

    @Test
    void amounts_around_the_end_of_each_range_are_quoted_to_the_unit() {
        int[] counts = new int[2];
        for (Ranges ranges : pools) {
            ConcentratedPool pool = ranges.read();
            for (Direction direction : Direction.values()) {
                Swap whole = whole(pool, direction);
                for (int offset = -1; offset <= 1; offset++) {
                    checkIn(pool, direction, whole.amountIn().add(BigInteger.valueOf(offset)), counts);
                    checkOut(pool, direction, whole.amountOut().add(BigInteger.valueOf(offset)), counts);
                }
            }
        }
        assertTrue(counts[0] > 0 && counts[1] > 0, counts[0] + " filled, " + counts[1] + " not");
    }

    /** All that a pool would give, and what for. */
    private static Swap whole(ConcentratedPool pool, Direction direction) {
        Quote quote = pool.quoteExactOut(direction, Amounts.powerOfTwo(150));
        return ((Quote.Unfilled) quote).most().orElseThrow();
    }

    @Test
    void swaps_leave_the_pool_as_quoted() {
        RandomPools random = new RandomPools(3);
        int crossed = 0;
        for (int number = 0; number < 24; number++) {
            Ranges ranges = pools.get(number % 4);
            ConcentratedPool before = ranges.read();
            Direction direction = random.direction();
            BigInteger part = BigInteger.valueOf(1L + random.below(95));
            BigInteger out = whole(before, direction).amountOut().multiply(part).divide(BigInteger.valueOf(100));
            BigInteger amount =
                    before.quoteExactOut(direction, out).whole().orElseThrow().amountIn();
            Swap swap = before.quoteExactIn(direction, amount).whole().orElseThrow();
            boolean down = direction == Direction.ZERO_FOR_ONE;
            dex.swapV3(down ? token0 : token1, down ? token1 : token0, ranges.feePips(), amount);
            assertEquals(swap.after(), ranges.read());
            crossed += swap.ticksCrossed();
        }
        assertTrue(crossed >= 15, crossed + " ticks crossed");
    }

    @Test
    void products_that_overflow_the_words_of_the_contract_are_quoted_to_the_unit() {
        TestContract[] rich = TestDex.sorted(dex.token("C", 18), dex.token("D", 18));
        rich[1].send("mint(address,uint256)", CHAIN.account(), Amounts.powerOfTwo(200));
        TestContract pool = dex.poolV3(rich[0], rich[1], 20_000, TickMath.sqrtPrice(866_000));
        dex.provide(pool, -16_383 * 54, 16_383 * 54, Amounts.powerOfTwo(63), Amounts.powerOfTwo(182));
        ConcentratedPool read = new Ranges(pool, List.of(-16_383 * 54, 16_383 * 54)).read();
        int[] counts = new int[2];
        for (int bits = 90; bits < 110; bits++) {
            BigInteger amount = Amounts.powerOfTwo(bits);
            boolean overflows = amount.multiply(read.sqrtPriceX96()).bitLength() > 256;
            assertEquals(bits >= 98, overflows, bits + " bits");
            checkIn(read, Direction.ZERO_FOR_ONE, amount, counts);
        }
        assertEquals(20, counts[0]);
    }

    @Test
    void zero_is_no_amount_for_either() {
        ConcentratedPool pool = pools.getFirst().read();
        for (boolean exactIn : new boolean[] {true, false}) {
            assertTrue(quoter(pool, Direction.ZERO_FOR_ONE, exactIn, BigInteger.ZERO)
                    .isEmpty());
            assertTrue(quoter(pool, Direction.ZERO_FOR_ONE, exactIn, Amounts.powerOfTwo(255))
                    .isEmpty());
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> pool.quoteExactIn(Direction.ZERO_FOR_ONE, BigInteger.ONE.negate()));
    }
}
