package org.evenkeel.report.view;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.report.view.Fills.Filled;
import org.evenkeel.state.model.Cycle;

/** What was held after each decision, from the trades played again. */
final class Holdings {
    private final Run run;
    private final List<Cycle> cycles;
    private final double[] quantities;

    Holdings(Run run) {
        this.run = run;
        this.cycles = run.book().cycles();
        this.quantities = new double[run.labels().pairs().size()];
    }

    /** The value of each pair (first index) after each decision (second), at the prices that the decision saw. */
    double[][] valuesAfterDecisions() {
        double[][] values = new double[quantities.length][cycles.size()];
        List<List<Filled>> fills = byCycle();
        for (int cycle = 0; cycle < cycles.size(); cycle++) {
            fills.get(cycle).forEach(this::book);
            double[] prices = cycles.get(cycle).inputs().prices();
            for (int pair = 0; pair < quantities.length; pair++) {
                values[pair][cycle] = quantities[pair] <= 0 ? 0 : quantities[pair] * known(prices, pair);
            }
        }
        return values;
    }

    /** A pair that was bought before it had a price, as a late fill may be, counts once it has one. */
    private static double known(double[] prices, int pair) {
        return Double.isNaN(prices[pair]) ? 0 : prices[pair];
    }

    /** The trades that each cycle's end was the first to know of. */
    private List<List<Filled>> byCycle() {
        List<List<Filled>> byCycle = new ArrayList<>();
        cycles.forEach(cycle -> byCycle.add(new ArrayList<>()));
        for (Filled filled : run.fills().all()) {
            int first = filled.plan().cycle() - 1;
            boolean between = !filled.reason().isDecided() || filled.awaited();
            while (between && first < cycles.size() && !isKnownTo(cycles.get(first), filled)) {
                first++;
            }
            if (first >= 0 && first < cycles.size()) {
                byCycle.get(first).add(filled);
            }
        }
        return byCycle;
    }

    /** A trade between decisions is made after the decision that it follows from, even where it is at its very time. */
    private static boolean isKnownTo(Cycle cycle, Filled filled) {
        return cycle.number() > filled.plan().cycle() && !filled.end().at().isAfter(cycle.at());
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
