package org.evenkeel.metrics;

/** A metric and its figure. */
public record NamedFigure(Metric metric, Figure figure) {
    /** Stands for a reader where a figure is undefined; its reason stands beside it. */
    public static final String NONE = "n/a";

    /** The figure for a reader: {@code 12.34 %}, or {@link #NONE}. */
    public String text() {
        return switch (figure) {
            case Figure.Value(double value) -> metric.unit().format(value);
            case Figure.Undefined(UndefinedReason reason) -> NONE;
        };
    }

    /** What to show beside the figure: its formula, and where it is undefined the reason. */
    public String explanation() {
        return switch (figure) {
            case Figure.Value(double value) -> metric.formula();
            case Figure.Undefined(UndefinedReason reason) -> metric.formula() + " — " + NONE + ": " + reason.sentence();
        };
    }
}
