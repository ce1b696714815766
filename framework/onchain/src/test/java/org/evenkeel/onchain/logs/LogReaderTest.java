package org.evenkeel.onchain.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.evenkeel.market.Interval;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.abi.Topic;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.ChainException;
import org.evenkeel.onchain.rpc.ChainFault;
import org.evenkeel.onchain.rpc.ChainLogs;
import org.evenkeel.onchain.rpc.Clients;
import org.evenkeel.onchain.rpc.LogEntry;
import org.evenkeel.onchain.rpc.LogFilter;
import org.evenkeel.onchain.rpc.LogRange;
import org.evenkeel.testkit.chain.FaultProxy;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestContract;
import org.evenkeel.testkit.chain.TestDex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class LogReaderTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    private static final Topic TRANSFER = Topic.of("Transfer(address,address,uint256)");
    private static final String STRANGER = "0x" + "ab".repeat(20);
    private static final int PAYMENTS = 30;

    private FaultProxy proxy;
    private ChainClient client;
    private LogFilter filter;
    private long first;

    @BeforeEach
    void pay() {
        TestContract token = TestDex.deployOn(CHAIN).token("USDC", 6);
        proxy = FaultProxy.before(CHAIN);
        client = Clients.client(CHAIN, proxy.url());
        first = client.head().number() + 1;
        for (int payment = 1; payment <= PAYMENTS; payment++) {
            token.send("transfer(address,uint256)", STRANGER, payment);
        }
        filter = new LogFilter(Set.of(new Address(token.address())), Set.of(TRANSFER));
    }

    @AfterEach
    void disconnect() {
        client.close();
        proxy.close();
    }

    private static List<LogEntry> all(ChainClient client, LogFilter filter, long from, long last) {
        LogReader reader = new LogReader(client);
        List<LogEntry> logs = new ArrayList<>();
        for (long at = from; at <= last; ) {
            LogPage page = reader.next(filter, at, last);
            logs.addAll(page.logs());
            at = page.end().number() + 1;
        }
        return logs;
    }

    private void assertAll(List<LogEntry> logs) {
        assertEquals(PAYMENTS, logs.size());
        for (int i = 0; i < PAYMENTS; i++) {
            assertEquals(first + i, logs.get(i).blockNumber());
            assertEquals(i + 1, new java.math.BigInteger(1, logs.get(i).data().toArray()).intValue());
            assertEquals(client.logs().block(first + i).hash(), logs.get(i).blockHash());
        }
    }

    /** A client whose nodes refuse more than so many blocks, with a fault. */
    private ChainClient limited(int most, ChainFault fault, List<Long> asked) {
        ChainLogs real = client.logs();
        ChainLogs logs = new ChainLogs() {
            @Override
            public LogRange read(LogFilter wanted, long from, long to) {
                synchronized (asked) {
                    asked.add(to - from + 1);
                }
                if (to - from + 1 > most) {
                    throw new ChainException(fault, "too many blocks for this node");
                }
                return real.read(wanted, from, to);
            }

            @Override
            public List<BlockRef> blocks(List<Long> heights) {
                return real.blocks(heights);
            }
        };
        return (ChainClient) Proxy.newProxyInstance(
                ChainClient.class.getClassLoader(),
                new Class<?>[] {ChainClient.class},
                (self, method, arguments) -> method.getName().equals("logs") ? logs : method.invoke(client, arguments));
    }

    @Test
    void all_logs_come_in_order_each_once() {
        assertAll(all(client, filter, first, client.head().number()));
    }

    @Test
    void what_a_node_finds_too_much_is_asked_for_in_halves_and_then_more_again() {
        for (ChainFault fault : List.of(ChainFault.TOO_LARGE, ChainFault.NODE_ERROR, ChainFault.UNREACHABLE)) {
            List<Long> asked = new ArrayList<>();
            assertAll(all(limited(3, fault, asked), filter, first, client.head().number()));
            assertTrue(asked.stream().filter(blocks -> blocks <= 3).count() > PAYMENTS / 3, asked.toString());
            assertTrue(
                    asked.stream().filter(blocks -> blocks > 3).count() < asked.size() / 2.0,
                    "what was refused is not tried again and again: " + asked);
        }
    }

    @Test
    void a_node_that_gives_not_even_one_block_is_said_to_be_pruned_perhaps() {
        ChainException refused = assertThrows(
                ChainException.class,
                () -> all(limited(0, ChainFault.NODE_ERROR, new ArrayList<>()), filter, first, first + 5));
        assertTrue(refused.getMessage().contains("archive node"), refused.getMessage());
    }

    @Test
    void a_node_that_is_gone_is_not_asked_for_less_and_less() {
        proxy.set("*", new FaultProxy.Fault.LostRequest());
        ChainException gone = assertThrows(
                ChainException.class,
                () -> all(client, filter, first, client.head().number()));
        assertEquals(ChainFault.UNREACHABLE, gone.fault());
    }

    @Test
    void a_node_that_has_not_the_last_block_yet_is_not_believed_to_have_all_logs() {
        long beyond = client.head().number() + 1;
        ChainException behind =
                assertThrows(ChainException.class, () -> client.logs().read(filter, first, beyond));
        assertEquals(ChainFault.STALE, behind.fault());
    }

    @Test
    void a_log_that_was_not_asked_for_is_refused() {
        LogFilter other = new LogFilter(Set.of(new Address(STRANGER)), Set.of(TRANSFER));
        String foreign = CHAIN.ask(
                        "eth_getLogs",
                        java.util.Map.of("fromBlock", "0x" + Long.toHexString(first), "toBlock", "latest"))
                .toString();
        proxy.set("eth_getLogs", new FaultProxy.Fault.Result(foreign));
        ChainException garbage =
                assertThrows(ChainException.class, () -> client.logs().read(other, first, first + 3));
        assertEquals(ChainFault.GARBAGE, garbage.fault());
    }

    @Test
    void the_words_of_providers_for_too_much_are_known() {
        for (String said : List.of(
                "query returned more than 10000 results",
                "Log response size exceeded. You can make eth_getLogs requests with up to a 2K block range",
                "eth_getLogs is limited to a 10,000 range",
                "exceed maximum block range: 5000",
                "block range is too wide",
                "Block range limit exceeded.",
                "query exceeds max results 20000, retry with the range 1-2",
                "ranges over 10000 blocks are not supported on freetier",
                "query timeout exceeded")) {
            proxy.set("eth_getLogs", new FaultProxy.Fault.Error(-32005, said));
            ChainException refused =
                    assertThrows(ChainException.class, () -> client.logs().read(filter, first, first + 3));
            assertEquals(ChainFault.TOO_LARGE, refused.fault(), said);
        }
    }

    @Test
    void headers_come_many_in_a_request_and_one_by_one_where_a_node_takes_no_batches() {
        List<Long> heights = new ArrayList<>();
        for (long height = 0; height < first + PAYMENTS; height++) {
            heights.add(height);
        }
        List<BlockRef> together = client.logs().blocks(heights);
        assertEquals(heights, together.stream().map(BlockRef::number).toList());
        assertTrue(proxy.received().size() < 10, proxy.received()::toString);
        // A request that is a list has no method of its own.
        proxy.set("", new FaultProxy.Fault.Body("{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32600}}"));
        assertEquals(together, client.logs().blocks(heights));
    }

    @Test
    void few_headers_tell_the_intervals_of_many_logs() {
        BlockTimes times = new BlockTimes(client);
        List<LogEntry> logs =
                client.logs().read(filter, first, first + PAYMENTS - 1).logs();
        Interval tick = new Interval(5_000);
        java.util.Map<Long, Long> found = times.intervals(logs, tick::floor);
        for (LogEntry log : logs) {
            long time = client.logs().block(log.blockNumber()).time().toEpochMilli();
            assertEquals(tick.floor(time), found.get(log.blockNumber()), "block " + log.blockNumber());
        }
        int before = proxy.received().size();
        times.intervals(logs, time -> 0);
        assertEquals(1, proxy.received().size() - before, "the first and the last are enough, in one request");
    }

    @Test
    void the_last_block_before_a_time_is_found() {
        BlockTimes times = new BlockTimes(client);
        BlockRef low = client.logs().block(0);
        BlockRef high = client.head();
        for (long height = first; height < high.number(); height++) {
            BlockRef block = client.logs().block(height);
            BlockRef next = client.logs().block(height + 1);
            if (next.time().isAfter(block.time())) {
                assertEquals(block, times.lastBefore(next.time().toEpochMilli(), low, high));
            }
        }
    }
}
