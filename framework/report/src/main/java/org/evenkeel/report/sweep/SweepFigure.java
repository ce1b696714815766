package org.evenkeel.report.sweep;

import org.evenkeel.metrics.Figure;
import org.evenkeel.metrics.NamedFigure;
import org.evenkeel.metrics.Unit;

/**
 * A figure to show, with its definition.
 *
 * @param label its name for people
 * @param unit what it is counted in
 * @param figure the value, or why there is none
 * @param formula how it is computed; empty text where that need not be said
 * @param source where the definition comes from; empty text likewise
 */
public record SweepFigure(String label, Unit unit, Figure figure, String formula, String source) {
    /** A figure whose definition need not be said. */
    public static SweepFigure of(String label, Unit unit, Figure figure) {
        return new SweepFigure(label, unit, figure, "", "");
    }

    /** One of the house's metrics. */
    public static SweepFigure of(NamedFigure named) {
        return new SweepFigure(
                named.metric().label(),
                named.metric().unit(),
                named.figure(),
                named.metric().formula(),
                named.metric().source());
    }
}
