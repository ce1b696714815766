package org.evenkeel.report.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

final class ThinningTest {
    @SeededTest
    void no_extreme_is_lost_and_time_goes_on(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = random.doubles(random.nextInt(500, 5_000)).toArray();
        int most = random.nextInt(10, 400);
        Thinning thinning = Thinning.of(values, most);
        double[] kept = thinning.of(values);
        assertTrue(kept.length <= most);
        assertEquals(Arrays.stream(values).max(), Arrays.stream(kept).max());
        assertEquals(Arrays.stream(values).min(), Arrays.stream(kept).min());
        assertEquals(values[0], kept[0]);
        assertEquals(values[values.length - 1], kept[kept.length - 1]);
        long[] times = new long[values.length];
        Arrays.setAll(times, i -> i);
        long[] picked = thinning.of(times);
        for (int i = 1; i < picked.length; i++) {
            assertTrue(picked[i] > picked[i - 1]);
        }
    }

    @Test
    void a_short_curve_is_kept_whole() {
        double[] values = {3, 1, 2};
        assertArrayEquals(values, Thinning.of(values, 4).of(values));
        assertEquals(0, Thinning.of(new double[0], 4).size());
    }
}
