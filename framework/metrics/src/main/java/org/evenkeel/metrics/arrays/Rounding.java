package org.evenkeel.metrics.arrays;

/** Tells what differs from what is only the rounding of doubles. */
final class Rounding {

    /**
     * A return is a quotient near one, less one: it carries an error of about 2e-16 however small it is. A spread below
     * this, relative to {@code 1 + |mean|}, is that error and not a movement.
     */
    private static final double SPREAD = 1e-14;

    /** A fall from the peak by less than this fraction is the rounding of a compounded index. */
    static final double FALL = 1e-12;

    private Rounding() {}

    /** Whether values with this mean and standard deviation vary by more than rounding; false for NaN. */
    static boolean varies(double mean, double standardDeviation) {
        return standardDeviation > SPREAD * (1 + Math.abs(mean));
    }
}
