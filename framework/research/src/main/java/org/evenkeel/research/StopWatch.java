package org.evenkeel.research;

import java.util.Optional;

/**
 * Watches what is held between the close of one row and that of the next. A low at or under the stop sells at the stop,
 * or at the open where that lies under it; a high at or over the take profit the same; where a row touches both, the stop
 * counts. A row's high raises a trailing stop from the next row on. Without highs and lows the close is all there is.
 */
final class StopWatch {
    private final Stops stops;
    private final Wallet wallet;
    private final Optional<PriceTable.Ranges> ranges;
    /** The entry price of what is held, averaged by quantity. */
    private final double[] entries;
    /** Units that the entry price is of. */
    private final double[] known;
    /** The highest price since entry. */
    private final double[] peaks;

    StopWatch(Stops stops, Wallet wallet) {
        this.stops = stops;
        this.wallet = wallet;
        this.ranges = wallet.prices.ranges();
        entries = new double[wallet.assets()];
        known = new double[wallet.assets()];
        peaks = new double[wallet.assets()];
    }

    /** Sells what a row's prices stop, before its close. */
    void check(int row) {
        for (int asset = 0; !stops.isNone() && asset < known.length; asset++) {
            if (known[asset] > 0 && !Double.isNaN(wallet.prices.closes()[asset][row])) {
                check(row, asset);
            }
        }
    }

    private void check(int row, int asset) {
        double close = wallet.prices.closes()[asset][row];
        double open = ranges.isPresent() ? ranges.get().opens()[asset][row] : close;
        double low = ranges.isPresent()
                ? Math.min(Math.min(open, close), ranges.get().lows()[asset][row])
                : close;
        double high = ranges.isPresent()
                ? Math.max(Math.max(open, close), ranges.get().highs()[asset][row])
                : close;
        double stop = stops.loss() * entries[asset];
        double trailing = stops.trailing() * peaks[asset];
        double target = stops.takeProfit() * entries[asset];
        if (low <= Math.max(stop, trailing)) {
            OrderReason reason = trailing > stop ? OrderReason.TRAILING_STOP : OrderReason.STOP_LOSS;
            sell(row, asset, Math.min(open, Math.max(stop, trailing)), reason);
        } else if (high >= target) {
            sell(row, asset, Math.max(open, target), OrderReason.TAKE_PROFIT);
        }
        peaks[asset] = Math.max(peaks[asset], high);
    }

    private void sell(int row, int asset, double price, OrderReason reason) {
        wallet.sell(row, asset, wallet.held[asset], price, reason);
        known[asset] = 0;
    }

    /** Learns what was bought and sold at a row's close. */
    void note() {
        for (int asset = 0; !stops.isNone() && asset < known.length; asset++) {
            double held = wallet.held[asset];
            if (held > known[asset]) {
                double mid = wallet.mids[asset];
                peaks[asset] = known[asset] == 0 ? mid : peaks[asset];
                entries[asset] = (entries[asset] * known[asset] + mid * (held - known[asset])) / held;
            }
            known[asset] = held;
        }
    }
}
