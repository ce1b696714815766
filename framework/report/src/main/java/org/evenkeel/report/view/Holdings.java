package org.evenkeel.report.view;

import java.util.List;
import org.evenkeel.report.view.Fills.Filled;
import org.evenkeel.state.model.Cycle;

/** What was held after each decision, from the trades played again in their order. */
final class Holdings {
    private final Run run;
    private final double[] quantities;
    private int next;

    Holdings(Run run) {
        this.run = run;
        this.quantities = new double[run.labels().pairs().size()];
    }

    /** The value of each pair (first index) after each decision (second), at the prices that the decision saw. */
    double[][] valuesAfterDecisions() {
        List<Cycle> cycles = run.book().cycles();
        double[][] values = new double[quantities.length][cycles.size()];
        for (int cycle = 0; cycle < cycles.size(); cycle++) {
            advance(cycles.get(cycle).number());
            double[] prices = cycles.get(cycle).inputs().prices();
            for (int pair = 0; pair < quantities.length; pair++) {
                values[pair][cycle] = quantities[pair] == 0 ? 0 : Math.max(0, quantities[pair]) * known(prices, pair);
            }
        }
        return values;
    }

    /** A pair that was bought before it had a price, as a late fill may be, counts once it has one. */
    private static double known(double[] prices, int pair) {
        return Double.isNaN(prices[pair]) ? 0 : prices[pair];
    }

    /** Books all trades of earlier cycles, and of this one those of its decision. */
    private void advance(int cycle) {
        List<Filled> fills = run.fills().all();
        while (next < fills.size() && isDone(fills.get(next), cycle)) {
            book(fills.get(next++));
        }
    }

    private static boolean isDone(Filled filled, int cycle) {
        boolean between = filled.reason().isTrigger() || filled.awaited();
        return filled.plan().cycle() < cycle || (filled.plan().cycle() == cycle && !between);
    }

    private void book(Filled filled) {
        int pair = run.labels().indexOf(filled.pair());
        if (pair >= 0) {
            quantities[pair] += filled.isBuy() ? filled.quantity() : -filled.quantity();
            double dust = Math.abs(quantities[pair]);
            // Doubles do not add up to exactly nothing; the ledger does.
            quantities[pair] = dust < 1e-12 * filled.quantity() ? 0 : quantities[pair];
        }
    }
}
