package org.evenkeel.indicators;

/** The check that every function makes of its length. */
final class Lengths {
    private Lengths() {}

    static void check(int length, int shortest, String what) {
        if (length < shortest) {
            throw new IllegalArgumentException(
                    what + " over " + length + " values is not defined: the length must be " + shortest + " or more.");
        }
    }

    static double finiteOrNaN(double value) {
        return Math.abs(value) < Double.POSITIVE_INFINITY ? value : Double.NaN;
    }
}
