package org.evenkeel.onchain.dex;

import static org.evenkeel.onchain.swap.TestExchanges.AT_PAR;
import static org.evenkeel.onchain.swap.TestExchanges.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.onchain.pool.ChainPools;
import org.evenkeel.onchain.pool.ConcentratedPool;
import org.evenkeel.onchain.pool.Direction;
import org.evenkeel.onchain.pool.PoolState;
import org.evenkeel.onchain.pool.Quote;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.Clients;
import org.evenkeel.onchain.swap.TestExchanges;
import org.evenkeel.testkit.chain.FaultProxy;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestContract;
import org.evenkeel.testkit.chain.TestDex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PoolReaderTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    private static final BigInteger SOME = BigInteger.TEN.pow(17);
    private static final List<Integer> EDGES = List.of(-887_220, -60_000, -600, -60, 60, 120, 600, 887_220);

    private static TestDex contracts;
    private static TestContract usdc;
    private static TestContract weth;
    private static TestContract pair;
    private static TestContract ranges;
    private static TestContract fine;
    private static Dex.ConstantProduct v2;
    private static Dex.Concentrated v3;

    private FaultProxy proxy;
    private ChainClient client;
    private PoolReader reader;

    @BeforeAll
    static void deploy() {
        TestExchanges exchanges = TestExchanges.deployOn(CHAIN);
        contracts = exchanges.contracts();
        v2 = exchanges.pairs();
        v3 = exchanges.ranges();
        contracts.deployMulticall();
        usdc = contracts.token("USDC", 6);
        weth = contracts.token("WETH", 18);
        pair = contracts.pairV2(usdc, new BigInteger("3000000123456"), weth, new BigInteger("1000000000000000000007"));
        ranges = contracts.poolV3(usdc, weth, 3000, AT_PAR);
        provide(ranges, -887_220, 887_220, 1_000_003);
        provide(ranges, -60_000, -600, 555);
        provide(ranges, -60, 60, 777_777_777);
        provide(ranges, 60, 120, 777_777_777);
        provide(ranges, 120, 600, 31_415_926);
        contracts.enableFee(100, 1);
        fine = contracts.poolV3(usdc, weth, 100, AT_PAR);
        provide(fine, -887_272, 887_272, 10);
        provide(fine, -1, 2, 1_000_000);
    }

    private static void provide(TestContract pool, int lower, int upper, long billions) {
        BigInteger most = BigInteger.valueOf(billions).multiply(BigInteger.TEN.pow(9));
        contracts.provide(pool, lower, upper, most, most);
    }

    @BeforeEach
    void connect() {
        proxy = FaultProxy.before(CHAIN);
        client = Clients.client(CHAIN, proxy.url());
        reader = new PoolReader(client);
    }

    @AfterEach
    void disconnect() {
        client.close();
        proxy.close();
    }

    private PoolRef pairRef(BlockRef head) {
        return reader.findPair(head, v2, at(weth), at(usdc)).orElseThrow();
    }

    private PoolRef rangesRef(BlockRef head, int feePips) {
        return reader.findPool(head, v3, at(weth), at(usdc), feePips).orElseThrow();
    }

    @Test
    void a_pair_is_found_by_its_tokens_in_any_order_and_read() {
        BlockRef head = client.head();
        assertEquals(new PoolRef(v2, at(pair)), pairRef(head));
        assertEquals(reader.findPair(head, v2, at(usdc), at(weth)), Optional.of(pairRef(head)));
        assertEquals(ChainPools.constantProduct(pair), reader.read(head, pairRef(head)));
    }

    @Test
    void a_pool_of_ranges_is_read_with_every_tick_in_a_few_requests() {
        BlockRef head = client.head();
        PoolRef ref = rangesRef(head, 3000);
        long before = proxy.count("eth_call");
        ConcentratedPool read = (ConcentratedPool) reader.read(head, ref);
        assertEquals(ChainPools.concentrated(ranges, EDGES), read);
        assertEquals(8, read.ticks().size());
        assertEquals(3, proxy.count("eth_call") - before, "the pool, its price with its bitmap, its ticks");
    }

    @Test
    void a_pool_with_a_spacing_of_one_is_read_too() {
        BlockRef head = client.head();
        assertEquals(
                ChainPools.concentrated(fine, List.of(-887_272, -1, 2, 887_272)),
                reader.read(head, rangesRef(head, 100)));
    }

    @Test
    void a_pool_is_read_as_it_was_at_the_block() {
        BlockRef before = client.head();
        PoolState pairBefore = reader.read(before, pairRef(before));
        PoolState rangesBefore = reader.read(before, rangesRef(before, 3000));
        contracts.swapV2(usdc, weth, SOME);
        contracts.swapV3(usdc, weth, 3000, SOME);
        provide(ranges, -120, 240, 5);
        BlockRef after = client.head();
        assertEquals(pairBefore, reader.read(before, pairRef(before)));
        assertEquals(rangesBefore, reader.read(before, rangesRef(before, 3000)));
        assertNotEquals(pairBefore, reader.read(after, pairRef(after)));
        List<Integer> edges =
                Stream.concat(EDGES.stream(), Stream.of(-120, 240)).toList();
        assertEquals(ChainPools.concentrated(ranges, edges), reader.read(after, rangesRef(after, 3000)));
    }

    @Test
    void what_does_not_exist_is_not_found() {
        BlockRef head = client.head();
        assertEquals(Optional.empty(), reader.findPair(head, v2, at(usdc), at(contracts.weth())));
        assertEquals(Optional.empty(), reader.findPool(head, v3, at(usdc), at(weth), 500));
        Dex.ConstantProduct nowhere = new Dex.ConstantProduct("nowhere", at(usdc), at(usdc), 3000);
        PoolException refused =
                assertThrows(PoolException.class, () -> reader.findPair(head, nowhere, at(usdc), at(weth)));
        assertTrue(refused.getMessage().contains("nowhere"), refused.getMessage());
    }

    private void assertRefused(Dex dex, TestContract contract, String because) {
        BlockRef head = client.head();
        PoolException refused =
                assertThrows(PoolException.class, () -> reader.read(head, new PoolRef(dex, at(contract))));
        assertTrue(refused.getMessage().contains(because), refused.getMessage());
        assertTrue(refused.getMessage().contains(contract.address()), refused.getMessage());
    }

    @Test
    void a_contract_that_is_no_pool_of_the_exchange_is_refused() {
        assertRefused(v2, usdc, "factory()");
        assertRefused(v3, pair, "was made by the factory");
        assertRefused(v2, ranges, "was made by the factory");
        assertRefused(v3, new TestContract(CHAIN, CHAIN.account()), "no contract");
        Dex.ConstantProduct fork = new Dex.ConstantProduct("fork", at(usdc), at(contracts.routerV2()), 2500);
        assertRefused(fork, pair, "and fork has " + usdc.address());
    }

    @Test
    void a_pool_is_read_once_for_a_block() {
        PoolCache cache = new PoolCache(reader, 10);
        BlockRef head = client.head();
        PoolState first = cache.get(head, pairRef(head));
        long asked = proxy.count("eth_call");
        assertSame(first, cache.get(head, new PoolRef(v2, at(pair))));
        assertEquals(asked, proxy.count("eth_call"));
        contracts.swapV2(usdc, weth, SOME);
        assertEquals(ChainPools.constantProduct(pair), cache.get(client.head(), new PoolRef(v2, at(pair))));
    }

    @Test
    void quotes_agree_with_what_the_exchange_says() {
        QuoteCheck check = new QuoteCheck(client);
        BlockRef head = client.head();
        PoolState reserves = reader.read(head, pairRef(head));
        PoolState read = reader.read(head, rangesRef(head, 3000));
        int[] counts = new int[2];
        Stream.iterate(BigInteger.ONE, amount -> amount.multiply(BigInteger.valueOf(4_321)))
                .limit(12)
                .forEach(amount -> {
                    for (Direction direction : Direction.values()) {
                        for (Quote quote : List.of(
                                check.exactIn(head, v2, reserves, direction, amount),
                                check.exactOut(head, v2, reserves, direction, amount),
                                check.exactIn(head, v3, read, direction, amount),
                                check.exactOut(head, v3, read, direction, amount))) {
                            counts[quote.whole().isPresent() ? 0 : 1]++;
                        }
                    }
                });
        assertTrue(counts[0] > 40 && counts[1] > 5, counts[0] + " filled, " + counts[1] + " not");
    }

    @Test
    void a_quote_at_another_fee_or_of_another_moment_is_found_out() {
        QuoteCheck check = new QuoteCheck(client);
        BlockRef head = client.head();
        BigInteger amount = BigInteger.TEN.pow(15);
        Dex.ConstantProduct cheap = new Dex.ConstantProduct("cheap", v2.factory(), v2.router(), 2500);
        PoolState misread = reader.read(head, new PoolRef(cheap, at(pair)));
        Direction direction = misread.pool().selling(at(weth));
        PoolException found =
                assertThrows(PoolException.class, () -> check.exactIn(head, cheap, misread, direction, amount));
        assertTrue(found.getMessage().contains("Is its fee as configured"), found.getMessage());
        BigInteger out = BigInteger.valueOf(1_000_000);
        assertThrows(PoolException.class, () -> check.exactOut(head, cheap, misread, direction, out));

        PoolState old = reader.read(head, rangesRef(head, 3000));
        contracts.swapV3(usdc, weth, 3000, SOME);
        BlockRef later = client.head();
        assertThrows(PoolException.class, () -> check.exactIn(later, v3, old, direction, amount));
        assertTrue(check.exactIn(head, v3, old, direction, amount).whole().isPresent());
    }
}
