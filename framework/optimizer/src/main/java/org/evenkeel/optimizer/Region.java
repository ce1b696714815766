package org.evenkeel.optimizer;

import java.util.List;

/**
 * All x between two bounds, which are finite, that obey some rows.
 *
 * @param lower the least that each variable may be
 * @param upper the most
 * @param rows the conditions on several variables at once
 */
record Region(double[] lower, double[] upper, List<Row> rows) {
    Region {
        rows = List.copyOf(rows);
    }

    int size() {
        return lower.length;
    }

    /**
     * A number that objective · x is at least, whatever x in the region, by weak duality: it holds for any multipliers,
     * whoever they come from, and is the least itself for the right ones.
     *
     * @param objective what is minimised
     * @param multipliers one a row; those that point to a side which the row does not have count as 0
     */
    double leastOf(double[] objective, double[] multipliers) {
        double bound = 0;
        double[] rest = objective.clone();
        for (int k = 0; k < multipliers.length; k++) {
            Row row = rows.get(k);
            double side = multipliers[k] > 0 ? row.lower() : row.upper();
            if (multipliers[k] != 0 && Double.isFinite(side)) {
                bound += multipliers[k] * side;
                for (int i = 0; i < rest.length; i++) {
                    rest[i] -= multipliers[k] * row.coefficients()[i];
                }
            }
        }
        for (int i = 0; i < rest.length; i++) {
            bound += Math.min(rest[i] * lower[i], rest[i] * upper[i]);
        }
        return bound;
    }

    /** How far each variable and then each row can go at the most. */
    double[] ways() {
        double[] ways = new double[size() + rows.size()];
        for (int i = 0; i < size(); i++) {
            ways[i] = upper[i] - lower[i];
        }
        for (int k = 0; k < rows.size(); k++) {
            for (int i = 0; i < size(); i++) {
                ways[size() + k] += Math.abs(rows.get(k).coefficients()[i]) * ways[i];
            }
        }
        return ways;
    }

    /** The largest of the rows' violations at x. */
    double violation(double[] x) {
        double worst = 0;
        for (Row row : rows) {
            worst = Math.max(worst, row.violation(x));
        }
        return worst;
    }

    /** Moves each variable between its bounds; for what rounding leaves outside. */
    double[] clipped(double[] x) {
        double[] inside = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            inside[i] = Math.max(lower[i], Math.min(upper[i], x[i])) + 0.0;
        }
        return inside;
    }

    /** The region of x × units. */
    Region inUnits(double[] units) {
        double[] low = new double[units.length];
        double[] high = new double[units.length];
        for (int i = 0; i < units.length; i++) {
            low[i] = lower[i] * units[i];
            high[i] = upper[i] * units[i];
        }
        return new Region(
                low, high, rows.stream().map(row -> row.inUnits(units)).toList());
    }
}
