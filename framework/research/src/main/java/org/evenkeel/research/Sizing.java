package org.evenkeel.research;

/**
 * Turns sizes into units.
 *
 * @param type what a size says
 * @param valuation what a value is in it
 */
record Sizing(SizeType type, Valuation valuation) {
    boolean isTarget() {
        return type.ordinal() >= SizeType.TARGET_AMOUNT.ordinal();
    }

    /** The units that an order buys; negative for a sale. */
    double change(Wallet wallet, int asset, double size) {
        double held = wallet.held[asset];
        return switch (type) {
            case AMOUNT -> size;
            case VALUE -> units(wallet, asset, size);
            case PERCENT -> size < 0 ? size * held : size * wallet.cash[wallet.bookOf[asset]] / wallet.unitCost(asset);
            case TARGET_AMOUNT -> size - held;
            case TARGET_VALUE -> toValue(wallet, asset, size);
            case TARGET_PERCENT -> toValue(wallet, asset, size == 0 ? 0 : size * worth(wallet, asset));
        };
    }

    private double toValue(Wallet wallet, int asset, double value) {
        double held = wallet.held[asset];
        return value == 0 ? -held : units(wallet, asset, value - held * unitValue(wallet, asset));
    }

    private double units(Wallet wallet, int asset, double value) {
        if (valuation == Valuation.MID) {
            return value / wallet.mids[asset];
        }
        return value / (value < 0 ? wallet.unitBrings(asset) : wallet.unitCost(asset));
    }

    private double unitValue(Wallet wallet, int asset) {
        return valuation == Valuation.MID ? wallet.mids[asset] : wallet.unitBrings(asset);
    }

    /** The value of the book that an asset trades from. */
    private double worth(Wallet wallet, int asset) {
        int book = wallet.bookOf[asset];
        double worth = wallet.cash[book];
        for (int other = 0; other < wallet.assets(); other++) {
            if (wallet.bookOf[other] == book && wallet.held[other] > 0) {
                worth += wallet.held[other] * unitValue(wallet, other);
            }
        }
        return worth;
    }
}
