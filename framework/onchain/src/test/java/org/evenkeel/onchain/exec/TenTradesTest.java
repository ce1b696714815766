package org.evenkeel.onchain.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evenkeel.api.port.Execution;
import org.evenkeel.market.TradingPair;
import org.evenkeel.onchain.rpc.Clients;
import org.evenkeel.testkit.chain.FaultProxy;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a node is asked for ten trades: each request takes its time, far away more than all that is calculated. */
final class TenTradesTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    private static final long MOST_REQUESTS = 40;

    private static Floor floor;

    @TempDir
    private Path folder;

    @BeforeAll
    static void deploy() {
        floor = new Floor(CHAIN, 6, false);
        for (int row = 0; row < 5; row++) {
            floor.pairV2("TOK" + row);
            floor.poolV3("RNG" + row);
        }
    }

    @Test
    void a_trade_is_some_forty_requests_whatever_pools_its_universe_has() {
        Dealer.fund(floor, 100_000);
        try (FaultProxy proxy = FaultProxy.before(CHAIN);
                Dealer dealer = new Dealer(floor, Clients.client(CHAIN, proxy.url()), folder, Trading.Ways.USUAL)) {
            List<Map<String, Long>> asked = new ArrayList<>();
            for (TradingPair pair : floor.pairs) {
                int before = proxy.received().size();
                Execution.Ended ended = dealer.buy(pair, "100");
                assertInstanceOf(Execution.Filled.class, ended, () -> ended + " " + dealer.heard);
                asked.add(methods(proxy, before));
            }
            // A busy node that has no receipt yet is asked again, and so it is the least of ten that says what is
            // needed.
            Map<String, Long> least = asked.stream()
                    .min(Comparator.comparingLong(TenTradesTest::sum))
                    .orElseThrow();
            assertTrue(sum(least) <= MOST_REQUESTS, asked.toString());
            assertEquals(2, least.get("eth_sendRawTransaction"), "an allowance and a swap");
        }
    }

    private static long sum(Map<String, Long> requests) {
        return requests.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<String, Long> methods(FaultProxy proxy, int from) {
        return proxy.received().subList(from, proxy.received().size()).stream()
                .collect(Collectors.groupingBy(method -> method, TreeMap::new, Collectors.counting()));
    }
}
