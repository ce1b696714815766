package org.evenkeel.sweep.validation;

import java.util.List;

/**
 * Which periods a choice is made by, and which it is tested on.
 *
 * @param train one or more ranges, in order
 * @param test one or more ranges, in order, none of which meets one of those
 */
public record Split(List<Range> train, List<Range> test) {
    /** Keeps copies. */
    public Split {
        train = List.copyOf(train);
        test = List.copyOf(test);
    }

    /**
     * Periods that follow each other.
     *
     * @param from the first
     * @param to the one after the last
     */
    public record Range(int from, int to) {
        /**
         * @throws IllegalArgumentException when it is empty
         */
        public Range {
            if (from < 0 || to <= from) {
                throw new IllegalArgumentException("The range from " + from + " to " + to + " holds no period.");
            }
        }

        /** How many there are. */
        public int size() {
            return to - from;
        }
    }
}
