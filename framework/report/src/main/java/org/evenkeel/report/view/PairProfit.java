package org.evenkeel.report.view;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one pair brought.
 *
 * @param label the pair's name
 * @param positions how many positions it had
 * @param won how many of them brought a profit
 * @param profit all of them together, in USD
 * @param best the best of them
 * @param worst the worst of them
 */
public record PairProfit(String label, int positions, int won, double profit, double best, double worst) {
    /** The pairs of some positions, the most profitable first. */
    static List<PairProfit> of(List<PositionRow> rows) {
        Map<String, PairProfit> pairs = new LinkedHashMap<>();
        for (PositionRow row : rows) {
            pairs.merge(row.label(), of(row), PairProfit::and);
        }
        return pairs.values().stream()
                .sorted(Comparator.comparingDouble(PairProfit::profit).reversed())
                .toList();
    }

    private static PairProfit of(PositionRow row) {
        double profit = row.profit();
        return new PairProfit(row.label(), 1, profit > 0 ? 1 : 0, profit, profit, profit);
    }

    private PairProfit and(PairProfit other) {
        return new PairProfit(
                label,
                positions + other.positions,
                won + other.won,
                profit + other.profit,
                Math.max(best, other.best),
                Math.min(worst, other.worst));
    }
}
