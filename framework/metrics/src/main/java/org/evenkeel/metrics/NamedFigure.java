package org.evenkeel.metrics;

/** A metric and its figure. */
public record NamedFigure(Metric metric, Figure figure) {

    /** The figure for a reader: {@code 12.34 %}, or {@code undefined}. */
    public String text() {
        return switch (figure) {
            case Figure.Value(double value) -> metric.unit().format(value);
            case Figure.Undefined(UndefinedReason reason) -> "undefined";
        };
    }

    /** What to show beside the figure: its formula, and where it is undefined the reason. */
    public String explanation() {
        return switch (figure) {
            case Figure.Value(double value) -> metric.formula();
            case Figure.Undefined(UndefinedReason reason) -> metric.formula() + " — undefined: " + reason.sentence();
        };
    }
}
