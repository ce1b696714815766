package org.evenkeel.research;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.evenkeel.indicators.Rolling;
import org.evenkeel.market.FeeMode;
import org.evenkeel.metrics.Metric;
import org.evenkeel.metrics.MetricGroup;
import org.evenkeel.metrics.MetricsOptions;
import org.evenkeel.metrics.PerformanceReport;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

/** What is told of a simulation: what became of orders, positions, books and figures. */
final class SimulationTest {
    private static final double NONE = Double.NaN;
    private static final MetricsOptions DAYS = MetricsOptions.DEFAULT.withPeriodsPerYear(365);

    private static SizedOrders sized(SizeType type, double[]... sizes) {
        return SizedOrders.of(sizes, type);
    }

    private static PriceTable two(double[] one, double[] other) {
        return new PriceTable(List.of("A", "B"), Walks.times(one.length), new double[][] {one, other});
    }

    private static List<OrderOutcome> outcomes(Simulation simulation) {
        OrderLog log = simulation.orders();
        return IntStream.range(0, log.count()).mapToObj(log::outcome).toList();
    }

    @Test
    void the_log_says_what_became_of_each_order() {
        double[] amounts = {5, 20, NONE, -3, -50, -1, 4};
        PriceTable prices = Walks.one(100, 100, 100, 100, 100, 100, NONE);
        Simulation simulation = Simulation.fromOrders(prices, sized(SizeType.AMOUNT, amounts), Account.of(1000, 0));
        assertEquals(
                List.of(
                        OrderOutcome.FILLED,
                        OrderOutcome.CUT_TO_CASH,
                        OrderOutcome.FILLED,
                        OrderOutcome.CUT_TO_HOLDING,
                        OrderOutcome.NOTHING_HELD,
                        OrderOutcome.NO_PRICE),
                outcomes(simulation));
        assertEquals(20, simulation.orders().asked(1));
        assertEquals(5, simulation.orders().filled(1), 1e-12);
        assertEquals(-7, simulation.orders().filled(3), 1e-12);
        assertEquals(1000, simulation.cash(0)[6], 1e-9);
    }

    @Test
    void a_buy_without_any_cash_and_a_target_that_is_met_are_told_apart() {
        PriceTable prices = Walks.one(10, 10, 10);
        Simulation broke = Simulation.fromOrders(
                prices, sized(SizeType.PERCENT, new double[] {1, 1, NONE}), Account.of(1000, 0.01));
        assertEquals(List.of(OrderOutcome.FILLED, OrderOutcome.NO_CASH), outcomes(broke));
        Simulation asked = Simulation.fromOrders(
                prices, sized(SizeType.VALUE, new double[] {2000, 1, NONE}), Account.of(1000, 0.01));
        assertEquals(List.of(OrderOutcome.CUT_TO_CASH, OrderOutcome.NO_CASH), outcomes(asked));
        Simulation met = Simulation.fromOrders(
                prices, sized(SizeType.TARGET_AMOUNT, new double[] {3, 3, 0}), Account.of(1000, 0.01));
        assertEquals(List.of(OrderOutcome.FILLED, OrderOutcome.UNCHANGED, OrderOutcome.FILLED), outcomes(met));
    }

    @Test
    void a_value_is_without_the_fee_at_mid_price_and_with_it_as_money() {
        PriceTable prices = Walks.one(10, 10);
        SizedOrders orders = sized(SizeType.VALUE, new double[] {500, -100});
        Simulation mid = Simulation.fromOrders(prices, orders, Account.of(1000, 0.01));
        assertEquals(50, mid.held(0)[0], 1e-12);
        assertEquals(1000 - 505, mid.cash(0)[0], 1e-9);
        assertEquals(1000 - 505 + 99, mid.cash(0)[1], 1e-9);
        Simulation money = Simulation.fromOrders(prices, orders.with(Valuation.MONEY), Account.of(1000, 0.01));
        assertEquals(500 / 1.01 / 10, money.held(0)[0], 1e-12);
        assertEquals(1000 - 500 + 100, money.cash(0)[1], 1e-9);
        Account pool = new Account(1000, Costs.fromInput(0.01));
        assertEquals(
                500 * 0.99 / 10,
                Simulation.fromOrders(prices, orders.with(Valuation.MONEY), pool)
                        .held(0)[0],
                1e-12);
    }

    @Test
    void slippage_makes_buys_dearer_and_sales_cheaper() {
        Account slipping = new Account(1000, Costs.onTop(0.01).withSlippage(0.02));
        Simulation simulation =
                Simulation.fromOrders(Walks.one(10, 10), sized(SizeType.PERCENT, new double[] {1, -1}), slipping);
        assertEquals(1000 / (10 * 1.02 * 1.01), simulation.held(0)[0], 1e-12);
        assertEquals(10.2, simulation.fills().price(0), 1e-12);
        assertEquals(9.8, simulation.fills().price(1), 1e-12);
        double left = 1000 / (10 * 1.02 * 1.01) * 10 * 0.98 * 0.99;
        assertEquals(left, simulation.cash(0)[1], 1e-9);
        PerformanceReport report = simulation.report(DAYS);
        double units = 1000 / (10 * 1.02 * 1.01);
        assertEquals(units * 10 * 0.04, report.find(Metric.IMPACT_PAID).orElseThrow(), 1e-9);
        assertEquals(1000 - left, report.find(Metric.COSTS_PAID).orElseThrow(), 1e-9);
    }

    @Test
    void each_asset_may_have_a_fee_of_its_own() {
        Costs costs = Costs.each(List.of(new Costs.Fee(0.01, FeeMode.ON_TOP), new Costs.Fee(0.02, FeeMode.FROM_INPUT)));
        PriceTable prices = two(new double[] {1, 1}, new double[] {1, 1});
        double[] all = {1, NONE};
        Simulation simulation =
                Simulation.fromOrders(prices, sized(SizeType.PERCENT, all, all), new Account(2000, costs));
        assertEquals(1000 / 1.01, simulation.held(0)[1], 1e-9);
        assertEquals(1000 * 0.98, simulation.held(1)[1], 1e-9);
        Costs three = Costs.each(List.of(
                new Costs.Fee(0, FeeMode.ON_TOP), new Costs.Fee(0, FeeMode.ON_TOP), new Costs.Fee(0, FeeMode.ON_TOP)));
        SizedOrders orders = sized(SizeType.PERCENT, all, all);
        assertThrows(
                IllegalArgumentException.class, () -> Simulation.fromOrders(prices, orders, new Account(1, three)));
    }

    @Test
    void groups_share_cash_among_themselves_and_with_nobody_else() {
        PriceTable prices = new PriceTable(List.of("A", "B", "C"), Walks.times(1), new double[][] {{1}, {1}, {1}});
        double[] more = {1500};
        SizedOrders orders = sized(SizeType.VALUE, more, more, more).with(Books.groups(CallOrder.GIVEN, 0, 1, 0));
        Simulation simulation = Simulation.fromOrders(prices, orders, Account.of(3000, 0));
        assertEquals(2, simulation.books());
        assertEquals(2000, simulation.initialCash(0));
        assertEquals(1500, simulation.held(0)[0]);
        assertEquals(1000, simulation.held(1)[0]);
        assertEquals(500, simulation.held(2)[0]);
        assertEquals(2000, simulation.bookEquity(0)[0]);
        assertThrows(IllegalStateException.class, () -> simulation.equity(2));
        assertEquals(1000, simulation.equity(1)[0]);
        assertThrows(IllegalArgumentException.class, () -> Books.groups(CallOrder.GIVEN, 0, 2));
    }

    @Test
    void sales_first_pay_for_buys_that_the_given_order_leaves_short() {
        PriceTable prices = two(new double[] {10, 10}, new double[] {10, 40});
        SizedOrders halves = sized(SizeType.TARGET_PERCENT, new double[] {0.5, 0.5}, new double[] {0.5, 0.5});
        Account account = Account.of(1000, 0);
        Simulation given = Simulation.fromOrders(prices, halves.with(Books.shared(CallOrder.GIVEN)), account);
        assertEquals(50, given.held(0)[1], 1e-9, "there is no cash before the sale");
        Simulation sales = Simulation.fromOrders(prices, halves.with(Books.shared(CallOrder.SELLS_FIRST)), account);
        assertEquals(125, sales.held(0)[1], 1e-9);
        assertEquals(1250.0 / 40, sales.held(1)[1], 1e-9);
    }

    @Test
    void scaled_buys_are_all_cut_by_the_same_factor() {
        PriceTable prices = two(new double[] {10}, new double[] {20});
        SizedOrders orders = sized(SizeType.VALUE, new double[] {1000}, new double[] {3000})
                .with(Books.shared(CallOrder.BUYS_SCALED));
        Simulation simulation = Simulation.fromOrders(prices, orders, Account.of(1000, 0));
        assertEquals(25, simulation.held(0)[0], 1e-9);
        assertEquals(37.5, simulation.held(1)[0], 1e-9);
        assertEquals(0, simulation.cash(0)[0]);
        assertEquals(0.75, simulation.weights(1)[0], 1e-12);
    }

    @Test
    void a_position_knows_its_prices_fees_profit_and_how_long_it_was_held() {
        double[] amounts = {NONE, 4, 6, -5, -5};
        Simulation simulation = Simulation.fromOrders(
                Walks.one(1, 10, 20, 30, 40), sized(SizeType.AMOUNT, amounts), Account.of(1000, 0.01));
        Position position = simulation.positions().getFirst();
        assertEquals(new Position.Span(1, 4, false), position.span());
        assertEquals(3, position.span().rows());
        assertEquals(16, position.units().entryPrice(), 1e-12);
        assertEquals(35, position.units().exitPrice(), 1e-12);
        assertEquals((160 + 350) * 0.01, position.money().fees(), 1e-9);
        assertEquals(350 - 160 - 5.1, position.profit(), 1e-9);
        assertEquals((350 - 160 - 5.1) / 161.6, position.profitShare(), 1e-12);
    }

    @SeededTest
    void the_profits_of_all_positions_are_what_the_equity_gained(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PriceTable prices = Walks.candles(random);
        int assets = prices.assets().size();
        SignalOrders signals = SignalOrders.of(Walks.words(assets, 6, random), Walks.words(assets, 11, random))
                .with(Stops.trailing(0.9));
        Account account = new Account(1000, Walks.costs(random));
        Simulation simulation = Simulation.fromSignals(prices, signals, account);
        double[] equity = simulation.equity();
        double profit =
                simulation.positions().stream().mapToDouble(Position::profit).sum();
        assertEquals(equity[equity.length - 1] - 1000, profit, 1e-7);
        double weights = IntStream.range(0, assets)
                .mapToDouble(asset -> simulation.weights(asset)[Walks.ROWS - 1])
                .sum();
        double cash = simulation.cash()[Walks.ROWS - 1];
        assertEquals(1, weights + cash / equity[equity.length - 1], 1e-9);
    }

    @SeededTest
    void every_figure_of_a_run_that_traded_has_a_value(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PriceTable prices = Walks.closes(random);
        int assets = prices.assets().size();
        SignalOrders signals = SignalOrders.of(Walks.words(assets, 6, random), Walks.words(assets, 6, random));
        Simulation simulation = Simulation.fromSignals(prices, signals, Account.of(1000, 0.001));
        PerformanceReport report = simulation.report(DAYS);
        List<Metric> undefined = Arrays.stream(Metric.values())
                .filter(metric -> metric.group() != MetricGroup.BENCHMARK)
                .filter(metric -> report.find(metric).isEmpty())
                .toList();
        assertTrue(undefined.isEmpty(), undefined.toString());
        double[] equity = simulation.equity();
        assertEquals(
                equity[equity.length - 1] / 1000 - 1,
                report.find(Metric.TOTAL_RETURN).orElseThrow(),
                1e-9);
        assertEquals(
                simulation.positions().stream().filter(p -> !p.span().open()).count(),
                report.find(Metric.CLOSED_TRADES).orElseThrow());
    }

    @Test
    void the_cost_of_the_first_rows_trades_is_part_of_the_return() {
        Simulation simulation = Simulation.fromOrders(
                Walks.one(10, 10), sized(SizeType.PERCENT, new double[] {1, NONE}), Account.of(1000, 0.01));
        PerformanceReport report = simulation.assetReport(0, DAYS);
        assertEquals(1 / 1.01 - 1, report.find(Metric.TOTAL_RETURN).orElseThrow(), 1e-12);
        assertEquals(1000, report.find(Metric.INITIAL_EQUITY).orElseThrow());
    }

    @Test
    void a_column_of_an_asset_is_worked_out_without_its_gaps() {
        PriceTable prices = Walks.one(NONE, 1, NONE, 3, 7);
        double[] means = prices.column(0, closes -> Rolling.mean(closes, 2));
        assertEquals(
                List.of(NONE, NONE, NONE, 2.0, 5.0),
                Arrays.stream(means).boxed().toList());
        assertEquals(
                List.of(0, 1, 1, 1, 1), Arrays.stream(prices.begun()).boxed().toList());
    }

    @Test
    void a_simulation_tells_itself_in_a_few_words() {
        PriceTable prices = new PriceTable(List.of("A"), new long[] {1, 2, 3}, new double[][] {{1, 2, 4}});
        SignalOrders signals =
                SignalOrders.of(new boolean[][] {{true, false, false}}, new boolean[][] {{false, true, false}});
        assertEquals(
                "1 assets over 3 rows: 2 fills, 1 positions, equity 100.00 to 200.00",
                Simulation.fromSignals(prices, signals, Account.of(100, 0)).toString());
    }
}
