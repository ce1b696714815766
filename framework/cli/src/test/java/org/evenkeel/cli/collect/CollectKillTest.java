package org.evenkeel.cli.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.evenkeel.data.growing.GrowingDataSet;
import org.evenkeel.market.CandleSink;
import org.evenkeel.market.CandleTail;
import org.evenkeel.market.Interval;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.collect.CandleCollector;
import org.evenkeel.onchain.collect.ChainPlan;
import org.evenkeel.onchain.collect.CollectListener;
import org.evenkeel.onchain.collect.CollectedPool;
import org.evenkeel.onchain.collect.PoolFinder;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.testkit.Failpoints;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Ends a collection anywhere, starts it again, and holds every byte of its data set against one that was never ended. */
final class CollectKillTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31339, TradedChain.GENESIS);

    private static final int HOURS = 4;

    @TempDir
    private Path folder;

    private TradedChain traded;
    private ChainClient client;
    private List<CollectedPool> pools;

    @BeforeEach
    void trade() {
        traded = new TradedChain(CHAIN);
        // Over the end of a month, so that two files are written.
        traded.trade(-HOURS / 2, HOURS / 2, 3);
        client = traded.client(CHAIN.url().toString());
        PoolFinder finder = traded.finder(client);
        BlockRef head = client.head();
        pools = List.of(
                finder.pool(head, new Address(traded.wethUsdc.address()), Optional.empty(), 1),
                finder.pool(head, new Address(traded.tokenWeth.address()), Optional.empty(), 2));
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    private static Instant begin() {
        return TradedChain.BEGIN.minus(Duration.ofHours(HOURS / 2));
    }

    /** What a run does as time goes by. */
    private void run(Path data, ChainClient through, CandleSink sink) {
        List<ChainPlan.Wanted> wanted = pools.stream()
                .map(pool -> new ChainPlan.Wanted(pool, begin().toEpochMilli()))
                .toList();
        ChainPlan plan = new ChainPlan(through, 0, wanted, pools);
        try (CandleCollector collector = CandleCollector.open(data, sink, List.of(plan), Interval.HOURLY)) {
            for (int hour = 2; hour <= HOURS; hour += 2) {
                collector.collectTo(begin().plus(Duration.ofHours(hour)), CollectListener.NONE);
            }
        }
    }

    private GrowingDataSet opened(Path data) {
        return GrowingDataSet.exists(data)
                ? GrowingDataSet.open(data)
                : GrowingDataSet.create(
                        data,
                        "pools",
                        Interval.HOURLY,
                        pools.stream().map(CollectedPool::pair).toList());
    }

    private static SortedMap<String, String> bytes(Path data) {
        try (Stream<Path> files = Files.list(data)) {
            SortedMap<String, String> all = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(file.getFileName().toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SortedMap<String, String> uninterrupted() {
        Path data = folder.resolve("uninterrupted");
        run(data, client, opened(data));
        SortedMap<String, String> bytes = bytes(data);
        assertEquals(
                List.of("collected-2024-02.parquet", "collected-2024-03.parquet", "pairs.json"),
                List.copyOf(bytes.keySet()));
        return bytes;
    }

    @Test
    void a_run_that_ends_anywhere_and_is_started_again_leaves_the_same_bytes() {
        SortedMap<String, String> expected = uninterrupted();
        int point = 0;
        boolean ended = true;
        while (ended) {
            point++;
            Path data = folder.resolve("ended-" + point);
            Failpoints points = Failpoints.endingAt(point);
            try {
                run(data, points.around(ChainClient.class, client), points.around(CandleSink.class, opened(data)));
                ended = false;
            } catch (Failpoints.Ended killed) {
                run(data, client, opened(data));
            }
            assertEquals(
                    expected,
                    bytes(data),
                    "ended at " + point + ": " + points.reached().getLast());
        }
        assertTrue(point > 40, "only " + point + " points");
    }

    @Test
    void a_write_that_breaks_off_between_two_pairs_is_made_good() {
        SortedMap<String, String> expected = uninterrupted();
        Path data = folder.resolve("half");
        List<CandleTail> broken = new ArrayList<>();
        try {
            run(data, client, tails -> {
                opened(data).replace(tails.subList(0, 1));
                broken.addAll(tails);
                throw new Failpoints.Ended();
            });
        } catch (Failpoints.Ended killed) {
            assertEquals(2, broken.size());
        }
        run(data, client, opened(data));
        assertEquals(expected, bytes(data));
    }

    @Test
    void control_a_sink_that_answers_before_it_has_kept_loses_candles() {
        SortedMap<String, String> expected = uninterrupted();
        boolean lost = false;
        for (int point = 1; !lost && point < 200; point++) {
            Path data = folder.resolve("late-" + point);
            GrowingDataSet kept = opened(data);
            List<CandleTail> pending = new ArrayList<>();
            Failpoints points = Failpoints.endingAt(point);
            CandleSink late = tails -> {
                if (!pending.isEmpty()) {
                    kept.replace(List.copyOf(pending));
                    pending.clear();
                }
                pending.addAll(tails);
            };
            try {
                run(data, points.around(ChainClient.class, client), late);
            } catch (Failpoints.Ended killed) {
                run(data, client, opened(data));
            }
            lost = !expected.equals(bytes(data));
        }
        assertTrue(lost);
    }
}
