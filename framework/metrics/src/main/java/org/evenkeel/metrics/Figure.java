package org.evenkeel.metrics;

import java.util.OptionalDouble;

/** A number, or the reason why there is none. Never NaN and never a zero that stands for "unknown". */
public sealed interface Figure {

    /**
     * A figure that is defined.
     *
     * @param value finite
     */
    record Value(double value) implements Figure {
        public Value {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("A figure's value must be finite, but is " + value
                        + "; say Figure.undefined(reason) where there is none");
            }
        }
    }

    /** A figure that is undefined, and why. */
    record Undefined(UndefinedReason reason) implements Figure {}

    /** The figure of this value, which must be finite. */
    static Figure value(double value) {
        return new Value(value);
    }

    /** The figure that is undefined for this reason. */
    static Figure undefined(UndefinedReason reason) {
        return new Undefined(reason);
    }

    /**
     * The figure of what a function of {@link org.evenkeel.metrics.arrays} returned.
     *
     * @param ifNaN the reason where it is NaN; an infinite value is {@link UndefinedReason#TOO_LARGE}
     */
    static Figure of(double value, UndefinedReason ifNaN) {
        if (Double.isFinite(value)) {
            return new Value(value);
        }
        return new Undefined(Double.isNaN(value) ? ifNaN : UndefinedReason.TOO_LARGE);
    }

    /** The value, empty where the figure is undefined. */
    default OptionalDouble find() {
        return switch (this) {
            case Value(double value) -> OptionalDouble.of(value);
            case Undefined(UndefinedReason reason) -> OptionalDouble.empty();
        };
    }
}
