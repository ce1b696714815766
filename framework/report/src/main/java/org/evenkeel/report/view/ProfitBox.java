package org.evenkeel.report.view;

import java.util.List;
import org.evenkeel.report.view.Fills.Filled;
import org.evenkeel.state.model.Position;

/**
 * What a position brought, as a box on the candles of its pair: from its first buy at the entry price to its last sale
 * at the price of that.
 *
 * @param from the first buy, in epoch milliseconds
 * @param until the last sale, or the end of the run where it is still open
 * @param prices of entry and exit, in USD
 * @param profit in USD; NaN where there is no price to value it at
 */
public record ProfitBox(long from, long until, PositionRow.Prices prices, double profit) {
    /** The boxes of positions; those without a trade have none. */
    static List<ProfitBox> of(Run run, List<Position> positions) {
        return positions.stream()
                .filter(position -> !run.fills().ofPosition(position.id()).isEmpty())
                .map(position -> of(run, position))
                .toList();
    }

    private static ProfitBox of(Run run, Position position) {
        List<Filled> fills = run.fills().ofPosition(position.id());
        PositionRow row = PositionRow.of(run, position);
        long until = row.isOpen() ? run.end() : fills.getLast().time();
        return new ProfitBox(fills.getFirst().time(), until, row.prices(), row.profit());
    }

    /** The box for the page: from, until, and the prices with the profit. */
    Object row() {
        return List.of(from, until, new Island.Column(new double[] {prices.entry(), prices.exit(), profit}, 6));
    }
}
