package org.evenkeel.sweep.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.evenkeel.sweep.validation.Split.Range;

/**
 * Ways to split periods into those to choose by and those to test on.
 *
 * <p>A position that is open across the border between the two belongs to both, and so does an indicator's window.
 * Purging leaves out periods to choose by on both sides of those to test on; an embargo leaves out some more after
 * them. Source: López de Prado, "Advances in Financial Machine Learning" (2018), chapters 7 and 12.
 */
public final class Splits {
    private Splits() {}

    /**
     * What is left out around the periods to test on.
     *
     * @param purge how many periods on either side, 0 or more
     * @param embargo how many more after them, 0 or more
     */
    public record Gap(int purge, int embargo) {
        /** Nothing. */
        public static final Gap NONE = new Gap(0, 0);

        /**
         * @throws IllegalArgumentException when one is below 0
         */
        public Gap {
            if (purge < 0 || embargo < 0) {
                throw new IllegalArgumentException(
                        "Purge and embargo count periods, 0 or more, but are " + purge + " and " + embargo + ".");
            }
        }
    }

    /**
     * Walk-forward: each test follows on the one before, and is chosen by the periods before it.
     *
     * @param periods how many there are
     * @param train how many periods each choice is made by, at least; the first test begins after them
     * @param test how many each is tested on; the last test may have fewer
     * @param expanding whether each choice is made by all periods before, or by the last {@code train} of them
     * @param purge how many periods before the test are left out
     * @throws IllegalArgumentException when no test fits in
     */
    public static List<Split> walkForward(int periods, int train, int test, boolean expanding, int purge) {
        if (train - purge < 2 || test < 1 || train + 1 > periods) {
            throw new IllegalArgumentException("With " + periods + " periods there is no walk-forward that chooses by "
                    + train + " (of which " + purge + " are left out) and tests on " + test
                    + ": choose by fewer, or take a longer period.");
        }
        List<Split> splits = new ArrayList<>();
        for (int from = train; from < periods; from += test) {
            Range chosenBy = new Range(expanding ? 0 : from - train, from - purge);
            splits.add(new Split(List.of(chosenBy), List.of(new Range(from, Math.min(periods, from + test)))));
        }
        return splits;
    }

    /**
     * Purged cross-validation: each of some folds is tested on once, chosen by all others.
     *
     * @param folds 2 or more
     */
    public static List<Split> purgedFolds(int periods, int folds, Gap gap) {
        return combinatorial(periods, folds, 1, gap);
    }

    /**
     * Combinatorially purged cross-validation: every choice of some folds is tested on, chosen by the others.
     *
     * @param folds how many folds there are, 2 to 20
     * @param tested how many of them each test has, 1 or more and fewer than there are
     * @throws IllegalArgumentException when the folds are too many for the periods, or nothing is left to choose by
     */
    public static List<Split> combinatorial(int periods, int folds, int tested, Gap gap) {
        if (folds < 2 || folds > 20 || tested < 1 || tested >= folds || periods < 2 * folds) {
            throw new IllegalArgumentException("There is no cross-validation of " + periods + " periods in " + folds
                    + " folds with " + tested + " of them tested on: take 2 to 20 folds of 2 periods or more, and test"
                    + " on fewer than all.");
        }
        List<Split> splits = new ArrayList<>();
        for (int mask = 0; mask < 1 << folds; mask++) {
            if (Integer.bitCount(mask) == tested) {
                splits.add(split(periods, folds, mask, gap));
            }
        }
        return splits;
    }

    private static Split split(int periods, int folds, int mask, Gap gap) {
        boolean[] test = new boolean[periods];
        boolean[] left = new boolean[periods];
        for (int fold = 0; fold < folds; fold++) {
            if ((mask >>> fold & 1) == 1) {
                int from = start(periods, folds, fold);
                int to = start(periods, folds, fold + 1);
                Arrays.fill(test, from, to, true);
                int after = Math.clamp((long) to + gap.purge() + gap.embargo(), to, periods);
                Arrays.fill(left, Math.max(0, from - gap.purge()), after, true);
            }
        }
        boolean[] train = new boolean[periods];
        for (int i = 0; i < periods; i++) {
            train[i] = !left[i];
        }
        List<Range> chosenBy = ranges(train);
        if (chosenBy.stream().mapToInt(Range::size).sum() < 2) {
            throw new IllegalArgumentException("A purge of " + gap.purge() + " and an embargo of " + gap.embargo()
                    + " periods leave nothing to choose by: make them shorter, or take fewer folds.");
        }
        return new Split(chosenBy, ranges(test));
    }

    private static int start(int periods, int folds, int fold) {
        return (int) ((long) fold * periods / folds);
    }

    private static List<Range> ranges(boolean[] in) {
        List<Range> ranges = new ArrayList<>();
        int from = -1;
        for (int i = 0; i <= in.length; i++) {
            boolean inside = i < in.length && in[i];
            if (inside && from < 0) {
                from = i;
            } else if (!inside && from >= 0) {
                ranges.add(new Range(from, i));
                from = -1;
            }
        }
        return ranges;
    }
}
