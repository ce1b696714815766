package org.evenkeel.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.evenkeel.api.Parameters;
import org.evenkeel.api.Strategy;
import org.evenkeel.data.DataSets;
import org.evenkeel.data.importing.ImportOptions;
import org.evenkeel.data.importing.Importer;
import org.evenkeel.market.FeeMode;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.market.TradingPair;
import org.evenkeel.metrics.Metric;
import org.evenkeel.metrics.Metrics;
import org.evenkeel.metrics.MetricsInput;
import org.evenkeel.metrics.MetricsOptions;
import org.evenkeel.metrics.PerformanceReport;
import org.evenkeel.research.LookAhead;
import org.evenkeel.research.OrderReason;
import org.evenkeel.research.Vectorised;
import org.evenkeel.strategies.BuyAndHold;
import org.evenkeel.strategies.DollarCostAveraging;
import org.evenkeel.strategies.EqualWeightRebalance;
import org.evenkeel.strategies.SmaCrossover;
import org.evenkeel.testkit.RandomMarkets;
import org.evenkeel.testkit.SeededTest;
import org.evenkeel.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule gives the same cash, holdings and trades event by event and vectorised. */
final class VectorisedAgreementTest {
    /** Of the equity; the ledger cuts quantities and money off to so many digits. */
    private static final double CLOSE = 1e-9;

    @TempDir
    Path folder;

    /** A market of a hundred days with gaps. */
    private static MarketDataSet made(long seed) {
        return plain(seed, RandomMarkets.seeded(seed).hours(24 * 100));
    }

    /** One without. */
    private static MarketDataSet whole(long seed) {
        return plain(seed, RandomMarkets.seeded(seed).hours(24 * 100).gaps(0));
    }

    /** One with outages of days, and without fees: the ledger takes that of a sale off what it holds. */
    private static MarketDataSet broken(long seed) {
        return PlainMarket.of(
                Outages.of(RandomMarkets.seeded(seed).hours(24 * 100).dataSet(), seed), FeeMode.FROM_INPUT, 0);
    }

    private static MarketDataSet plain(long seed, RandomMarkets market) {
        FeeMode mode = FeeMode.values()[(int) (seed % 2)];
        double feeBps = new SplittableRandom(seed).nextInt(3) * 15;
        return PlainMarket.of(market.dataSet(), mode, feeBps);
    }

    private MarketDataSet stocks(FeeMode mode, double feeBps) {
        Path source = SharedData.path("equities-daily").resolve("mag7-spy-adjclose.csv");
        Path out = folder.resolve(mode + "-" + feeBps);
        Importer.importFiles(List.of(source), ImportOptions.DEFAULTS, out);
        return PlainMarket.of(DataSets.open(out), mode, feeBps);
    }

    private static void assertAgree(Twin twin) {
        double[] cash = twin.simulation().cash();
        double[] equity = twin.simulation().equity();
        for (int row = twin.prices().start(); row < cash.length; row++) {
            assertEquals(twin.books(row).cash(), cash[row], CLOSE * equity[row], "cash at " + at(twin, row));
            assertSameHoldings(twin, row);
        }
        List<Twin.Deal> engine = twin.engineDeals();
        List<Twin.Deal> simulated = twin.simulatedDeals();
        for (int i = 0; i < Math.min(engine.size(), simulated.size()); i++) {
            Twin.Deal one = engine.get(i);
            Twin.Deal other = simulated.get(i);
            String what = "trade " + i + ": " + one + " or " + other;
            assertEquals(one.row(), other.row(), what);
            assertEquals(one.asset(), other.asset(), what);
            assertEquals(one.quantity(), other.quantity(), CLOSE * Math.abs(one.quantity()), what);
            assertEquals(one.fee(), other.fee(), 1e-5 + CLOSE * one.fee(), what);
        }
        assertEquals(engine.size(), simulated.size(), "trades");
        assertTrue(!engine.isEmpty(), "nothing was traded");
    }

    private static void assertSameHoldings(Twin twin, int row) {
        Twin.Books books = twin.books(row);
        for (int asset = 0; asset < twin.pairs().size(); asset++) {
            TradingPair pair = twin.pairs().get(asset);
            double held = books.held().getOrDefault(pair, 0.0);
            double units = twin.simulation().held(asset)[row];
            assertEquals(held, units, CLOSE * Math.max(held, units), pair + " at " + at(twin, row));
        }
    }

    private static String at(Twin twin, int row) {
        return "row " + row + ", " + Instant.ofEpochMilli(twin.prices().times()[row]);
    }

    @SeededTest
    void buy_and_hold(long seed) {
        assertAgree(new Twin(BuyAndHold::new, Map.of("cycle", "1d"), whole(seed), TickTable.TICKS));
        assertAgree(new Twin(BuyAndHold::new, Map.of("cycle", "1h"), made(seed), TickTable.CANDLES));
    }

    @SeededTest
    void equal_weights(long seed) {
        assertAgree(new Twin(EqualWeightRebalance::new, Map.of("cycle", "1d"), made(seed), TickTable.TICKS));
        assertAgree(new Twin(EqualWeightRebalance::new, Map.of("cycle", "1h"), made(seed), TickTable.TICKS));
    }

    @SeededTest
    void cost_averaging(long seed) {
        Map<String, String> modest = Map.of("cycle", "1d", "amount", Double.toString(Twin.CASH / 200));
        assertAgree(new Twin(DollarCostAveraging::new, modest, made(seed), TickTable.TICKS));
        Map<String, String> hourly = Map.of("cycle", "1h", "amount", Double.toString(Twin.CASH / 5000));
        assertAgree(new Twin(DollarCostAveraging::new, hourly, made(seed), TickTable.TICKS));
    }

    /** Through days without any price, in which what is held is worth what it was last traded at. */
    @SeededTest
    void figures_of_many_periods(long seed) {
        for (String cycle : List.of("1h", "1d", "7d")) {
            Map<String, String> modest = Map.of("cycle", cycle, "amount", Double.toString(Twin.CASH / 5000));
            assertSameFigures(new Twin(DollarCostAveraging::new, modest, broken(seed), TickTable.TICKS));
            assertSameFigures(
                    new Twin(EqualWeightRebalance::new, Map.of("cycle", cycle), broken(seed), TickTable.TICKS));
        }
    }

    private static void assertSameFigures(Twin twin) {
        assertAgree(twin);
        PerformanceReport engine = Metrics.of(MetricsInput.of(twin.engineCurve()), MetricsOptions.DEFAULT);
        PerformanceReport simulated =
                Metrics.of(MetricsInput.of(twin.simulation().curve()), MetricsOptions.DEFAULT);
        for (Metric metric : List.of(
                Metric.TOTAL_RETURN, Metric.SHARPE, Metric.VOLATILITY, Metric.SKEW, Metric.KURTOSIS, Metric.SORTINO)) {
            double expected = engine.find(metric).orElse(Double.NaN);
            double found = simulated.find(metric).orElse(Double.NaN);
            assertEquals(expected, found, 1e-9 * Math.max(1, Math.abs(expected)), metric.key());
        }
    }

    @SeededTest
    void crossovers_with_gaps_and_late_listings(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int fast = random.nextInt(1, 20);
        Map<String, String> set = Map.of(
                "cycle", "1h", "fast", Integer.toString(fast), "slow", Integer.toString(fast + random.nextInt(1, 60)));
        assertAgree(new Twin(SmaCrossover::new, set, made(seed), TickTable.CANDLES));
    }

    @SeededTest
    void stops_between_signals(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (String accumulates : List.of("false", "true")) {
            Map<String, String> set = Map.of(
                    "accumulates",
                    accumulates,
                    "stopLoss",
                    Double.toString(random.nextDouble(0.9, 0.99)),
                    "takeProfit",
                    Double.toString(random.nextDouble(1.01, 1.1)),
                    "trailingStop",
                    random.nextBoolean() ? "0" : Double.toString(random.nextDouble(0.9, 0.99)));
            Twin twin = new Twin(StoppedCrossover::new, set, made(seed), TickTable.CANDLES);
            assertAgree(twin);
            Set<OrderReason> reasons = EnumSet.noneOf(OrderReason.class);
            for (int trade = 0; trade < twin.simulation().fills().count(); trade++) {
                reasons.add(twin.simulation().fills().reason(trade));
            }
            assertTrue(reasons.contains(OrderReason.TAKE_PROFIT), reasons.toString());
            assertTrue(reasons.contains(OrderReason.STOP_LOSS) || reasons.contains(OrderReason.TRAILING_STOP));
        }
    }

    @SeededTest
    void a_run_that_starts_where_there_is_a_past(long seed) {
        MarketDataSet data = made(seed);
        Map<String, String> hourly = Map.of("cycle", "1h", "fast", "5", "slow", "20");
        assertAgree(new Twin(SmaCrossover::new, hourly, data, TickTable.CANDLES, 0.3));
        assertAgree(new Twin(BuyAndHold::new, Map.of("cycle", "1h"), data, TickTable.TICKS, 0.3));
        assertAgree(new Twin(EqualWeightRebalance::new, Map.of("cycle", "1h"), data, TickTable.TICKS, 0.3));
    }

    @SeededTest
    void no_rule_looks_ahead(long seed) {
        for (Function<Parameters, ? extends Strategy> factory : List.<Function<Parameters, ? extends Strategy>>of(
                SmaCrossover::new, BuyAndHold::new, EqualWeightRebalance::new, DollarCostAveraging::new)) {
            Backtest backtest = Backtest.prepare(factory, Map.of("cycle", "1d"), made(seed));
            LookAhead.require(
                    (Vectorised) backtest.strategy(),
                    TickTable.CANDLES.of(backtest).prices());
        }
    }

    @Test
    void seven_stocks() {
        for (FeeMode mode : FeeMode.values()) {
            MarketDataSet data = stocks(mode, 10);
            assertAgree(new Twin(SmaCrossover::new, Map.of(), data, TickTable.CANDLES));
            assertAgree(new Twin(BuyAndHold::new, Map.of(), data, TickTable.CANDLES));
            assertAgree(new Twin(EqualWeightRebalance::new, Map.of(), data, TickTable.TICKS));
            assertAgree(new Twin(DollarCostAveraging::new, Map.of("amount", "5e6"), data, TickTable.TICKS));
        }
    }

    @Test
    void ten_tokens_by_the_hour() {
        MarketDataSet data = PlainMarket.of(DataSets.open(SharedData.path("defi-hourly")), FeeMode.FROM_INPUT, 30);
        assertAgree(new Twin(SmaCrossover::new, Map.of("cycle", "1h"), data, TickTable.CANDLES));
        Map<String, String> stops = Map.of("stopLoss", "0.97", "takeProfit", "1.05", "trailingStop", "0.96");
        assertAgree(new Twin(StoppedCrossover::new, stops, data, TickTable.CANDLES));
        assertAgree(new Twin(EqualWeightRebalance::new, Map.of("cycle", "1d"), data, TickTable.TICKS));
        assertAgree(new Twin(DollarCostAveraging::new, Map.of("amount", "1e7"), data, TickTable.TICKS));
    }
}
