package org.evenkeel.report.view;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.evenkeel.metrics.Metric;
import org.evenkeel.state.model.Trade;

/**
 * What each pair brought, and what lies between that and the profit of the run.
 *
 * @param pairs what the positions of each pair brought, the most profitable first
 * @param others what no position carries: with the pairs they add up to the total
 * @param total the run's profit, in USD; NaN where it is undefined
 */
public record Brought(List<PairProfit> pairs, List<Line> others, double total) {
    private static final double CENT = 0.005;

    /**
     * What else was paid.
     *
     * @param label for what
     * @param amount in USD, negative
     */
    public record Line(String label, double amount) {}

    static Brought of(Run run, List<PositionRow> rows) {
        List<PairProfit> pairs = PairProfit.of(rows);
        OptionalDouble profit = run.figures().find(Metric.PROFIT);
        List<Line> others = new ArrayList<>();
        add(others, "Bridging", -TradeFigures.bridging(run.book()).doubleValue());
        add(others, "Gas of transfers", -TradeFigures.transferGas(run.book()).doubleValue());
        add(others, "Gas of trades that failed", -gasOfFailed(run));
        long open = rows.stream().filter(PositionRow::isOpen).count();
        double explained = pairs.stream()
                        .mapToDouble(PairProfit::profit)
                        .filter(Double::isFinite)
                        .sum()
                + others.stream().mapToDouble(Line::amount).sum();
        profit.ifPresent(total -> add(others, sale(open), total - explained));
        return new Brought(pairs, others, profit.orElse(Double.NaN));
    }

    /** The book is worth what a sale brings, so what the sale of the open positions would cost is off its profit. */
    private static String sale(long open) {
        return "Selling what is open at the end (" + open + ")";
    }

    private static double gasOfFailed(Run run) {
        return run.book().trades().stream()
                .flatMap(trade -> trade.end().stream())
                .filter(Trade.Failed.class::isInstance)
                .mapToDouble(end -> ((Trade.Failed) end).gas().doubleValue())
                .sum();
    }

    private static void add(List<Line> lines, String label, double amount) {
        if (Math.abs(amount) >= CENT) {
            lines.add(new Line(label, amount));
        }
    }
}
