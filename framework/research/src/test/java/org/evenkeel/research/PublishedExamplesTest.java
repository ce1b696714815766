package org.evenkeel.research;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.evenkeel.indicators.Crossings;
import org.evenkeel.indicators.Rolling;
import org.evenkeel.metrics.MetricsOptions;
import org.evenkeel.metrics.arrays.Ratios;
import org.evenkeel.metrics.arrays.Returns;
import org.evenkeel.testkit.SharedData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Seven stocks, 2021 to 2025, with figures that were published for them. */
final class PublishedExamplesTest {
    private static final double FEE = 0.001;
    private static final double CASH = 10_000;
    private static final Account ACCOUNT = Account.of(CASH, FEE);

    private PriceTable prices;
    private LocalDate[] dates;

    @BeforeEach
    void read() throws IOException {
        List<String[]> lines = Files.readAllLines(SharedData.path("equities-daily/mag7-spy-adjclose.csv")).stream()
                .map(line -> line.split(","))
                .toList();
        List<String> assets = Arrays.asList(lines.getFirst()).subList(2, 9);
        List<String[]> rows = lines.subList(1, lines.size());
        dates = rows.stream().map(row -> LocalDate.parse(row[0])).toArray(LocalDate[]::new);
        double[][] closes = new double[assets.size()][];
        for (int asset = 0; asset < closes.length; asset++) {
            int column = asset + 2;
            closes[asset] = rows.stream()
                    .mapToDouble(row -> Double.parseDouble(row[column]))
                    .toArray();
        }
        long[] times = Arrays.stream(dates)
                .mapToLong(date -> date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli())
                .toArray();
        prices = new PriceTable(assets, times, closes);
    }

    /** The same size for every asset in some rows. */
    private double[][] sizes(double size, IntPredicate rows) {
        double[][] sizes = new double[prices.assets().size()][prices.rows()];
        for (double[] column : sizes) {
            Arrays.setAll(column, row -> rows.test(row) ? size : Double.NaN);
        }
        return sizes;
    }

    private boolean beginsMonth(int row) {
        return row == 0 || dates[row].getMonthValue() != dates[row - 1].getMonthValue();
    }

    private boolean beginsQuarter(int row) {
        return beginsMonth(row) && dates[row].getMonthValue() % 3 == 1;
    }

    private double[] totals(Simulation simulation) {
        double[] totals = new double[prices.assets().size()];
        Arrays.setAll(totals, asset -> {
            double[] equity = simulation.equity(asset);
            return equity[equity.length - 1] / simulation.initialCash(asset) - 1;
        });
        return totals;
    }

    @Test
    void buy_and_hold_earns_what_was_published() {
        Simulation held =
                Simulation.fromOrders(prices, SizedOrders.of(sizes(1, row -> row == 0), SizeType.PERCENT), ACCOUNT);
        double[] totals = totals(held);
        assertEquals(List.of("AAPL", "MSFT", "GOOGL", "AMZN", "NVDA", "META", "TSLA"), prices.assets());
        double[] published = {1.155900, 1.312963, 2.650362, 0.447231, 13.247730, 1.469089, 0.846900};
        for (int asset = 0; asset < published.length; asset++) {
            assertEquals(published[asset], totals[asset], 5e-7, prices.assets().get(asset));
        }
        assertEquals(3.0186, Arrays.stream(totals).average().orElseThrow(), 5e-5);
    }

    @Test
    void a_savings_plan_earns_what_was_published() {
        double value = 100;
        long months =
                IntStream.range(0, prices.rows()).filter(this::beginsMonth).count();
        assertEquals(60, months);
        double saved = 7 * months * value;
        SizedOrders orders =
                SizedOrders.of(sizes(value, this::beginsMonth), SizeType.VALUE).with(Books.shared(CallOrder.GIVEN));
        Simulation plan = Simulation.fromOrders(prices, orders, Account.of(2 * saved, FEE));
        double[] equity = plan.equity();
        assertEquals(1.4506, (equity[equity.length - 1] - 2 * saved) / saved, 5e-5);
    }

    @Test
    void a_quarterly_rebalance_of_shared_cash_earns_what_was_published() {
        assertEquals(2.436469, quarterly(CallOrder.GIVEN), 5e-7);
        // Worked out by a loop of its own, apart from this code.
        assertEquals(2.5305888493, quarterly(CallOrder.SELLS_FIRST), 1e-9);
    }

    private double quarterly(CallOrder order) {
        SizedOrders orders = SizedOrders.of(sizes(1.0 / 7, this::beginsQuarter), SizeType.TARGET_PERCENT)
                .with(Books.shared(order));
        double[] equity = Simulation.fromOrders(prices, orders, ACCOUNT).equity();
        return equity[equity.length - 1] / CASH - 1;
    }

    private Simulation crossover(int fast, int slow) {
        boolean[][] entries = new boolean[7][];
        boolean[][] exits = new boolean[7][];
        for (int asset = 0; asset < 7; asset++) {
            double[] quick = Rolling.mean(prices.closes()[asset], fast);
            double[] calm = Rolling.mean(prices.closes()[asset], slow);
            entries[asset] = Crossings.above(quick, calm);
            exits[asset] = Crossings.below(quick, calm);
        }
        return Simulation.fromSignals(prices, SignalOrders.of(entries, exits), ACCOUNT);
    }

    @Test
    void a_crossover_of_averages_earns_what_was_published() {
        Simulation crossed = crossover(10, 50);
        double[] totals = totals(crossed);
        assertEquals(1.2886, Arrays.stream(totals).average().orElseThrow(), 5e-5);
        assertEquals(4.7030, totals[4], 5e-5);
        List<AssetFigures> figures = AssetFigures.of(crossed, MetricsOptions.DEFAULT.withPeriodsPerYear(252));
        assertEquals(17, figures.get(4).positions());
        assertEquals(1.2886, AssetFigures.meanTotalReturn(figures).orElseThrow(), 5e-5);
    }

    @Test
    void of_190_pairs_of_windows_the_best_is_the_published_one() {
        double best = Double.NEGATIVE_INFINITY;
        String windows = "";
        int pairs = 0;
        for (int fast = 10; fast < 50; fast += 2) {
            for (int slow = fast + 2; slow < 50; slow += 2) {
                Simulation crossed = crossover(fast, slow);
                double mean = 0;
                for (int asset = 0; asset < 7; asset++) {
                    mean += Ratios.sharpe(Returns.simple(crossed.equity(asset)), 252) / 7;
                }
                windows = mean > best ? fast + "/" + slow : windows;
                best = Math.max(best, mean);
                pairs++;
            }
        }
        assertEquals(190, pairs);
        assertEquals("14/36", windows);
        assertEquals(0.70, best, 5e-3);
    }

    @Test
    void the_fused_sweep_gives_what_each_simulation_gives() {
        CrossoverSweep.Result[] results = new CrossoverSweep(prices, FEE, 252)
                .run(IntStream.iterate(10, window -> window < 50, window -> window + 2)
                        .toArray());
        assertEquals(190, results.length);
        CrossoverSweep.Result best = results[0];
        for (CrossoverSweep.Result result : results) {
            Simulation crossed = crossover(result.fast(), result.slow());
            double[] totals = totals(crossed);
            for (int asset = 0; asset < 7; asset++) {
                assertEquals(totals[asset], result.totalReturns()[asset], 1e-9);
                double sharpe = Ratios.sharpe(Returns.simple(crossed.equity(asset)), 252);
                assertEquals(sharpe, result.sharpes()[asset], 1e-9);
            }
            best = result.meanSharpe() > best.meanSharpe() ? result : best;
        }
        assertEquals("14/36", best.fast() + "/" + best.slow());
    }
}
