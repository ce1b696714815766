package org.evenkeel.research;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.evenkeel.indicators.Crossings;
import org.evenkeel.indicators.Rolling;
import org.evenkeel.metrics.Metric;
import org.evenkeel.metrics.MetricsOptions;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

final class CrossoverSweepTest {
    private static final MetricsOptions DAYS = MetricsOptions.DEFAULT.withPeriodsPerYear(252);

    private static Vectorised rule(int fast, int slow) {
        return prices -> {
            int assets = prices.assets().size();
            boolean[][] entries = new boolean[assets][];
            boolean[][] exits = new boolean[assets][];
            for (int asset = 0; asset < assets; asset++) {
                entries[asset] = prices.signals(
                        asset, closes -> Crossings.above(Rolling.mean(closes, fast), Rolling.mean(closes, slow)));
                exits[asset] = prices.signals(
                        asset, closes -> Crossings.below(Rolling.mean(closes, fast), Rolling.mean(closes, slow)));
            }
            return SignalOrders.of(entries, exits);
        };
    }

    @SeededTest
    void every_pair_gives_what_its_simulation_gives_gaps_and_all(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PriceTable prices = Walks.closes(random);
        Costs costs = Walks.costs(random);
        int[] windows = {1, 2, 3, 5, 8, 40, 150, 250};
        CrossoverSweep.Result[] results = new CrossoverSweep(prices, costs, 252).run(windows);
        assertEquals(windows.length * (windows.length - 1) / 2, results.length);
        for (CrossoverSweep.Result result : results) {
            Simulation simulation = Simulation.of(rule(result.fast(), result.slow()), prices, new Account(1000, costs));
            List<AssetFigures> figures = AssetFigures.of(simulation, DAYS);
            for (int asset = 0; asset < figures.size(); asset++) {
                AssetFigures one = figures.get(asset);
                String what = result.fast() + "/" + result.slow() + " of asset " + asset;
                assertEquals(one.positions(), result.positions()[asset], what);
                assertEquals(
                        one.report().find(Metric.TOTAL_RETURN).orElseThrow(), result.totalReturns()[asset], 1e-9, what);
                assertEquals(one.report().find(Metric.SHARPE).orElse(Double.NaN), result.sharpes()[asset], 1e-8, what);
            }
            assertEquals(AssetFigures.meanSharpe(figures).orElse(Double.NaN), result.meanSharpe(), 1e-8);
            assertEquals(AssetFigures.meanTotalReturn(figures).orElseThrow(), result.meanTotalReturn(), 1e-9);
        }
    }

    @Test
    void windows_that_do_not_fit_into_memory_at_once_give_the_same() {
        PriceTable prices = Walks.closes(new SplittableRandom(3));
        CrossoverSweep sweep = new CrossoverSweep(prices, Costs.NONE, 252);
        int[] windows = IntStream.range(1, 400).toArray();
        List<CrossoverSweep.Result> handed = new ArrayList<>();
        sweep.run(windows, windows, handed::add);
        assertEquals(399 * 398 / 2, handed.size());
        CrossoverSweep.Result some = handed.get(70_000);
        CrossoverSweep.Result alone = sweep.run(some.fast(), some.slow())[0];
        assertArrayEquals(alone.totalReturns(), some.totalReturns());
    }

    @Test
    void a_window_of_nothing_is_refused() {
        CrossoverSweep sweep = new CrossoverSweep(Walks.one(1, 2, 3), Costs.NONE, 252);
        assertThrows(IllegalArgumentException.class, () -> sweep.run(0, 2));
    }
}
