package org.evenkeel.onchain.dex;

import static org.evenkeel.onchain.swap.TestExchanges.AT_PAR;
import static org.evenkeel.onchain.swap.TestExchanges.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.evenkeel.onchain.pool.ConcentratedPool;
import org.evenkeel.onchain.pool.PoolState;
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

/** A set that is read block after block says of each what somebody says who reads all of it anew. */
final class PoolSetTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    private static final BigInteger SOME = BigInteger.TEN.pow(12);

    private static TestDex contracts;
    private static TestContract usdc;
    private static TestContract weth;
    private static TestContract ranges;
    private static List<PoolRef> refs;

    private FaultProxy proxy;
    private ChainClient client;
    private PoolSet set;

    @BeforeAll
    static void deploy() {
        TestExchanges exchanges = TestExchanges.deployOn(CHAIN);
        contracts = exchanges.contracts();
        contracts.deployMulticall();
        usdc = contracts.token("USDC", 6);
        weth = contracts.token("WETH", 18);
        TestContract pair = contracts.pairV2(usdc, BigInteger.TEN.pow(15), weth, BigInteger.TEN.pow(18));
        ranges = contracts.poolV3(usdc, weth, 3000, AT_PAR);
        provide(ranges, -60, 60);
        TestContract other = contracts.poolV3(usdc, weth, 500, AT_PAR);
        provide(other, -600, 600);
        refs = List.of(
                new PoolRef(exchanges.pairs(), at(pair)),
                new PoolRef(exchanges.ranges(), at(ranges)),
                new PoolRef(exchanges.ranges(), at(other)));
    }

    private static void provide(TestContract pool, int lower, int upper) {
        BigInteger most = BigInteger.TEN.pow(16);
        contracts.provide(pool, lower, upper, most, most);
    }

    @BeforeEach
    void connect() {
        proxy = FaultProxy.before(CHAIN);
        client = Clients.client(CHAIN, proxy.url());
        set = PoolSet.of(client, client.head(), refs);
        set.read(client.head());
    }

    @AfterEach
    void disconnect() {
        client.close();
        proxy.close();
    }

    private static Map<PoolRef, PoolState> states(PoolSet.Reading reading) {
        assertEquals(Map.of(), reading.unreadable());
        return reading.readable().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().state()));
    }

    /** Reads the set, and says in how many calls; then makes sure of it. */
    private long callsToRead(BlockRef at) {
        long before = proxy.count("eth_call");
        Map<PoolRef, PoolState> read = states(set.read(at));
        long calls = proxy.count("eth_call") - before;
        proxy.clear();
        assertEquals(states(PoolSet.of(client, at, refs).read(at)), read);
        return calls;
    }

    @Test
    void after_swaps_only_what_they_change_is_read_again_in_one_call() {
        contracts.swapV2(usdc, weth, SOME);
        contracts.swapV3(usdc, weth, 3000, SOME);
        assertEquals(1, callsToRead(client.head()));
        contracts.swapV3(weth, usdc, 500, SOME);
        assertEquals(1, callsToRead(client.head()));
    }

    @Test
    void where_somebody_provided_far_from_the_price_its_ranges_are_read_again() {
        provide(ranges, -60_000, -30_000);
        assertTrue(callsToRead(client.head()) > 1);
        contracts.swapV3(usdc, weth, 3000, SOME);
        assertEquals(1, callsToRead(client.head()));
    }

    @Test
    void a_block_before_is_read_as_it_was() {
        BlockRef before = client.head();
        provide(ranges, -60_000, -30_000);
        callsToRead(client.head());
        assertTrue(callsToRead(before) > 1);
        BlockRef swapped = client.head();
        contracts.swapV3(usdc, weth, 3000, SOME);
        callsToRead(client.head());
        assertEquals(1, callsToRead(swapped), "nothing was provided between the two");
    }

    @Test
    void a_block_that_was_reorganised_away_is_no_ground_to_go_on_from() {
        provide(ranges, -60_000, -30_000);
        Map<PoolRef, PoolState> provided = states(set.read(client.head()));
        CHAIN.ask("anvil_reorg", 1, List.of());
        CHAIN.ask("anvil_dropAllTransactions");
        assertTrue(callsToRead(client.head()) > 1);
        assertNotEquals(provided, states(set.read(client.head())));
    }

    @Test
    void nor_is_one_whose_place_another_has_taken_and_others_after_it() {
        provide(ranges, -60_000, -30_000);
        set.read(client.head());
        CHAIN.ask("anvil_reorg", 1, List.of());
        CHAIN.ask("anvil_dropAllTransactions");
        CHAIN.ask("evm_mine");
        assertTrue(callsToRead(client.head()) > 1);
    }

    @Test
    void where_no_node_gives_logs_all_is_read_anew() {
        contracts.swapV3(usdc, weth, 3000, SOME);
        proxy.set("eth_getLogs", new FaultProxy.Fault.Error(-32005, "query returned more than 10000 results"));
        assertTrue(callsToRead(client.head()) > 1);
    }

    @Test
    void what_is_remembered_and_does_not_fit_the_price_is_read_anew() {
        provide(ranges, -600, 600);
        proxy.set("eth_getLogs", new FaultProxy.Fault.Result("[]"));
        assertTrue(callsToRead(client.head()) > 1);
    }

    @Test
    void control_what_a_node_keeps_quiet_about_far_from_the_price_is_not_seen() {
        provide(ranges, -60_000, -30_000);
        BlockRef head = client.head();
        proxy.set("eth_getLogs", new FaultProxy.Fault.Result("[]"));
        Map<PoolRef, PoolState> read = states(set.read(head));
        proxy.clear();
        assertNotEquals(states(PoolSet.of(client, head, refs).read(head)), read);
    }

    @Test
    void of_a_pool_of_which_only_the_price_is_asked_no_ranges_are_read() {
        BlockRef head = client.head();
        PoolSet priced = PoolSet.of(client, head, refs.subList(0, 1), refs.subList(1, 2));
        long before = proxy.count("eth_call");
        PoolSet.Reading reading = priced.read(head);
        assertEquals(1, proxy.count("eth_call") - before);
        assertEquals(1, priced.pools().size());
        assertEquals(1, priced.prices().size());
        PoolHoldings whole = set.read(head)
                .readable()
                .getOrDefault(refs.get(1), reading.prices().getFirst());
        PoolHoldings told = reading.prices().getFirst();
        assertEquals(
                ((ConcentratedPool) whole.state()).sqrtPriceX96(), ((ConcentratedPool) told.state()).sqrtPriceX96());
        assertEquals(List.of(whole.held0(), whole.held1()), List.of(told.held0(), told.held1()));
        assertEquals(0, ((ConcentratedPool) told.state()).ticks().size());
    }
}
