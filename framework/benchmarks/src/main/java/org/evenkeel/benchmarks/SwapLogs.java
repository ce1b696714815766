package org.evenkeel.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.evenkeel.data.growing.GrowingDataSet;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Exchange;
import org.evenkeel.market.FeeMode;
import org.evenkeel.market.Interval;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.collect.CandleCollector;
import org.evenkeel.onchain.collect.ChainPlan;
import org.evenkeel.onchain.collect.CollectListener;
import org.evenkeel.onchain.collect.CollectedPool;
import org.evenkeel.onchain.collect.PoolReport;
import org.evenkeel.onchain.dex.Dex;
import org.evenkeel.onchain.dex.PoolRef;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.ChainSettings;
import org.evenkeel.onchain.rpc.Endpoint;
import org.evenkeel.onchain.rpc.RpcLimits;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * 100,500 swaps in 67 hours, half of them in a v2 pair and half in a v3 pool, from the answers of a node on this machine into Parquet. What the
 * node takes, which only puts strings together, is in it; the first of a process is what a user sees.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 3)
@Fork(3)
public class SwapLogs {
    private static final Chain ETHEREUM = new Chain("ethereum", 1);
    private static final Address NOBODY = new Address("0x" + "dd".repeat(20));

    /** A node, and an empty data set for each time. */
    @State(Scope.Benchmark)
    public static class Recorded {
        private final RecordedNode node = new RecordedNode();
        private final Token weth = new Token(ETHEREUM, "0x" + "11".repeat(20), "WETH", 18);
        private final Token usdc = new Token(ETHEREUM, "0x" + "22".repeat(20), "USDC", 6);
        private final List<CollectedPool> pools = List.of(
                pool(1, RecordedNode.PAIR, new Dex.ConstantProduct("uniswap-v2", NOBODY, NOBODY, 3000)),
                pool(2, RecordedNode.RANGES, new Dex.Concentrated("uniswap-v3", NOBODY, NOBODY)));
        private Path folder = Scratch.folder();

        private CollectedPool pool(long id, String address, Dex dex) {
            Exchange exchange = new Exchange(dex.name(), FeeMode.FROM_INPUT);
            TradingPair pair = new TradingPair(id, exchange, weth, usdc, 30, PriceUnit.USD);
            return new CollectedPool(new PoolRef(dex, new Address(address)), pair);
        }

        /** An empty folder. */
        @Setup(Level.Invocation)
        public void empty() {
            Scratch.delete(folder);
            folder = Scratch.folder();
        }

        /** Ends the node. */
        @TearDown
        public void end() {
            Scratch.delete(folder);
            node.close();
        }
    }

    /** All of them. */
    @Benchmark
    public List<PoolReport> collect(Recorded recorded) {
        RpcLimits unlimited =
                RpcLimits.DEFAULTS.withRequestsPerSecond(1_000_000).withTimeout(Duration.ofMinutes(1));
        ChainSettings settings = ChainSettings.of(ETHEREUM, List.of(Endpoint.of(recorded.node.url())))
                .withLimits(unlimited);
        Instant now = Instant.ofEpochSecond(RecordedNode.end());
        GrowingDataSet data = GrowingDataSet.create(
                recorded.folder,
                "swaps",
                Interval.HOURLY,
                recorded.pools.stream().map(CollectedPool::pair).toList());
        try (ChainClient client = ChainClient.of(settings, () -> now)) {
            List<ChainPlan.Wanted> wanted = recorded.pools.stream()
                    .map(pool -> new ChainPlan.Wanted(pool, 0))
                    .toList();
            ChainPlan plan = new ChainPlan(client, 0, wanted, List.of());
            try (CandleCollector collector =
                    CandleCollector.open(recorded.folder, data, List.of(plan), Interval.HOURLY)) {
                List<PoolReport> reports = collector.collectTo(now, CollectListener.NONE);
                long swaps = reports.stream().mapToLong(PoolReport::swaps).sum();
                Trial.require(swaps == RecordedNode.SWAPS, swaps + " swaps");
                return reports;
            }
        }
    }
}
