package org.evenkeel.onchain.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.market.Chain;
import org.evenkeel.market.DataException;
import org.evenkeel.market.Interval;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.ChainException;
import org.evenkeel.onchain.rpc.ChainFault;
import org.evenkeel.onchain.rpc.Clients;
import org.evenkeel.state.store.StateException;
import org.evenkeel.testkit.chain.FaultProxy;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Against candles that are worked out by hand from what the contracts said after each swap that the test made. */
final class CandleCollectorTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    private static final double CLOSE = 1e-12;

    @TempDir
    private Path folder;

    private FaultProxy proxy;
    private ChainClient client;
    private TradedPools pools;
    private Instant begin;

    @BeforeEach
    void trade() {
        proxy = FaultProxy.before(CHAIN);
        pools = new TradedPools(CHAIN);
        client = Clients.client(CHAIN, proxy.url());
        begin = pools.now().truncatedTo(ChronoUnit.HOURS).plus(TradedPools.HOUR);
    }

    @AfterEach
    void disconnect() {
        client.close();
        proxy.close();
    }

    private Instant at(double hours) {
        return begin.plus(Duration.ofSeconds(Math.round(hours * 3600)));
    }

    /** Some hours of trades, one of them without any, and some that change nothing of a price. */
    private void someHours() {
        pools.tradeWeth(at(0.1), true, 10_000);
        pools.tradeToken(at(0.2), true, 500);
        pools.tradeRanges(at(0.3), false, 20_000);
        pools.tradeWeth(at(0.4), false, 30_000);
        pools.tradeToken(at(0.5), false, 900);
        pools.tradeToken(at(1.0), true, 200);
        pools.tradeWeth(at(1.5), true, 5_000);
        pools.tradeToken(at(1.6), true, 300);
        pools.tradeRanges(at(3.0), true, 40_000);
        pools.tradeRanges(at(3.1), true, 10_000);
        pools.tradeToken(at(3.99), false, 100);
        pools.idleUntil(at(4));
        pools.tradeWeth(at(4.2), true, 1_000);
    }

    private CollectedPool pool(TestContract contract, long id) {
        return pools.finder(client).pool(client.head(), TradedPools.address(contract), Optional.empty(), id);
    }

    private List<CollectedPool> all() {
        return List.of(pool(pools.wethUsdc, 1), pool(pools.tokenWeth, 2), pool(pools.ranges, 3));
    }

    private ChainPlan plan(List<CollectedPool> wanted) {
        return plan(wanted, 0);
    }

    private ChainPlan plan(List<CollectedPool> wanted, int confirmations) {
        return new ChainPlan(
                client,
                confirmations,
                wanted.stream()
                        .map(pool -> new ChainPlan.Wanted(pool, begin.toEpochMilli()))
                        .toList(),
                List.of(pool(pools.wethUsdc, 1)));
    }

    private List<PoolReport> collect(KeptCandles kept, Instant until) {
        return collect(kept, until, 0);
    }

    private List<PoolReport> collect(KeptCandles kept, Instant until, int confirmations) {
        try (CandleCollector collector =
                CandleCollector.open(folder, kept, List.of(plan(all(), confirmations)), Interval.HOURLY)) {
            return collector.collectTo(until, CollectListener.NONE);
        }
    }

    private KeptCandles collected(Instant until) {
        KeptCandles kept = new KeptCandles();
        collect(kept, until);
        return kept;
    }

    /** What WETH was worth after the last swap before a time in the v2 pair. */
    private double wethAt(int swap) {
        return pools.noted.subList(0, swap + 1).stream()
                .filter(noted -> noted.pool().equals(pools.wethUsdc))
                .reduce((first, second) -> second)
                .orElseThrow()
                .price();
    }

    private SortedMap<Instant, KeptCandles.Row> byHand(TestContract pool, boolean inWeth, Instant until) {
        SortedMap<Instant, KeptCandles.Row> rows = new TreeMap<>();
        for (int swap = 0; swap < pools.noted.size(); swap++) {
            TradedPools.Noted noted = pools.noted.get(swap);
            Instant open = noted.at().truncatedTo(ChronoUnit.HOURS);
            if (noted.pool().equals(pool) && !open.plus(TradedPools.HOUR).isAfter(until)) {
                double usd = inWeth ? wethAt(swap) : 1;
                double price = noted.price() * usd;
                double volume = noted.quoteVolume() * usd;
                KeptCandles.Row one = new KeptCandles.Row(price, price, price, price, volume, 0, 0);
                rows.merge(open, one, CandleCollectorTest::joined);
            }
        }
        return rows;
    }

    private static KeptCandles.Row joined(KeptCandles.Row first, KeptCandles.Row next) {
        return new KeptCandles.Row(
                first.open(),
                Math.max(first.high(), next.high()),
                Math.min(first.low(), next.low()),
                next.close(),
                first.volume() + next.volume(),
                0,
                0);
    }

    private static void assertSame(
            SortedMap<Instant, KeptCandles.Row> expected, SortedMap<Instant, KeptCandles.Row> actual) {
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((open, row) -> {
            KeptCandles.Row found = actual.get(open);
            assertEquals(1, found.open() / row.open(), CLOSE, () -> "open of " + open);
            assertEquals(1, found.high() / row.high(), CLOSE, () -> "high of " + open);
            assertEquals(1, found.low() / row.low(), CLOSE, () -> "low of " + open);
            assertEquals(1, found.close() / row.close(), CLOSE, () -> "close of " + open);
            assertEquals(1, found.volume() / row.volume(), CLOSE, () -> "volume of " + open);
        });
    }

    @Test
    void candles_of_both_kinds_of_pools_are_those_worked_out_by_hand() {
        someHours();
        KeptCandles kept = collected(at(4.3));
        List<CollectedPool> wanted = all();
        assertSame(byHand(pools.wethUsdc, false, at(4)), kept.of(wanted.get(0).pair()));
        assertSame(byHand(pools.tokenWeth, true, at(4)), kept.of(wanted.get(1).pair()));
        assertSame(byHand(pools.ranges, false, at(4)), kept.of(wanted.get(2).pair()));
        assertEquals(
                List.of(at(0), at(1)), List.copyOf(kept.of(wanted.get(0).pair()).keySet()));
        assertEquals(
                List.of(at(0), at(3)), List.copyOf(kept.of(wanted.get(2).pair()).keySet()));
    }

    @Test
    void reserves_are_those_of_the_pool_at_the_end_of_each_candle() {
        pools.tradeWeth(at(0.1), true, 10_000);
        pools.tradeRanges(at(0.2), true, 10_000);
        List<java.math.BigInteger> reserves = pools.wethUsdc.ask("getReserves()");
        java.math.BigInteger liquidity = pools.ranges.number("liquidity()");
        double root = pools.ranges.ask("slot0()").getFirst().doubleValue() / Math.pow(2, 96);
        pools.idleUntil(at(1));
        KeptCandles kept = collected(at(1));
        KeptCandles.Row pair = kept.of(pool(pools.wethUsdc, 1).pair()).get(at(0));
        int weth = pools.wethIsFirst() ? 0 : 1;
        assertEquals(reserves.get(weth).doubleValue() / 1e18, pair.base(), 1e-9);
        assertEquals(reserves.get(1 - weth).doubleValue() / 1e6, pair.quote(), 1e-6);
        KeptCandles.Row ranges = kept.of(pool(pools.ranges, 3).pair()).get(at(0));
        double wethUnits = pools.wethIsFirst() ? liquidity.doubleValue() / root : liquidity.doubleValue() * root;
        assertEquals(1, ranges.base() * 1e18 / wethUnits, 1e-9);
        assertEquals(1, ranges.quote() / ranges.base() / ranges.close(), 1e-9);
    }

    @Test
    void a_candle_is_kept_once_a_block_that_is_final_is_of_its_end() {
        pools.tradeWeth(at(0.1), true, 10_000);
        pools.idleUntil(at(0.99));
        assertTrue(collected(at(2)).of(pool(pools.wethUsdc, 1).pair()).isEmpty(), "not over");
        pools.idleUntil(at(1));
        KeptCandles kept = new KeptCandles();
        collect(kept, at(2), 1);
        assertTrue(kept.of(pool(pools.wethUsdc, 1).pair()).isEmpty(), "not final");
        collect(kept, at(0.9));
        assertTrue(kept.of(pool(pools.wethUsdc, 1).pair()).isEmpty(), "not until then");
        collect(kept, at(2));
        assertEquals(1, kept.of(pool(pools.wethUsdc, 1).pair()).size());
    }

    @Test
    void hour_by_hour_comes_to_the_same_as_all_at_once() {
        someHours();
        KeptCandles step = new KeptCandles();
        for (double hour = 0; hour <= 4.5; hour += 0.5) {
            collect(step, at(hour));
        }
        KeptCandles once = new KeptCandles();
        Path other = folder.resolve("other");
        try (CandleCollector collector = CandleCollector.open(other, once, List.of(plan(all())), Interval.HOURLY)) {
            collector.collectTo(at(5), CollectListener.NONE);
        }
        assertEquals(once.all(), step.all());
    }

    @Test
    void a_pool_that_is_added_later_catches_up_with_the_others() {
        someHours();
        KeptCandles kept = new KeptCandles();
        CollectedPool first = pool(pools.wethUsdc, 1);
        try (CandleCollector one = CandleCollector.open(folder, kept, List.of(plan(List.of(first))), Interval.HOURLY)) {
            one.collectTo(at(2), CollectListener.NONE);
        }
        collect(kept, at(5));
        assertSame(
                byHand(pools.tokenWeth, true, at(4)),
                kept.of(pool(pools.tokenWeth, 2).pair()));
        assertSame(byHand(pools.wethUsdc, false, at(4)), kept.of(first.pair()));
    }

    @Test
    void what_a_reorganisation_took_away_goes_and_what_came_instead_is_collected() {
        pools.tradeWeth(at(0.1), true, 10_000);
        pools.idleUntil(at(1));
        KeptCandles kept = new KeptCandles();
        collect(kept, at(1));
        String before = CHAIN.ask("evm_snapshot").stringValue();
        pools.tradeWeth(at(1.1), true, 90_000);
        pools.idleUntil(at(2));
        collect(kept, at(2));
        assertEquals(2, kept.of(pool(pools.wethUsdc, 1).pair()).size());
        CHAIN.ask("evm_revert", before);
        pools.noted.removeLast();
        pools.tradeWeth(at(1.2), false, 10_000);
        pools.tradeToken(at(1.3), false, 100);
        pools.idleUntil(at(2));
        pools.idleUntil(at(2.5));
        List<PoolReport> reports = collect(kept, at(2));
        assertEquals(Optional.of(at(1)), reports.getFirst().wentBackTo());
        assertSame(
                byHand(pools.wethUsdc, false, at(2)),
                kept.of(pool(pools.wethUsdc, 1).pair()));
        assertSame(
                byHand(pools.tokenWeth, true, at(2)),
                kept.of(pool(pools.tokenWeth, 2).pair()));
    }

    @Test
    void a_chain_that_is_shorter_than_what_was_collected_is_waited_for() {
        String before = CHAIN.ask("evm_snapshot").stringValue();
        pools.tradeWeth(at(0.1), true, 10_000);
        pools.idleUntil(at(0.9));
        pools.idleUntil(at(1));
        KeptCandles kept = new KeptCandles();
        collect(kept, at(1));
        CHAIN.ask("evm_revert", before);
        pools.idleUntil(at(0.5));
        ChainException behind = assertThrows(ChainException.class, () -> collect(kept, at(1)));
        assertEquals(ChainFault.STALE, behind.fault());
        assertEquals(1, kept.of(pool(pools.wethUsdc, 1).pair()).size());
    }

    @Test
    void a_block_that_becomes_another_while_it_is_read_is_noticed_and_nothing_of_it_is_kept() {
        pools.tradeWeth(at(0.1), true, 10_000);
        pools.idleUntil(at(1));
        List<Long> blocks = new ArrayList<>();
        KeptCandles kept = new KeptCandles();
        CollectListener reorganise = new CollectListener() {
            @Override
            public void read(Chain chain, long count, Instant time) {
                if (blocks.isEmpty()) {
                    CHAIN.ask("anvil_reorg", 2, List.of());
                }
                blocks.add(count);
            }
        };
        try (CandleCollector collector = CandleCollector.open(folder, kept, List.of(plan(all())), Interval.HOURLY)) {
            ChainException changed = assertThrows(ChainException.class, () -> collector.collectTo(at(1), reorganise));
            assertEquals(ChainFault.STALE, changed.fault());
        }
        assertTrue(kept.of(pool(pools.wethUsdc, 1).pair()).isEmpty());
    }

    @Test
    void a_price_in_dollars_that_is_older_than_a_day_is_none() {
        pools.tradeWeth(at(0.1), true, 10_000);
        pools.tradeToken(at(24.9), true, 100);
        pools.tradeToken(at(25.1), true, 100);
        pools.tradeToken(at(26.1), true, 100);
        pools.idleUntil(at(28));
        KeptCandles kept = new KeptCandles();
        List<PoolReport> reports = collect(kept, at(28));
        assertEquals(
                List.of(at(24), at(25)),
                List.copyOf(kept.of(pool(pools.tokenWeth, 2).pair()).keySet()));
        assertEquals(1, reports.get(1).leftOut());
        assertEquals(3, reports.get(1).swaps());
    }

    @Test
    void a_collection_that_begins_late_looks_back_for_the_price_in_dollars() {
        pools.tradeWeth(at(0.1), true, 10_000);
        for (int block = 0; block < 40; block++) {
            pools.idleUntil(at(1 + block / 100.0));
        }
        pools.tradeToken(at(5.5), true, 100);
        pools.idleUntil(at(6));
        KeptCandles kept = new KeptCandles();
        ChainPlan late = new ChainPlan(
                client,
                0,
                List.of(new ChainPlan.Wanted(pool(pools.tokenWeth, 2), at(5).toEpochMilli())),
                List.of(pool(pools.wethUsdc, 1)));
        try (CandleCollector collector = CandleCollector.open(folder, kept, List.of(late), Interval.HOURLY)) {
            collector.collectTo(at(6), CollectListener.NONE);
        }
        assertSame(
                byHand(pools.tokenWeth, true, at(6)),
                kept.of(pool(pools.tokenWeth, 2).pair()));
    }

    @Test
    void an_end_that_is_asked_for_keeps_what_is_over() {
        someHours();
        KeptCandles kept = new KeptCandles();
        CollectListener ending = new CollectListener() {
            @Override
            public void read(Chain chain, long blocks, Instant time) {
                assertTrue(blocks > 0);
            }

            @Override
            public boolean wantsEnd() {
                return true;
            }
        };
        try (CandleCollector collector = CandleCollector.open(folder, kept, List.of(plan(all())), Interval.HOURLY)) {
            collector.collectTo(at(5), ending);
            assertTrue(kept.all().isEmpty(), "it was to end before it began");
        }
        collect(kept, at(5));
        assertSame(
                byHand(pools.wethUsdc, false, at(4)),
                kept.of(pool(pools.wethUsdc, 1).pair()));
    }

    @Test
    void two_do_not_collect_into_one_data_set() {
        try (CandleCollector one = CandleCollector.open(folder, new KeptCandles(), List.of(), Interval.HOURLY)) {
            assertEquals(List.of(), one.collectTo(at(1), CollectListener.NONE));
            assertThrows(
                    StateException.Locked.class,
                    () -> CandleCollector.open(folder, new KeptCandles(), List.of(), Interval.HOURLY));
        }
    }

    @Test
    void prices_in_another_token_need_a_pool_that_says_what_it_is_worth() {
        CollectedPool inWeth = pool(pools.tokenWeth, 2);
        DataException refused = assertThrows(
                DataException.class,
                () -> new ChainPlan(client, 0, List.of(new ChainPlan.Wanted(inWeth, 0)), List.of(inWeth)));
        assertTrue(refused.getMessage().contains("WETH against USDC"), refused.getMessage());
    }

    @Test
    void a_pool_tells_its_pair() {
        List<CollectedPool> found = all();
        assertEquals(
                List.of(
                        "WETH-USDC on uniswap-v2 (local)",
                        "TOK-WETH on uniswap-v2 (local)",
                        "WETH-USDC on uniswap-v3 (local)"),
                found.stream().map(pool -> pool.pair().toString()).toList());
        assertEquals(30, found.getFirst().pair().feeBps());
        assertEquals(30, found.getLast().pair().feeBps());
        assertEquals(6, found.getFirst().pair().quote().decimals());
        BlockRef head = client.head();
        CollectedPool turned =
                pools.finder(client).pool(head, TradedPools.address(pools.tokenWeth), Optional.of("weth"), 2);
        assertEquals("WETH-TOK", turned.pair().symbol());
        assertEquals(
                Optional.of(found.get(1)),
                pools.finder(client).find(head, found.get(1).pair()));
    }

    @Test
    void a_token_that_tells_other_decimals_than_before_is_collected_by_who_knew_it_and_refused_by_others() {
        TestContract fickle = pools.dex.fickleToken("FKL", 18);
        TestContract pool = pools.dex.pairV2(fickle, TradedPools.units(1, 18), pools.usdc, TradedPools.units(1, 6));
        PoolFinder finder = pools.finder(client);
        CollectedPool found = finder.pool(client.head(), TradedPools.address(pool), Optional.empty(), 1);
        fickle.send("turn(uint8)", BigInteger.valueOf(9));
        BlockRef head = client.head();
        assertEquals(Optional.of(found), finder.findAgain(head, found.pair()));
        DataException refused = assertThrows(DataException.class, () -> finder.find(head, found.pair()));
        assertTrue(refused.getMessage().contains("has 9 decimals on chain"), refused.getMessage());
    }

    @Test
    void what_is_no_pool_of_a_known_exchange_is_refused() {
        PoolFinder finder = pools.finder(client);
        BlockRef head = client.head();
        for (TestContract wrong : List.of(pools.usdc, pools.dex.factoryV2())) {
            DataException refused = assertThrows(
                    DataException.class, () -> finder.pool(head, TradedPools.address(wrong), Optional.empty(), 1));
            assertTrue(refused.getMessage().contains(wrong.address()), refused.getMessage());
        }
        PoolFinder none = new PoolFinder(client, List.of(), Optional.empty());
        DataException unknown = assertThrows(
                DataException.class, () -> none.pool(head, TradedPools.address(pools.wethUsdc), Optional.empty(), 1));
        assertTrue(unknown.getMessage().contains(pools.dex.factoryV2().address()), unknown.getMessage());
        DataException noToken = assertThrows(
                DataException.class,
                () -> finder.pool(head, TradedPools.address(pools.wethUsdc), Optional.of("DAI"), 1));
        assertTrue(noToken.getMessage().contains("none of the tokens"), noToken.getMessage());
    }

    @Test
    void a_symbol_that_would_not_show_as_it_is_is_cleaned() {
        TestContract odd = pools.dex.token("U\u202eSD<b>C\u0000 \uD83D\uDE80!", 6);
        TestContract nameless = pools.dex.token("\u200b", 18);
        TestContract pair = pools.dex.pairV2(odd, TradedPools.units(1, 6), nameless, TradedPools.units(1, 18));
        CollectedPool found = pool(pair, 4);
        List<String> symbols =
                List.of(found.pair().base().symbol(), found.pair().quote().symbol());
        assertTrue(symbols.contains("USDbC"), symbols::toString);
        assertTrue(symbols.contains(nameless.address().substring(0, 10)), symbols::toString);
    }

    @Test
    void many_blocks_are_read_in_pages_and_an_end_between_them_keeps_what_is_over() {
        pools.tradeWeth(at(0.1), true, 10_000);
        CHAIN.ask("anvil_mine", "0x1770", "0x3c"); // 6,000 blocks, a minute each.
        pools.tradeWeth(at(0.1).plus(Duration.ofDays(5)), false, 5_000);
        pools.idleUntil(at(0.1).plus(Duration.ofDays(6)));
        List<Instant> read = new ArrayList<>();
        CollectListener once = new CollectListener() {
            @Override
            public void read(Chain chain, long blocks, Instant time) {
                read.add(time);
            }

            @Override
            public boolean wantsEnd() {
                return !read.isEmpty();
            }
        };
        KeptCandles kept = new KeptCandles();
        List<PoolReport> reports;
        try (CandleCollector collector = CandleCollector.open(folder, kept, List.of(plan(all())), Interval.HOURLY)) {
            reports = collector.collectTo(at(24 * 7), once);
        }
        assertEquals(1, read.size());
        assertEquals(
                Optional.of(read.getFirst().truncatedTo(ChronoUnit.HOURS)),
                reports.getFirst().reachedTo());
        assertEquals(1, kept.of(pool(pools.wethUsdc, 1).pair()).size());
        long before = proxy.count("eth_getLogs");
        collect(kept, at(24 * 7));
        assertEquals(2, kept.of(pool(pools.wethUsdc, 1).pair()).size());
        assertTrue(proxy.count("eth_getLogs") - before < 40, proxy.received()::toString);
    }
}
