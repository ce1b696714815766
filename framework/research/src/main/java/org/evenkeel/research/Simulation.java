package org.evenkeel.research;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.evenkeel.metrics.EquityCurve;
import org.evenkeel.metrics.Metrics;
import org.evenkeel.metrics.MetricsInput;
import org.evenkeel.metrics.MetricsOptions;
import org.evenkeel.metrics.PerformanceReport;
import org.jspecify.annotations.Nullable;

/**
 * Orders carried out on a table of prices, and what came of them: each at the close of its row, stops between two
 * closes. No cash and no holding is ever negative. Columns have a value for each row of the table, after its trades;
 * holdings count at their last price, without the fee that a sale would cost. Before the table's start nothing is
 * traded.
 *
 * <pre>{@code
 * SignalOrders signals = SignalOrders.of(entries, exits).with(Stops.loss(0.9));
 * Simulation simulation = Simulation.fromSignals(prices, signals, Account.of(10_000, 0.001));
 * double[] equity = simulation.equity();
 * }</pre>
 */
public final class Simulation {
    private final Wallet wallet;
    private final Account account;
    private final Fills fills;
    private final List<Position> positions;
    /** The equity of each book, once it was asked for: every figure of a book or of all is made from it. */
    private final double[] @Nullable [] equities;

    private Simulation(Wallet wallet, Account account) {
        this.wallet = wallet;
        this.account = account;
        this.fills = wallet.log.fills();
        this.positions = Positions.of(wallet);
        this.equities = new double[wallet.cash.length] @Nullable [];
    }

    /**
     * Carries out orders by size. A buy that the cash does not pay is made as far as it does, a sale of more than is
     * held sells all; an order where the asset has no price is left out. {@link #orders} tells what became of each.
     *
     * @throws IllegalArgumentException when the orders or the costs do not fit the prices
     */
    public static Simulation fromOrders(PriceTable prices, SizedOrders orders, Account account) {
        return new Simulation(SizedRun.run(prices, orders, account), account);
    }

    /**
     * Carries out entries and exits, and the stops between them; see {@link SignalOrders} and {@link Stops}.
     *
     * @throws IllegalArgumentException when the signals or the costs do not fit the prices
     */
    public static Simulation fromSignals(PriceTable prices, SignalOrders signals, Account account) {
        return new Simulation(SignalRun.run(prices, signals, account), account);
    }

    /** Carries out all that a rule orders. */
    public static Simulation of(Vectorised rule, PriceTable prices, Account account) {
        return switch (rule.orders(prices)) {
            case SizedOrders orders -> fromOrders(prices, orders, account);
            case SignalOrders signals -> fromSignals(prices, signals, account);
        };
    }

    /** What was traded at. */
    public PriceTable prices() {
        return wallet.prices;
    }

    /** Who traded. */
    public Account account() {
        return account;
    }

    /** How many books there are. */
    public int books() {
        return wallet.cash.length;
    }

    /** The number of the book that an asset trades from. */
    public int bookOf(int asset) {
        return wallet.bookOf[asset];
    }

    /** Everything that was ordered, and what became of it. */
    public OrderLog orders() {
        return wallet.log;
    }

    /** The trades. */
    public Fills fills() {
        return fills;
    }

    /** From entries to exits, in the order they were closed in; after them those that are open, by asset. */
    public List<Position> positions() {
        return positions;
    }

    /** The cash of a book after each row. Not a copy. */
    public double[] cash(int book) {
        return wallet.cashColumns()[book];
    }

    /** The cash of all books after each row. A new array. */
    public double[] cash() {
        double[] cash = new double[wallet.prices.rows()];
        for (double[] column : wallet.cashColumns()) {
            add(column, cash);
        }
        return cash;
    }

    /** The units held of an asset after each row. Not a copy. */
    public double[] held(int asset) {
        return wallet.heldColumns()[asset];
    }

    /** The value of what is held of an asset; its mark or last price counts where it has none. A new array. */
    public double[] assetValue(int asset) {
        double[] value = new double[wallet.prices.rows()];
        double[] held = held(asset);
        double price = Double.NaN;
        for (int row = 0; row < value.length; row++) {
            price = wallet.prices.worth(asset, row, price);
            value[row] = held[row] == 0 ? 0 : held[row] * price;
        }
        return value;
    }

    /** The value of what is held of all assets. A new array. */
    public double[] assetValue() {
        double[] value = new double[wallet.prices.rows()];
        for (int asset = 0; asset < wallet.assets(); asset++) {
            add(assetValue(asset), value);
        }
        return value;
    }

    /** The share that an asset has of all equity; 0 where there is none. A new array. */
    public double[] weights(int asset) {
        double[] weights = assetValue(asset);
        double[] equity = equity();
        Arrays.setAll(weights, row -> equity[row] > 0 ? weights[row] / equity[row] : 0);
        return weights;
    }

    /** The equity of all books after each row: their cash and the value of what they hold. A new array. */
    public double[] equity() {
        double[] equity = cash();
        add(assetValue(), equity);
        return equity;
    }

    /** The equity of one book. Not a copy. */
    public double[] bookEquity(int book) {
        double[] known = equities[book];
        if (known == null) {
            known = cash(book).clone();
            for (int asset = 0; asset < wallet.assets(); asset++) {
                if (wallet.bookOf[asset] == book) {
                    add(assetValue(asset), known);
                }
            }
            equities[book] = known;
        }
        return known;
    }

    /**
     * The equity of an asset's own book. Not a copy.
     *
     * @throws IllegalStateException when it shares its book with others
     */
    public double[] equity(int asset) {
        return bookEquity(ownBook(asset));
    }

    /** What the figures of all books together are made from; a benchmark may be added to it. */
    public MetricsInput metricsInput() {
        return new Reports(this).input(book -> true);
    }

    /** Every figure of all books together; see {@link #curve}. */
    public PerformanceReport report(MetricsOptions options) {
        return Metrics.of(metricsInput(), options);
    }

    /**
     * The equity of all books from the table's start on. It begins with the cash before the first row's trades, so that
     * what these cost is part of its returns.
     *
     * @throws IllegalArgumentException when no row is at or after the start
     */
    public EquityCurve curve() {
        return new Reports(this).curve(book -> true);
    }

    /** Every figure of one book, of a curve like {@link #curve}. */
    public PerformanceReport bookReport(int book, MetricsOptions options) {
        return Metrics.of(new Reports(this).input(other -> other == book), options);
    }

    /**
     * Every figure of an asset's own book.
     *
     * @throws IllegalStateException when it shares its book with others
     */
    public PerformanceReport assetReport(int asset, MetricsOptions options) {
        return bookReport(ownBook(asset), options);
    }

    /** The cash that a book began with. */
    public double initialCash(int book) {
        long assets = Arrays.stream(wallet.bookOf).filter(of -> of == book).count();
        return account.cash() * assets / wallet.assets();
    }

    /** Whether each asset has a book of its own. */
    public boolean hasOwnBooks() {
        return books() == wallet.assets();
    }

    /** In a few words, for a first look. */
    @Override
    public String toString() {
        int rows = prices().rows();
        double end = rows == 0 ? account.cash() : equity()[rows - 1];
        return String.format(
                Locale.ROOT,
                "%d assets over %d rows: %d fills, %d positions, equity %.2f to %.2f",
                wallet.assets(),
                rows,
                fills.count(),
                positions.size(),
                account.cash(),
                end);
    }

    private int ownBook(int asset) {
        int book = wallet.bookOf[asset];
        if (Arrays.stream(wallet.bookOf).filter(of -> of == book).count() > 1) {
            throw new IllegalStateException(prices().assets().get(asset)
                    + " shares its cash with other assets: ask for the equity of its book, " + book + ".");
        }
        return book;
    }

    private static void add(double[] column, double[] sum) {
        for (int row = 0; row < sum.length; row++) {
            sum[row] += column[row];
        }
    }
}
