package org.evenkeel.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class MarketDataSetTest {
    private static final int THREADS = 16;
    private static final TradingPair WETH_USDC = Pairs.quoted(1, "WETH", "USDC");
    private static final TradingPair UNI_WETH = Pairs.quoted(2, "UNI", "WETH");
    private static final Map<TradingPair, Candles> CANDLES =
            Markets.of(UNI_WETH, Markets.hourly(0, 1, 2), WETH_USDC, Markets.hourly(0, 1, 2));

    private final List<TradingPair> asked = Collections.synchronizedList(new ArrayList<>());
    private final MarketDataSet data = Markets.dataSet(CANDLES, pairs -> {
        asked.addAll(pairs);
        return pairs.stream().map(CANDLES::get).toList();
    });

    private TradingUniverse universe(String... names) {
        return data.catalog().select(names).build();
    }

    /** Runs a task on many threads at once and gives what each came back with. */
    static <T> List<T> together(Callable<T> task) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
            Callable<T> waiting = () -> {
                start.await();
                return task.call();
            };
            List<T> results = new ArrayList<>();
            for (Future<T> result : pool.invokeAll(Collections.nCopies(THREADS, waiting))) {
                results.add(result.get());
            }
            return results;
        }
    }

    @Test
    void only_the_pairs_of_the_universe_and_those_that_value_their_quotes_are_loaded() {
        data.history(universe("WETH-USDC"));
        assertEquals(List.of(WETH_USDC), asked);
        data.history(universe("UNI-WETH"));
        assertEquals(List.of(WETH_USDC, UNI_WETH), asked);
    }

    @Test
    void a_pair_is_loaded_once_and_its_history_shared_by_all_universes() {
        MarketHistory one = data.history(universe("UNI-WETH"));
        MarketHistory other = data.history(universe("WETH-USDC", "UNI-WETH"));
        assertEquals(2, asked.size());
        assertSame(one.of(UNI_WETH), other.of(UNI_WETH));
    }

    @Test
    void a_history_that_is_given_stands_for_that_of_the_source_and_values_what_is_quoted_in_it() {
        MarketHistory other = new MarketHistory(
                universe("WETH-USDC"), Map.of(WETH_USDC, new PairHistory(WETH_USDC, Markets.hourly(0, 2, 4))));
        MarketDataSet made = data.with(other);
        assertSame(other.of(WETH_USDC), made.history(universe("WETH-USDC")).of(WETH_USDC));
        double own = CANDLES.get(UNI_WETH).close(1); // there is no candle of WETH in that hour
        MarketHistory both = made.history(universe("UNI-WETH", "WETH-USDC"));
        assertEquals(
                own * other.of(WETH_USDC).candles().close(0),
                both.of(UNI_WETH).candles().close(1));
        assertEquals(List.of(UNI_WETH), asked);
    }

    @Test
    void many_threads_that_ask_at_once_load_each_pair_once() throws Exception {
        List<MarketHistory> histories = together(() -> data.history(universe("UNI-WETH", "WETH-USDC")));
        assertEquals(List.of(WETH_USDC, UNI_WETH), asked);
        for (MarketHistory history : histories) {
            assertSame(histories.getFirst().of(UNI_WETH), history.of(UNI_WETH));
        }
    }

    @Test
    void many_threads_that_read_an_indicator_at_once_compute_it_once() throws Exception {
        AtomicInteger computations = new AtomicInteger();
        CyclicBarrier lookUps = new CyclicBarrier(THREADS);
        record Counting(Interval interval, AtomicInteger count, CyclicBarrier lookUps) implements Indicator {
            @Override
            public double[] compute(Candles candles) {
                if (candles.size() == 3) {
                    count.incrementAndGet();
                }
                return candles.prices().closes().clone();
            }

            // A thread looks the column up, then computes it: waiting at each step, all find it missing.
            @Override
            public int hashCode() {
                try {
                    lookUps.await(1, TimeUnit.MINUTES);
                } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                    throw new IllegalStateException(e);
                }
                return 1;
            }
        }
        PairHistory history = data.history(universe("WETH-USDC")).of(WETH_USDC);
        Counting indicator = new Counting(Interval.HOURLY, computations, lookUps);
        List<double[]> columns = together(() -> history.column(indicator));
        assertEquals(1, computations.get());
        columns.forEach(column -> assertSame(columns.getFirst(), column));
        List<Candles> days = together(() -> history.candles(Interval.DAILY));
        days.forEach(candles -> assertSame(days.getFirst(), candles));
    }

    @Test
    void a_universe_of_another_data_set_is_refused() {
        TradingPair alien = Pairs.usd(1, "WETH", "DAI");
        MarketDataSet other = Markets.dataSet(Map.of(alien, Markets.hourly(0)));
        TradingUniverse foreign = other.catalog().selectAll().build();
        String message =
                assertThrows(DataException.class, () -> data.history(foreign)).getMessage();
        assertTrue(message.contains("WETH-DAI") && message.contains("data set test"), message);
    }

    @Test
    void a_source_that_gives_too_few_candles_is_refused() {
        MarketDataSet faulty = Markets.dataSet(CANDLES, pairs -> List.of());
        TradingUniverse all = faulty.catalog().selectAll().build();
        String message =
                assertThrows(DataException.class, () -> faulty.history(all)).getMessage();
        assertTrue(message.contains("0 pairs when asked for 2"), message);
    }

    @Test
    void a_fault_of_the_source_reaches_the_caller_and_the_next_attempt_loads() {
        AtomicInteger attempts = new AtomicInteger();
        MarketDataSet flaky = Markets.dataSet(CANDLES, pairs -> {
            if (attempts.getAndIncrement() == 0) {
                throw new DataException("the disk is gone");
            }
            return pairs.stream().map(CANDLES::get).toList();
        });
        TradingUniverse all = flaky.catalog().selectAll().build();
        assertThrows(DataException.class, () -> flaky.history(all));
        assertEquals(3, flaky.history(all).of(UNI_WETH).candles().size());
    }
}
