package org.evenkeel.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.evenkeel.market.DataException;
import org.evenkeel.strategies.SmaCrossover;
import org.evenkeel.strategies.WeeklyMomentum;
import org.evenkeel.sweep.ReturnsSample;
import org.evenkeel.sweep.Runner;
import org.evenkeel.sweep.SweepWatch;
import org.evenkeel.sweep.Trial;
import org.evenkeel.sweep.remote.ClusterException;
import org.evenkeel.sweep.remote.StrategyCode;
import org.evenkeel.sweep.remote.Work;
import org.evenkeel.sweep.search.EvolutionSearch;
import org.evenkeel.sweep.search.FullSearch;
import org.evenkeel.sweep.subject.StrategySubject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps through Spark in this process: what they give, without the machines. */
final class LocalSparkTest {
    private static final Map<String, String> PAIRS = Map.of("pairs", "WETH-USDC,WBNB-BUSD,WMATIC-USDC,WAVAX-USDC");

    @TempDir
    private static Path folder;

    private static Market market;
    private static SparkCluster spark;
    private static final List<String> NOTES = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        market = Market.in(folder);
        spark = SparkCluster.connect(MasterAddress.parse("local[2]"), Patience.USUAL, NOTES::add);
    }

    @AfterAll
    static void stop() {
        spark.close();
    }

    @Test
    void it_runs_on_as_many_cores_as_were_asked_for() {
        assertEquals(2, spark.cores());
    }

    @Test
    void a_sweep_of_the_engine_gives_the_rows_and_returns_that_it_gives_without_spark() {
        StrategySubject subject = market.engine(WeeklyMomentum.class, PAIRS);
        FullSearch search = new FullSearch(Market.grid("topCount=1:4", "threshold=0:0.05:0.01"));
        Market.Swept here = market.here(subject, search);
        Market.Swept there = market.on(spark, subject, search);
        assertEquals(24, here.trials().size());
        assertEquals(here.trials(), there.trials());
        assertEquals(here.result().counts(), there.result().counts());
        assertSame(here.result().sample(), there.result().sample());
    }

    @Test
    void a_sweep_of_the_vectorised_form_gives_the_rows_that_it_gives_without_spark() {
        StrategySubject subject = market.vectorised(SmaCrossover.class, PAIRS);
        FullSearch search = new FullSearch(Market.grid("fast=2:9", "slow=2:40"));
        Market.Swept here = market.here(subject, search);
        Market.Swept there = market.on(spark, subject, search);
        assertTrue(here.trials().size() > 200);
        assertEquals(here.trials(), there.trials());
        assertEquals(here.result().counts(), there.result().counts());
    }

    @Test
    void an_evolution_goes_the_same_way_round_by_round() {
        StrategySubject subject = market.vectorised(SmaCrossover.class, PAIRS);
        EvolutionSearch search = new EvolutionSearch(Market.grid("fast=2:30", "slow=2:60"), 150, 3);
        Market.Swept here = market.here(subject, search);
        assertTrue(here.trials().size() > 60);
        assertEquals(here.trials(), market.on(spark, subject, search).trials());
    }

    @Test
    void a_run_that_throws_is_a_failed_run_and_the_sweep_goes_on() {
        Map<String, String> fixed = Map.of("fatal", "7", "way", "throws");
        StrategySubject subject = market.engine(Mortal.class, fixed);
        FullSearch search = new FullSearch(Market.grid("dollars=1:12"));
        Market.Swept there = market.on(spark, subject, search);
        assertEquals(market.here(subject, search).trials(), there.trials());
        assertEquals(1, there.result().counts().failed().size());
    }

    @Test
    void curves_come_back_of_those_runs_alone_that_are_sampled() {
        StrategySubject subject = market.engine(Mortal.class, Map.of());
        List<Trial> trials = new ArrayList<>();
        spark.runner(market.work(subject), 6_000).run(tasks(12), trials::add);
        List<Long> withCurve = trials.stream()
                .filter(trial -> ((Trial.Done) trial).curve().isPresent())
                .map(Trial::number)
                .toList();
        assertEquals(List.of(0L, 3L, 6L, 9L), withCurve);
    }

    @Test
    void a_sweep_that_is_ended_finishes_what_it_has_begun_and_keeps_the_order() {
        StrategySubject subject = market.vectorised(SmaCrossover.class, PAIRS);
        AtomicInteger done = new AtomicInteger();
        SweepWatch watch = new SweepWatch() {
            @Override
            public void runDone(Trial trial) {
                assertEquals(done.getAndIncrement(), trial.number());
            }

            @Override
            public boolean ended() {
                return done.get() >= 20;
            }
        };
        FullSearch search = new FullSearch(Market.grid("fast=2:200", "slow=2:400"));
        Market.Swept swept = market.sweep(subject, search, spark.runner(market.work(subject), search.most()), watch);
        assertTrue(swept.result().counts().ended());
        assertTrue(done.get() >= 20 && done.get() < 40_000, () -> done + " runs were made");
    }

    @Test
    void data_that_executors_cannot_read_is_told_with_host_and_place() {
        StrategySubject subject = market.engine(Mortal.class, Map.of());
        Work known = market.work(subject);
        Work lost = new Work(known.strategy(), new Work.Data("/no/such/folder", "0"), known.runs());
        DataException failure =
                assertThrows(DataException.class, () -> spark.runner(lost, 1).run(tasks(1), trial -> {}));
        assertTrue(failure.getMessage().startsWith("The executor on "), failure::getMessage);
        assertTrue(failure.getMessage().contains("/no/such/folder"), failure::getMessage);
        assertTrue(failure.getMessage().contains("a folder that every worker sees"), failure::getMessage);
    }

    @Test
    void data_that_is_not_that_of_the_driver_is_refused() {
        Work known = market.work(market.engine(Mortal.class, Map.of()));
        Work other = new Work(known.strategy(), new Work.Data(known.data().location(), "another"), known.runs());
        DataException failure =
                assertThrows(DataException.class, () -> spark.runner(other, 1).run(tasks(1), trial -> {}));
        assertTrue(failure.getMessage().contains("its fingerprint is "), failure::getMessage);
    }

    @Test
    void a_strategy_that_executors_do_not_find_is_named() {
        Work work = market.work(
                market.engine(Mortal.class, Map.of()), new StrategyCode("org.example.Missing", Optional.empty()));
        ClusterException failure =
                assertThrows(ClusterException.class, () -> spark.runner(work, 1).run(tasks(1), trial -> {}));
        assertTrue(
                failure.getMessage().contains("does not find the strategy org.example.Missing"), failure::getMessage);
    }

    @Test
    void what_the_caller_throws_is_thrown_on_and_spark_stays_of_use() {
        StrategySubject subject = market.engine(Mortal.class, Map.of());
        Runner runner = spark.runner(market.work(subject), 12);
        assertThrows(
                ArithmeticException.class,
                () -> runner.run(tasks(12), trial -> {
                    throw new ArithmeticException("full");
                }));
        List<Trial> trials = new ArrayList<>();
        runner.run(tasks(12), trials::add);
        assertEquals(12, trials.size());
    }

    private static java.util.Iterator<Runner.Task> tasks(int count) {
        return Tasks.of(count).iterator();
    }

    private static void assertSame(ReturnsSample expected, ReturnsSample found) {
        assertArrayEquals(expected.times(), found.times());
        assertEquals(expected.rows().size(), found.rows().size());
        for (int i = 0; i < expected.rows().size(); i++) {
            assertEquals(expected.rows().get(i).number(), found.rows().get(i).number());
            assertArrayEquals(
                    expected.rows().get(i).returns(), found.rows().get(i).returns());
        }
    }
}
