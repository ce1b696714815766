package org.evenkeel.report.frontier;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What return may be expected for what risk.
 *
 * @param title the heading
 * @param line the frontier, in the order to draw it in: from the least risk on
 * @param chosen the portfolios to show upon it: maximum Sharpe, minimum variance
 * @param assets the assets by themselves
 * @param riskFree the risk-free rate, from which a line goes to the first of the chosen; empty for none
 */
public record Frontier(
        String title, List<Point> line, List<Point> chosen, List<Point> assets, OptionalDouble riskFree) {
    /**
     * Keeps copies.
     *
     * @throws IllegalArgumentException when there is nothing to draw
     */
    public Frontier {
        line = List.copyOf(line);
        chosen = List.copyOf(chosen);
        assets = List.copyOf(assets);
        if (line.isEmpty() && chosen.isEmpty() && assets.isEmpty()) {
            throw new IllegalArgumentException("The frontier '" + title + "' has no point to draw.");
        }
    }

    /**
     * A portfolio or an asset.
     *
     * @param name its name; empty text for a point of the line
     * @param risk the volatility of a year, as a fraction
     * @param expected the expected return of a year, as a fraction
     */
    public record Point(String name, double risk, double expected) {
        /**
         * @throws IllegalArgumentException when a figure is not finite, or the risk below zero
         */
        public Point {
            if (!(risk >= 0) || !Double.isFinite(risk) || !Double.isFinite(expected)) {
                throw new IllegalArgumentException("The point '" + name + "' of a frontier needs a risk of 0 or more"
                        + " and an expected return, but has " + risk + " and " + expected + ".");
            }
        }

        /** A point of the line. */
        public static Point of(double risk, double expected) {
            return new Point("", risk, expected);
        }
    }
}
