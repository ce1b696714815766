package org.evenkeel.metrics.arrays;

import java.util.Arrays;

/** Puts the least and the greatest values of a column in order, and leaves those between them: less work than sorting. */
final class Ends {
    /** Fewer values are sorted as they are. */
    private static final int FEW = 64;

    private Ends() {}

    /**
     * Moves values so that those up to one position and those from another on stand where they would be if all were
     * sorted, and the rest between them in any order.
     *
     * @param last the position up to which the least are sorted
     * @param first the position from which on the greatest are sorted
     */
    static void sort(double[] values, int last, int first) {
        if (values.length <= FEW || first <= last + 1) {
            Arrays.sort(values);
            return;
        }
        select(values, 0, last);
        select(values, last + 1, first);
        Arrays.sort(values, 0, last);
        Arrays.sort(values, first, values.length);
    }

    /**
     * Moves the values from one position on so that the one at another is in place: none before it is greater, none
     * after it less. By Hoare's method of 1961, which halves what it looks at each time; where it comes upon values that
     * it does not halve, what is left is sorted.
     */
    private static void select(double[] values, int start, int position) {
        int from = start;
        int to = values.length - 1;
        int rounds = 2 * (Integer.SIZE - Integer.numberOfLeadingZeros(values.length));
        while (to - from > FEW && rounds-- > 0) {
            double pivot = middle(values[from], values[(from + to) >>> 1], values[to]);
            int low = from;
            int high = to;
            while (low <= high) {
                while (values[low] < pivot) {
                    low++;
                }
                while (values[high] > pivot) {
                    high--;
                }
                if (low <= high) {
                    double swapped = values[low];
                    values[low++] = values[high];
                    values[high--] = swapped;
                }
            }
            if (position <= high) {
                to = high;
            } else if (position >= low) {
                from = low;
            } else {
                return;
            }
        }
        Arrays.sort(values, from, to + 1);
    }

    private static double middle(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
