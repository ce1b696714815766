package org.evenkeel.research;

import java.util.Arrays;

/** Cash and holdings at work: carries out single trades and keeps a column of everything. */
final class Wallet {
    /** What is less than this share of a trade is rounding, not cash or a holding. */
    private static final double ROUNDING = 1e-12;

    final PriceTable prices;
    final OrderLog log = new OrderLog();
    /** For each asset the number of its book. */
    final int[] bookOf;
    /** Of each book. */
    final double[] cash;
    /** Units of each asset. */
    final double[] held;
    /** The last price of each asset; NaN before its first. */
    final double[] mids;
    /** What each book was worth as the row began, once it was asked for; NaN before. */
    final double[] worths;

    private final double[] buyFactors;
    private final double[] sellFactors;
    private final double slippage;
    private final double[][] cashColumns;
    private final double[][] heldColumns;

    Wallet(PriceTable prices, Books books, Account account) {
        int assets = prices.assets().size();
        account.costs().requireFor(assets);
        this.prices = prices;
        bookOf = books.of(assets);
        cash = new double[Arrays.stream(bookOf).max().orElse(-1) + 1];
        worths = new double[cash.length];
        held = new double[assets];
        mids = new double[assets];
        Arrays.fill(mids, Double.NaN);
        buyFactors = new double[assets];
        sellFactors = new double[assets];
        slippage = account.costs().slippage();
        for (int asset = 0; asset < assets; asset++) {
            Costs.Fee fee = account.costs().fee(asset);
            buyFactors[asset] = fee.mode().buyFactor(fee.rate());
            sellFactors[asset] = fee.mode().sellFactor(fee.rate());
            cash[bookOf[asset]] += account.cash() / assets;
        }
        cashColumns = new double[cash.length][prices.rows()];
        heldColumns = new double[assets][prices.rows()];
    }

    int assets() {
        return held.length;
    }

    /** Goes to a row: its prices are those now. */
    void begin(int row) {
        Arrays.fill(worths, Double.NaN);
        for (int asset = 0; asset < mids.length; asset++) {
            mids[asset] = prices.worth(asset, row, mids[asset]);
        }
    }

    /** Keeps what there is after a row. */
    void end(int row) {
        for (int book = 0; book < cash.length; book++) {
            cashColumns[book][row] = cash[book];
        }
        for (int asset = 0; asset < held.length; asset++) {
            heldColumns[asset][row] = held[asset];
        }
    }

    double[][] cashColumns() {
        return cashColumns;
    }

    double[][] heldColumns() {
        return heldColumns;
    }

    /** What a unit costs, slippage and fee in. */
    double unitCost(int asset) {
        return mids[asset] * (1 + slippage) / buyFactors[asset];
    }

    /** What the sale of a unit brings, slippage and fee off. */
    double unitBrings(int asset) {
        return mids[asset] * (1 - slippage) * sellFactors[asset];
    }

    /** Buys at the row's price, as far as the cash goes and no more than a budget pays. */
    void buy(int row, int asset, double wanted, double budget, OrderReason reason) {
        int book = bookOf[asset];
        double unit = unitCost(asset);
        double cost = wanted * unit;
        double most = Math.min(budget, cash[book]);
        boolean paid = cost <= most * (1 + ROUNDING);
        double spent = paid ? Math.min(cost, cash[book]) : most;
        OrderOutcome cut = most > 0 ? OrderOutcome.CUT_TO_CASH : OrderOutcome.NO_CASH;
        log.add(row, asset, wanted, reason, paid ? OrderOutcome.FILLED : cut);
        if (spent > 0) {
            double quantity = paid ? wanted : spent / unit;
            double left = cash[book] - spent;
            cash[book] = left <= ROUNDING * spent ? 0 : left;
            held[asset] += quantity;
            double price = mids[asset] * (1 + slippage);
            log.fill(quantity, price, spent - quantity * price);
        }
    }

    /** Sells at a mid price, as far as there is something. */
    void sell(int row, int asset, double wanted, double mid, OrderReason reason) {
        boolean covered = wanted <= held[asset] * (1 + ROUNDING);
        boolean all = wanted >= held[asset] * (1 - ROUNDING);
        double quantity = all ? held[asset] : wanted;
        OrderOutcome cut = held[asset] > 0 ? OrderOutcome.CUT_TO_HOLDING : OrderOutcome.NOTHING_HELD;
        log.add(row, asset, -wanted, reason, covered ? OrderOutcome.FILLED : cut);
        if (quantity > 0) {
            double price = mid * (1 - slippage);
            double value = quantity * price;
            double received = value * sellFactors[asset];
            cash[bookOf[asset]] += received;
            held[asset] = all ? 0 : held[asset] - quantity;
            log.fill(-quantity, price, value - received);
            if (all) {
                log.close();
            }
        }
    }
}
