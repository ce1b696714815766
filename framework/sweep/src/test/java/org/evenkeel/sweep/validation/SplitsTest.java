package org.evenkeel.sweep.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

class SplitsTest {
    private static BitSet set(List<Split.Range> ranges) {
        BitSet set = new BitSet();
        ranges.forEach(range -> set.set(range.from(), range.to()));
        return set;
    }

    @SeededTest
    void of_cross_validation_every_period_is_tested_equally_often_and_none_near_a_test_is_chosen_by(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int folds = random.nextInt(2, 9);
        int tested = random.nextInt(1, folds);
        int periods = random.nextInt(40 * folds, 60 * folds);
        Splits.Gap gap = new Splits.Gap(random.nextInt(8), random.nextInt(8));
        int[] tests = new int[periods];
        List<Split> splits = Splits.combinatorial(periods, folds, tested, gap);
        for (Split split : splits) {
            BitSet train = set(split.train());
            BitSet test = set(split.test());
            assertFalse(train.intersects(test));
            for (int period = 0; period < periods; period++) {
                tests[period] += test.get(period) ? 1 : 0;
                assertEquals(far(period, test, periods, gap), train.get(period), "period " + period);
            }
        }
        assertEquals(choose(folds, tested), splits.size());
        for (int count : tests) {
            assertEquals(choose(folds - 1, tested - 1), count);
        }
    }

    /** By the definition: no tested period within the purge on either side, nor before it within purge and embargo. */
    private static boolean far(int period, BitSet test, int periods, Splits.Gap gap) {
        for (int other = 0; other < periods; other++) {
            boolean near =
                    other >= period ? other - period <= gap.purge() : period - other <= gap.purge() + gap.embargo();
            if (test.get(other) && near) {
                return false;
            }
        }
        return true;
    }

    private static long choose(int n, int k) {
        long result = 1;
        for (int i = 1; i <= k; i++) {
            result = result * (n - k + i) / i;
        }
        return result;
    }

    @SeededTest
    void a_walk_forward_tests_each_period_after_the_first_training_once_by_what_was_before_it(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int periods = random.nextInt(50, 300);
        int train = random.nextInt(10, 40);
        int test = random.nextInt(1, 20);
        int purge = random.nextInt(5);
        boolean expanding = random.nextBoolean();
        int next = train;
        for (Split split : Splits.walkForward(periods, train, test, expanding, purge)) {
            Split.Range tested = split.test().getFirst();
            Split.Range chosenBy = split.train().getFirst();
            assertEquals(next, tested.from());
            assertEquals(tested.from() - purge, chosenBy.to());
            assertEquals(expanding ? 0 : tested.from() - train, chosenBy.from());
            assertTrue(tested.size() == test || tested.to() == periods);
            next = tested.to();
        }
        assertEquals(periods, next);
    }

    @Test
    void folds_that_cannot_be_made_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> Splits.purgedFolds(10, 6, Splits.Gap.NONE));
        assertThrows(IllegalArgumentException.class, () -> Splits.combinatorial(100, 4, 4, Splits.Gap.NONE));
        assertThrows(IllegalArgumentException.class, () -> Splits.combinatorial(100, 2, 1, new Splits.Gap(60, 0)));
        Splits.Gap endless = new Splits.Gap(Integer.MAX_VALUE, Integer.MAX_VALUE);
        String said = assertThrows(IllegalArgumentException.class, () -> Splits.purgedFolds(100, 5, endless))
                .getMessage();
        assertTrue(String.valueOf(said).contains("make them shorter"), said);
        assertThrows(IllegalArgumentException.class, () -> Splits.walkForward(10, 10, 1, true, 0));
        assertThrows(IllegalArgumentException.class, () -> Splits.walkForward(100, 10, 5, true, 9));
    }
}
