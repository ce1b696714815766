package org.evenkeel.research;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

final class OrdersTest {
    private static final int ROWS = 200;

    /** Walks, some of which begin late and have gaps. */
    private static PriceTable walks(SplittableRandom random) {
        int assets = random.nextInt(1, 6);
        double[][] closes = new double[assets][ROWS];
        for (double[] column : closes) {
            double price = Math.exp(random.nextDouble(-5, 5));
            int first = random.nextInt(3) == 0 ? random.nextInt(ROWS / 2) : 0;
            for (int row = 0; row < ROWS; row++) {
                price *= Math.exp(0.05 * random.nextGaussian());
                column[row] = row < first || random.nextInt(20) == 0 ? Double.NaN : price;
            }
        }
        return new PriceTable(
                IntStream.range(0, assets).mapToObj(asset -> "A" + asset).toList(),
                IntStream.range(0, ROWS).mapToLong(row -> 60_000L * row).toArray(),
                closes);
    }

    private static double size(SizeType type, SplittableRandom random) {
        return switch (type) {
            case AMOUNT, VALUE -> random.nextDouble(-400, 400);
            case PERCENT -> random.nextDouble(-1, 1);
            case TARGET_AMOUNT, TARGET_VALUE -> random.nextDouble(400);
            case TARGET_PERCENT -> random.nextDouble();
        };
    }

    private static double[][] sizes(PriceTable prices, SizeType type, SplittableRandom random) {
        double[][] sizes = new double[prices.assets().size()][ROWS];
        for (double[] column : sizes) {
            Arrays.setAll(column, row -> random.nextInt(4) == 0 ? size(type, random) : Double.NaN);
        }
        return sizes;
    }

    private static SizedOrders orders(PriceTable prices, SizeType type, SplittableRandom random) {
        int assets = prices.assets().size();
        CallOrder order = CallOrder.values()[random.nextInt(3)];
        int[] groups =
                IntStream.range(0, assets).map(asset -> Math.min(asset, 1)).toArray();
        Books books = List.of(Books.OWN, Books.shared(order), Books.groups(order, groups))
                .get(random.nextInt(3));
        Valuation valuation = random.nextBoolean() ? Valuation.MID : Valuation.MONEY;
        return SizedOrders.of(sizes(prices, type, random), type).with(books).with(valuation);
    }

    private static Account account(SplittableRandom random) {
        double fee = random.nextBoolean() ? 0 : random.nextDouble(0.01);
        Costs costs = random.nextBoolean() ? Costs.onTop(fee) : Costs.fromInput(fee);
        return new Account(1000, costs.withSlippage(random.nextInt(3) * 0.001));
    }

    @SeededTest
    void no_cash_and_no_holding_is_ever_negative_and_every_trade_is_accounted_for(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (SizeType type : SizeType.values()) {
            PriceTable prices = walks(random);
            Simulation simulation = Simulation.fromOrders(prices, orders(prices, type, random), account(random));
            double[] cash = new double[simulation.books()];
            double[] held = new double[prices.assets().size()];
            Arrays.setAll(cash, simulation::initialCash);
            double slippage = simulation.account().costs().slippage();
            Fills fills = simulation.fills();
            int trade = 0;
            for (int row = 0; row < ROWS; row++) {
                for (; trade < fills.count() && fills.row(trade) == row; trade++) {
                    int asset = fills.asset(trade);
                    double slipped = fills.quantity(trade) > 0 ? 1 + slippage : 1 - slippage;
                    double price = prices.closes()[asset][row] * slipped;
                    assertEquals(price, fills.price(trade), 1e-12 * price);
                    held[asset] += fills.quantity(trade);
                    cash[simulation.bookOf(asset)] -= fills.quantity(trade) * fills.price(trade) + fills.fee(trade);
                }
                for (int asset = 0; asset < held.length; asset++) {
                    assertEquals(held[asset], simulation.held(asset)[row], 1e-9 * (1 + held[asset]));
                    assertTrue(simulation.held(asset)[row] >= 0, type + " holds " + held[asset]);
                }
                for (int owner = 0; owner < cash.length; owner++) {
                    assertEquals(cash[owner], simulation.cash(owner)[row], 1e-6);
                    assertTrue(simulation.cash(owner)[row] >= 0, type + " has cash of " + cash[owner]);
                }
            }
            assertEquals(fills.count(), trade);
        }
    }

    @SeededTest
    void without_fees_and_changes_of_price_nothing_is_won_or_lost(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] flat = new double[ROWS];
        Arrays.fill(flat, random.nextDouble(1, 100));
        PriceTable prices = new PriceTable(
                List.of("A", "B"),
                IntStream.range(0, ROWS).mapToLong(row -> row).toArray(),
                new double[][] {flat, flat});
        for (SizeType type : SizeType.values()) {
            double[] equity = Simulation.fromOrders(prices, orders(prices, type, random), Account.of(1000, 0))
                    .equity();
            for (double value : equity) {
                assertEquals(1000, value, 1e-9);
            }
        }
    }

    @SeededTest
    void a_target_that_is_asked_for_twice_is_traded_once(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] flat = new double[ROWS];
        Arrays.fill(flat, random.nextDouble(1, 100));
        PriceTable prices = new PriceTable(
                List.of("A"), IntStream.range(0, ROWS).mapToLong(row -> row).toArray(), new double[][] {flat});
        double[][] same = {new double[ROWS]};
        Arrays.fill(same[0], 0.5);
        SizedOrders orders = SizedOrders.of(same, SizeType.TARGET_PERCENT);
        Simulation simulation = Simulation.fromOrders(prices, orders, Account.of(1000, 0));
        assertEquals(1, simulation.fills().count());
    }

    @Test
    void assets_with_cash_of_their_own_do_not_see_each_other() {
        SplittableRandom random = new SplittableRandom(7);
        PriceTable prices = walks(random);
        double[][] sizes = sizes(prices, SizeType.TARGET_PERCENT, random);
        Simulation all = Simulation.fromOrders(
                prices, SizedOrders.of(sizes, SizeType.TARGET_PERCENT), Account.of(1000.0 * sizes.length, 0.003));
        for (int asset = 0; asset < sizes.length; asset++) {
            PriceTable one = new PriceTable(List.of("one"), prices.times(), new double[][] {prices.closes()[asset]});
            SizedOrders orders = SizedOrders.of(new double[][] {sizes[asset]}, SizeType.TARGET_PERCENT);
            Simulation alone = Simulation.fromOrders(one, orders, Account.of(1000, 0.003));
            assertArrayEquals(alone.equity(), all.equity(asset), 1e-9);
        }
    }

    @Test
    void what_does_not_fit_is_refused() {
        PriceTable prices = new PriceTable(List.of("A"), new long[] {1, 2}, new double[][] {{1, 2}});
        Account account = Account.of(1, 0);
        SizedOrders tooShort = SizedOrders.of(new double[][] {{1}}, SizeType.AMOUNT);
        assertThrows(IllegalArgumentException.class, () -> Simulation.fromOrders(prices, tooShort, account));
        assertThrows(
                IllegalArgumentException.class,
                () -> new PriceTable(List.of("A"), new long[] {2, 1}, new double[][] {{1, 2}}));
        assertThrows(
                IllegalArgumentException.class,
                () -> new PriceTable(List.of("A"), new long[] {1, 2}, new double[][] {{1, 0}}));
        assertThrows(IllegalArgumentException.class, () -> Account.of(0, 0));
        assertThrows(IllegalArgumentException.class, () -> Account.of(1, 1));
        PriceTable two = new PriceTable(List.of("A", "B"), new long[] {1}, new double[][] {{1}, {1}});
        SizedOrders together =
                SizedOrders.of(new double[][] {{1}, {1}}, SizeType.AMOUNT).with(Books.shared(CallOrder.GIVEN));
        Simulation shared = Simulation.fromOrders(two, together, account);
        assertThrows(IllegalStateException.class, () -> shared.equity(0));
    }
}
