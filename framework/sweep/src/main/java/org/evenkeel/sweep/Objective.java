package org.evenkeel.sweep;

import java.util.Collection;
import org.evenkeel.api.ParameterException;
import org.evenkeel.market.NearestName;

/**
 * What makes one run better than another.
 *
 * @param figure the name of a figure
 * @param smaller whether less of it is better, as of a volatility
 */
public record Objective(String figure, boolean smaller) {
    /** More of a figure is better. */
    public static Objective most(String figure) {
        return new Objective(figure, false);
    }

    /** Less of a figure is better. */
    public static Objective least(String figure) {
        return new Objective(figure, true);
    }

    /** How good a run is: higher is better, NaN where that is undefined. */
    public double score(Trial trial) {
        double value = trial.figure(figure);
        return smaller ? -value : value;
    }

    /**
     * Makes sure that runs have the figure.
     *
     * @throws ParameterException with the nearest one they have
     */
    public void require(Collection<String> figures) {
        if (!figures.contains(figure)) {
            throw new ParameterException("There is no figure '" + figure + "' to choose the best run by."
                    + NearestName.hint(figure, figures) + " There are " + figures + ".");
        }
    }

    @Override
    public String toString() {
        return (smaller ? "least " : "most ") + figure;
    }
}
