package org.evenkeel.optimizer;

import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Whole units of the least error, as a knapsack. A unit within an asset's share takes its price from what the asset
 * lacks and from what is left over; the one that goes beyond its share takes, of the two together, twice what it lacked;
 * further ones take nothing. So each asset has units within its share and one beyond, and what they take in all is to be
 * the most that the money buys.
 */
final class UnitsProgram {
    private static final int MAX_ITERATIONS = 200_000;

    private UnitsProgram() {}

    /**
     * The units of each asset.
     *
     * @param wanted the money that each asset's share is
     * @param prices of a unit, above 0
     */
    static long[] units(double[] wanted, double[] prices) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable[] within = new Variable[wanted.length];
        Variable[] beyond = new Variable[wanted.length];
        long[] floors = WholeUnits.floors(wanted, prices);
        double money = 0;
        for (int i = 0; i < wanted.length; i++) {
            money += wanted[i];
            double lacking = wanted[i] - floors[i] * prices[i];
            within[i] = model.newVariable("within" + i)
                    .integer()
                    .lower(0)
                    .upper(floors[i])
                    .weight(prices[i]);
            beyond[i] = model.newVariable("beyond" + i)
                    .integer()
                    .lower(0)
                    .upper(lacking > 0 ? 1 : 0)
                    .weight(lacking);
        }
        Expression spent = model.newExpression("spent").upper(money);
        for (int i = 0; i < wanted.length; i++) {
            spent.set(within[i], prices[i]);
            spent.set(beyond[i], prices[i]);
        }
        model.options.iterations_abort = MAX_ITERATIONS;
        Optimisation.Result result = model.maximise();
        long[] units = new long[wanted.length];
        double paid = 0;
        for (int i = 0; i < units.length; i++) {
            units[i] = Math.round(result.doubleValue(2 * i)) + Math.round(result.doubleValue(2 * i + 1));
            paid += units[i] * prices[i];
        }
        return paid <= money ? units : floors;
    }
}
