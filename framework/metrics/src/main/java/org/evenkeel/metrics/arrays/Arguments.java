package org.evenkeel.metrics.arrays;

/** Checks of arguments that several functions share. */
final class Arguments {

    private Arguments() {}

    static void requireSameLength(String whatA, double[] a, String whatB, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(whatA + " has " + a.length + " values and " + whatB + " has " + b.length
                    + ": both must be columns over the same periods; align them by time first");
        }
    }

    static void requirePositive(String what, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(what + " must be a positive finite number, but is " + value);
        }
    }
}
