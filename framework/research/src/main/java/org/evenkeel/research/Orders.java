package org.evenkeel.research;

import java.util.Arrays;

/** Simulates orders at the closes of their rows. */
public final class Orders {
    private final PriceTable prices;
    private final double[][] sizes;
    private final SizeType type;
    private final Account account;
    private final Fills fills = new Fills();
    private final double[] cash;
    private final double[] held;
    private final double[] lastPrice;

    private Orders(PriceTable prices, double[][] sizes, SizeType type, Account account) {
        this.prices = prices;
        this.sizes = sizes;
        this.type = type;
        this.account = account;
        int assets = sizes.length;
        cash = new double[account.shared() ? 1 : assets];
        Arrays.fill(cash, account.cash());
        held = new double[assets];
        lastPrice = new double[assets];
    }

    /**
     * Carries out orders, each at the close of its row. A buy that the cash does not pay is made as far as it does; a sale
     * of more than is held sells all. An order where the asset has no price is left out.
     *
     * @param prices what is traded at
     * @param sizes a column for each asset with a size for each row; NaN for no order
     * @param type what the sizes say
     * @param account who trades
     * @throws IllegalArgumentException when the sizes do not fit the prices
     */
    public static Simulation simulate(PriceTable prices, double[][] sizes, SizeType type, Account account) {
        boolean fits = sizes.length == prices.closes().length
                && Arrays.stream(sizes).allMatch(column -> column.length == prices.rows());
        if (!fits) {
            throw new IllegalArgumentException("The sizes must have a column for each of the " + prices.closes().length
                    + " assets, with " + prices.rows() + " rows each.");
        }
        return new Orders(prices, sizes, type, account).run();
    }

    private Simulation run() {
        double[][] cashColumns = new double[cash.length][prices.rows()];
        double[][] heldColumns = new double[held.length][prices.rows()];
        Integer[] order = new Integer[held.length];
        double[] changes = new double[held.length];
        for (int row = 0; row < prices.rows(); row++) {
            if (findChanges(row, changes)) {
                trade(row, order, changes);
            }
            for (int asset = 0; asset < held.length; asset++) {
                heldColumns[asset][row] = held[asset];
            }
            for (int owner = 0; owner < cash.length; owner++) {
                cashColumns[owner][row] = cash[owner];
            }
        }
        return new Simulation(prices, account, fills, cashColumns, heldColumns);
    }

    /** What each order of a row wants, in units; whether there is any. All see the row as it begins. */
    private boolean findChanges(int row, double[] changes) {
        boolean any = false;
        for (int asset = 0; asset < held.length; asset++) {
            double price = prices.closes()[asset][row];
            lastPrice[asset] = Double.isNaN(price) ? lastPrice[asset] : price;
        }
        for (int asset = 0; asset < held.length; asset++) {
            double size = sizes[asset][row];
            boolean wanted = !Double.isNaN(size) && !Double.isNaN(prices.closes()[asset][row]);
            changes[asset] = wanted ? change(asset, size) : 0;
            any |= changes[asset] != 0;
        }
        return any;
    }

    private double change(int asset, double size) {
        double price = lastPrice[asset];
        return switch (type) {
            case AMOUNT -> size;
            case VALUE -> size / price;
            case PERCENT -> size < 0 ? size * held[asset] : size * cash[owner(asset)] / (price * (1 + account.fee()));
            case TARGET_AMOUNT -> size - held[asset];
            case TARGET_VALUE -> size / price - held[asset];
            case TARGET_PERCENT -> size * worth(asset) / price - held[asset];
        };
    }

    /** The value of the account that an asset trades from. */
    private double worth(int asset) {
        if (!account.shared()) {
            return cash[asset] + held[asset] * lastPrice[asset];
        }
        double worth = cash[0];
        for (int other = 0; other < held.length; other++) {
            worth += held[other] * lastPrice[other];
        }
        return worth;
    }

    private int owner(int asset) {
        return account.shared() ? 0 : asset;
    }

    private void trade(int row, Integer[] order, double[] changes) {
        Arrays.setAll(order, asset -> asset);
        if (account.order() == CallOrder.SELLS_FIRST) {
            Arrays.sort(order, (a, b) -> Double.compare(changes[a] * lastPrice[a], changes[b] * lastPrice[b]));
        }
        for (int asset : order) {
            if (changes[asset] > 0) {
                buy(row, asset, changes[asset]);
            } else if (changes[asset] < 0) {
                sell(row, asset, Math.min(-changes[asset], held[asset]));
            }
        }
    }

    private void buy(int row, int asset, double wanted) {
        double price = lastPrice[asset];
        double cost = wanted * price * (1 + account.fee());
        boolean paid = cost <= cash[owner(asset)];
        double quantity = paid ? wanted : cash[owner(asset)] / (price * (1 + account.fee()));
        if (quantity > 0) {
            cash[owner(asset)] = paid ? cash[owner(asset)] - cost : 0;
            held[asset] += quantity;
            fills.add(row, asset, quantity, price, quantity * price * account.fee());
        }
    }

    private void sell(int row, int asset, double quantity) {
        if (quantity > 0) {
            double price = lastPrice[asset];
            cash[owner(asset)] += quantity * price * (1 - account.fee());
            held[asset] -= quantity;
            fills.add(row, asset, -quantity, price, quantity * price * account.fee());
        }
    }
}
