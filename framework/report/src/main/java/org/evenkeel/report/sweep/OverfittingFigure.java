package org.evenkeel.report.sweep;

import java.util.OptionalDouble;
import org.evenkeel.metrics.Figure;

/**
 * What one test of overfitting says.
 *
 * @param test which
 * @param value its value; empty where it is undefined
 * @param reason why it is undefined, without capital or full stop; empty text where it is defined
 */
public record OverfittingFigure(OverfittingTest test, OptionalDouble value, String reason) {
    /**
     * @throws IllegalArgumentException when the value is not finite, or there is neither value nor reason
     */
    public OverfittingFigure {
        if (value.isPresent() && !Double.isFinite(value.getAsDouble())) {
            throw new IllegalArgumentException(
                    "The value of " + test + " must be finite, but is " + value.getAsDouble() + ": give the reason.");
        }
        if (value.isEmpty() && reason.isBlank()) {
            throw new IllegalArgumentException("Where " + test + " is undefined, its reason must be given.");
        }
    }

    /** A figure that is defined. */
    public static OverfittingFigure of(OverfittingTest test, double value) {
        return new OverfittingFigure(test, OptionalDouble.of(value), "");
    }

    /** A figure as the metrics give it. */
    public static OverfittingFigure of(OverfittingTest test, Figure figure) {
        return switch (figure) {
            case Figure.Value(double value) -> of(test, value);
            case Figure.Undefined undefined ->
                undefined(test, undefined.reason().sentence());
        };
    }

    /** A figure that is undefined, and why. */
    public static OverfittingFigure undefined(OverfittingTest test, String reason) {
        return new OverfittingFigure(test, OptionalDouble.empty(), reason);
    }
}
