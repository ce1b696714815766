package org.evenkeel.indicators;

/** The checks that every function makes of its length and its columns. */
final class Lengths {
    private Lengths() {}

    static void check(int length, int shortest, String what) {
        if (length < shortest) {
            throw new IllegalArgumentException(
                    what + " over " + length + " values is not defined: the length must be " + shortest + " or more.");
        }
    }

    static void same(String what, double[] first, double[]... others) {
        for (double[] other : others) {
            if (other.length != first.length) {
                throw new IllegalArgumentException(what + " needs columns of one length, but there are " + first.length
                        + " and " + other.length + " values.");
            }
        }
    }

    static double finiteOrNaN(double value) {
        return Math.abs(value) < Double.POSITIVE_INFINITY ? value : Double.NaN;
    }
}
