package org.evenkeel.optimizer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.GenericSolver;
import org.ojalgo.structure.Access1D;

/** Where the solver keeps each row: inequalities first, one for each side that a row has, then equations. */
final class RowOrder {
    private record Place(int row, double sign) {}

    private final List<Place> places = new ArrayList<>();

    private RowOrder() {}

    /** Hands rows to the builder of a solver. */
    static RowOrder add(List<Row> rows, GenericSolver.Builder<?, ?> builder) {
        RowOrder order = new RowOrder();
        for (int k = 0; k < rows.size(); k++) {
            Row row = rows.get(k);
            if (!row.isEquation() && Double.isFinite(row.upper())) {
                builder.inequality(row.upper(), row.coefficients());
                order.places.add(new Place(k, -1));
            }
            if (!row.isEquation() && Double.isFinite(row.lower())) {
                builder.inequality(-row.lower(), negative(row.coefficients()));
                order.places.add(new Place(k, 1));
            }
        }
        for (int k = 0; k < rows.size(); k++) {
            if (rows.get(k).isEquation()) {
                builder.equality(rows.get(k).lower(), rows.get(k).coefficients());
                order.places.add(new Place(k, -1));
            }
        }
        return order;
    }

    /** The solver's multipliers as ours, one a row: above 0 where the lower side holds, below where the upper does. */
    double[] multipliers(@Nullable Access1D<?> duals, List<Row> rows) {
        double[] multipliers = new double[rows.size()];
        for (int i = 0; duals != null && i < Math.min(duals.size(), places.size()); i++) {
            multipliers[places.get(i).row()] += places.get(i).sign() * duals.doubleValue(i);
        }
        return multipliers;
    }

    private static double[] negative(double[] values) {
        double[] negative = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            negative[i] = -values[i];
        }
        return negative;
    }
}
