package org.evenkeel.optimizer;

import java.util.function.DoubleUnaryOperator;

/** Finds where a rising function is 0: by secants (the Illinois rule), which are exact on straight pieces, and halving. */
final class Search {
    private static final int MAX_STEPS = 200;
    private static final int SECANTS_BEFORE_HALVING = 4;

    private Search() {}

    /**
     * A place where the function is within the tolerance of 0, or as near as doubles come.
     *
     * @param low a place where it is 0 or less
     * @param high one where it is 0 or more
     */
    static double zero(DoubleUnaryOperator rising, double low, double high, double tolerance) {
        double left = low;
        double right = high;
        double atLeft = rising.applyAsDouble(left);
        double atRight = rising.applyAsDouble(right);
        double width = right - left;
        int side = 0;
        for (int step = 1; step <= MAX_STEPS && atRight > tolerance && atLeft < 0; step++) {
            boolean halve = step % SECANTS_BEFORE_HALVING == 0 && right - left > width / 2;
            width = step % SECANTS_BEFORE_HALVING == 0 ? right - left : width;
            double middle = halve ? left + (right - left) / 2 : left - atLeft * ((right - left) / (atRight - atLeft));
            if (!(middle > left && middle < right)) {
                break;
            }
            double value = rising.applyAsDouble(middle);
            if (Math.abs(value) <= tolerance) {
                return middle;
            }
            if (value < 0) {
                atRight /= side < 0 ? 2 : 1;
                left = middle;
                atLeft = value;
            } else {
                atLeft /= side > 0 ? 2 : 1;
                right = middle;
                atRight = value;
            }
            side = value < 0 ? -1 : 1;
        }
        return right;
    }
}
