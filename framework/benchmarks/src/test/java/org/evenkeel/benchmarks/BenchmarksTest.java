package org.evenkeel.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.evenkeel.api.port.Quote;
import org.evenkeel.market.Candles;
import org.evenkeel.metrics.Metric;
import org.evenkeel.metrics.PerformanceReport;
import org.evenkeel.onchain.pool.Swap;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.junit.jupiter.api.Test;

/** Each benchmark once: what is checked before it is measured holds, and what it does succeeds. */
final class BenchmarksTest {
    @Test
    void backtests_of_ten_and_of_a_hundred_pairs_end_with_a_valuation() {
        OneBacktest benchmark = new OneBacktest();
        assertTrue(benchmark.tenPairs(new OneBacktest.TenPairs()).getLast() instanceof Event.Valued);
        assertTrue(benchmark.hundredPairs(new OneBacktest.HundredPairs()).getLast() instanceof Event.Valued);
    }

    @Test
    void the_sweep_gives_a_row_for_each_set() throws Exception {
        ParameterSweep.Sweep sweep = new ParameterSweep.Sweep();
        try {
            List<Map<String, String>> sets = sweep.first(20);
            assertEquals(
                    sets,
                    ParameterSweep.rows(sweep, sets).stream()
                            .map(ParameterSweep.Row::set)
                            .toList());
        } finally {
            sweep.end();
        }
    }

    @Test
    void a_snapshot_is_written_and_read() {
        StateSnapshot benchmark = new StateSnapshot();
        StateSnapshot.DurableStore store = new StateSnapshot.DurableStore();
        store.value();
        benchmark.writeDurably(store);
        store.end();
        StateSnapshot.SavedState saved = new StateSnapshot.SavedState();
        assertEquals(5_000, Trial.trades(benchmark.read(saved).book(Ledger.MAIN_BOOK)));
        saved.end();
    }

    @Test
    void a_run_is_appended_to_a_journal_as_often_as_wanted() {
        JournalAppend benchmark = new JournalAppend();
        JournalAppend.FastStore store = new JournalAppend.FastStore();
        for (int round = 0; round < 2; round++) {
            store.begin();
            benchmark.cycle(store);
        }
        store.end();
    }

    @Test
    void a_file_of_ten_pairs_is_read() {
        ParquetReading.TenPairs saved = new ParquetReading.TenPairs();
        assertEquals(10, new ParquetReading().tenPairs(saved).universe().pairs().size());
        saved.end();
    }

    @Test
    void a_column_has_a_value_for_each_candle() {
        assertEquals(MadeUpMarket.HOURS, new IndicatorColumns().column(new IndicatorColumns.OnePair()).length);
    }

    @Test
    void the_best_of_more_pairs_is_no_worse() {
        CrossoverPairs benchmark = new CrossoverPairs();
        CrossoverPairs.Days days = new CrossoverPairs.Days();
        assertTrue(benchmark.pairs20100(days) >= benchmark.pairs190(days));
        assertTrue(Double.isFinite(benchmark.pairs380Hourly(new CrossoverPairs.Hours())));
    }

    @Test
    void the_metrics_are_those_of_the_curves() {
        PerformanceReport report = new AllMetrics().all(new AllMetrics.Curves());
        Candles candles = MadeUpMarket.candles(MadeUpPairs.of(10)).getFirst();
        double expected = candles.close(candles.size() - 1) / candles.open(0) - 1;
        assertEquals(expected, report.find(Metric.TOTAL_RETURN).orElseThrow(), 1e-12);
    }

    @Test
    void two_hundred_assets_get_weights_that_add_up() {
        TwoHundredAssets benchmark = new TwoHundredAssets();
        TwoHundredAssets.Market market = new TwoHundredAssets.Market();
        assertEquals(1, Arrays.stream(benchmark.minimumVariance(market)).sum(), 1e-12);
        assertEquals(1, Arrays.stream(benchmark.maximumSharpe(market)).sum(), 1e-12);
    }

    @Test
    void quotes_bring_less_than_the_mid_price() {
        LocalQuotes benchmark = new LocalQuotes();
        LocalQuotes.Pools pools = new LocalQuotes.Pools();
        for (Swap swap : List.of(
                benchmark.constantProduct(pools), benchmark.withinARange(pools), benchmark.acrossTwentyTicks(pools))) {
            assertTrue(swap.amountOut().compareTo(swap.amountIn()) < 0, swap.toString());
        }
    }

    @Test
    void quotes_of_a_market_are_within_a_percent_of_its_price_and_never_the_same_twice() {
        MarketQuotes benchmark = new MarketQuotes();
        MarketQuotes.Market market = new MarketQuotes.Market();
        Quote bought = benchmark.buy(market);
        Quote sold = benchmark.sell(market);
        assertTrue(bought.quantity() < bought.value() && bought.quantity() > bought.value() * 0.99, bought.toString());
        assertTrue(sold.value() < sold.quantity() && sold.value() > sold.quantity() * 0.99, sold.toString());
        assertTrue(benchmark.buy(market).value() > bought.value());
    }

    @Test
    void routes_over_two_hundred_pools_bring_no_less_in_parts() {
        RouteSearch benchmark = new RouteSearch();
        RouteSearch.Pools pools = new RouteSearch.Pools();
        BigInteger single = benchmark.denseWithoutParts(pools).amountOut();
        assertTrue(benchmark.dense(pools).amountOut().compareTo(single) > 0);
        assertEquals(
                benchmark.dense(pools).amountIn(), benchmark.amongHubs(pools).amountIn());
    }
}
