package org.evenkeel.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.Success$;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.evenkeel.strategies.SmaCrossover;
import org.evenkeel.strategies.WeeklyMomentum;
import org.evenkeel.sweep.remote.ClusterException;
import org.evenkeel.sweep.search.FullSearch;
import org.evenkeel.sweep.subject.StrategySubject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps on a real master with two workers, in processes of their own. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class StandaloneTest {
    private static final Map<String, String> PAIRS = Map.of("pairs", "WETH-USDC,WBNB-BUSD,WMATIC-USDC,WAVAX-USDC");
    private static final Map<String, String> SMALL =
            Map.of("spark.executor.memory", "512m", "spark.task.maxFailures", "2");

    @TempDir
    private static Path folder;

    private static Market market;
    private static Standalone standalone;

    private final List<String> notes = Collections.synchronizedList(new ArrayList<>());

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        market = Market.in(Files.createDirectory(folder.resolve("market")));
        standalone = Standalone.start(Files.createDirectory(folder.resolve("cluster")), 2);
    }

    @AfterAll
    static void stop() {
        standalone.close();
    }

    @BeforeEach
    void useLittleMemory() {
        SMALL.forEach(System::setProperty);
    }

    @AfterEach
    void forgetIt() {
        SMALL.keySet().forEach(System::clearProperty);
    }

    private SparkCluster connect() {
        return SparkCluster.connect(MasterAddress.parse(standalone.address()), Patience.USUAL, notes::add);
    }

    @Test
    void executors_that_have_nothing_but_spark_give_the_rows_of_one_machine_in_either_form() {
        StrategySubject engine = market.engine(WeeklyMomentum.class, PAIRS);
        StrategySubject vectorised = market.vectorised(SmaCrossover.class, PAIRS);
        FullSearch momentum = new FullSearch(Market.grid("topCount=1:4", "threshold=0:0.05:0.01"));
        FullSearch crossover = new FullSearch(Market.grid("fast=2:9", "slow=2:40"));
        try (SparkCluster spark = connect()) {
            assertEquals(2, spark.cores());
            assertEquals(
                    market.here(engine, momentum).trials(),
                    market.on(spark, engine, momentum).trials());
            assertEquals(
                    market.here(vectorised, crossover).trials(),
                    market.on(spark, vectorised, crossover).trials());
        }
        assertEquals(List.of(), notes);
    }

    @Test
    void a_worker_that_is_killed_half_way_costs_the_batch_that_it_was_at_and_no_row() throws Exception {
        Path gate = Files.createDirectory(folder.resolve("gate"));
        Files.createDirectory(gate.resolve(Mortal.MADE));
        Files.createFile(gate.resolve(Mortal.VICTIM));
        Map<String, String> fixed = Map.of("gate", gate.toString(), "fatal", "200", "way", "waits");
        StrategySubject subject = market.engine(Mortal.class, fixed);
        FullSearch search = new FullSearch(Market.grid("dollars=1:400"));
        Outcomes outcomes = new Outcomes();
        Market.Swept there;
        try (SparkCluster spark = connect()) {
            spark.listen(outcomes);
            CompletableFuture<Void> murder = CompletableFuture.runAsync(() -> killTheWorkerOf(gate));
            there = market.on(spark, subject, search);
            murder.get(60, TimeUnit.SECONDS);
        }
        Map<String, Long> made = timesMade(gate);
        List<Integer> twice = made.keySet().stream()
                .filter(run -> made.get(run) > 1)
                .map(Integer::valueOf)
                .sorted()
                .toList();
        assertEquals(400, made.size());
        assertEquals(1, outcomes.lost.get());
        assertTrue(twice.contains(200), () -> twice + " were made twice");
        assertTrue(
                made.values().stream().allMatch(times -> times <= 2)
                        && twice.getLast() - twice.getFirst() == twice.size() - 1,
                () -> twice + " were made twice, and not one batch");
        assertEquals(1, notes.size(), notes::toString);
        assertTrue(notes.getFirst().endsWith("What it was at is made again by others."), notes::toString);
        // The victim is dead, and the gate is open: runs made here live.
        assertEquals(market.here(subject, search).trials(), there.trials());
        standalone.addWorker();
    }

    @Test
    void runs_that_end_one_executor_after_another_end_the_sweep_with_what_to_do() {
        StrategySubject subject = market.engine(Mortal.class, Map.of("fatal", "5", "way", "halts"));
        FullSearch search = new FullSearch(Market.grid("dollars=1:8"));
        try (SparkCluster spark = connect()) {
            ClusterException failure = assertThrows(ClusterException.class, () -> market.on(spark, subject, search));
            assertTrue(failure.getMessage().startsWith("The same runs ended several executors"), failure::getMessage);
            assertTrue(failure.getMessage().contains("-Dspark.executor.memory"), failure::getMessage);
        }
    }

    @Test
    void executors_that_cannot_start_are_given_up_and_their_log_is_named() {
        System.setProperty("spark.executor.extraJavaOptions", "-javaagent:/no/such.jar");
        try {
            ClusterException failure = assertThrows(ClusterException.class, this::connect);
            assertTrue(failure.getMessage().contains("ended before they could be used"), failure::getMessage);
            assertTrue(failure.getMessage().contains("/0/stderr"), failure::getMessage);
        } finally {
            System.clearProperty("spark.executor.extraJavaOptions");
        }
    }

    @Test
    void a_cluster_without_room_is_waited_for_with_a_note_and_then_given_up() {
        System.setProperty("spark.executor.memory", "900g");
        Duration short_ = Duration.ofMillis(200);
        ClusterException failure = assertThrows(
                ClusterException.class,
                () -> SparkCluster.connect(
                        MasterAddress.parse(standalone.address()),
                        new Patience(Duration.ofSeconds(15), short_, short_, short_),
                        notes::add));
        assertTrue(failure.getMessage().startsWith("There has been no executor"), failure::getMessage);
        assertEquals(1, notes.size());
    }

    private static void killTheWorkerOf(Path gate) {
        Path pid = gate.resolve(Mortal.PID);
        try (WatchService watch = FileSystems.getDefault().newWatchService()) {
            gate.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (!Files.exists(pid)) {
                WatchKey key = watch.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (key == null) {
                    throw new IllegalStateException("No executor came to its fatal run.");
                }
                key.pollEvents();
                key.reset();
            }
            standalone.workerOf(Long.parseLong(Files.readString(pid))).destroyForcibly();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Long> timesMade(Path gate) throws IOException {
        try (Stream<Path> files = Files.list(gate.resolve(Mortal.MADE))) {
            return files.collect(
                    Collectors.groupingBy(file -> file.getFileName().toString().split("-")[0], Collectors.counting()));
        }
    }

    /** Counts tasks that did not come to their end. */
    private static final class Outcomes extends SparkListener {
        private final AtomicInteger lost = new AtomicInteger();

        @Override
        public void onTaskEnd(SparkListenerTaskEnd event) {
            if (!event.reason().equals(Success$.MODULE$)) {
                lost.incrementAndGet();
            }
        }
    }
}
