package org.evenkeel.research;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes positions of trades. */
final class Positions {
    private final Fills fills;
    private final List<Position> positions = new ArrayList<>();
    private final @Nullable Running[] running;

    private Positions(Fills fills, int assets) {
        this.fills = fills;
        this.running = new Running[assets];
    }

    /** All positions in the order they were closed in; after them those that are open, by asset. */
    static List<Position> of(Wallet wallet) {
        Positions positions = new Positions(wallet.log.fills(), wallet.assets());
        for (int trade = 0; trade < positions.fills.count(); trade++) {
            positions.add(trade);
        }
        for (int asset = 0; asset < wallet.assets(); asset++) {
            Running open = positions.running[asset];
            if (open != null) {
                Position.Span span = new Position.Span(open.entryRow, wallet.prices.rows() - 1, true);
                positions.positions.add(open.position(asset, span, wallet.held[asset] * wallet.mids[asset]));
            }
        }
        return List.copyOf(positions.positions);
    }

    private void add(int trade) {
        int asset = fills.asset(trade);
        int row = fills.row(trade);
        Running open = running[asset];
        if (open == null) {
            open = new Running(row);
            running[asset] = open;
        }
        open.add(fills.quantity(trade), fills.price(trade), fills.fee(trade));
        if (fills.closes(trade)) {
            positions.add(open.position(asset, new Position.Span(open.entryRow, row, false), 0));
            running[asset] = null;
        }
    }

    /** A position at work. */
    private static final class Running {
        private final int entryRow;
        private double bought;
        private double boughtFor;
        private double sold;
        private double soldFor;
        private double buyFees;
        private double saleFees;

        Running(int entryRow) {
            this.entryRow = entryRow;
        }

        void add(double quantity, double price, double fee) {
            if (quantity > 0) {
                bought += quantity;
                boughtFor += quantity * price;
                buyFees += fee;
            } else {
                sold -= quantity;
                soldFor -= quantity * price;
                saleFees += fee;
            }
        }

        Position position(int asset, Position.Span span, double value) {
            Position.Units units = new Position.Units(bought, boughtFor / bought, sold, soldFor / sold);
            Position.Money money =
                    new Position.Money(boughtFor + buyFees, soldFor - saleFees, value, buyFees + saleFees);
            return new Position(asset, span, units, money);
        }
    }
}
