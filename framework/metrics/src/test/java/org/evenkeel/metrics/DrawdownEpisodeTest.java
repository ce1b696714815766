package org.evenkeel.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalLong;
import org.evenkeel.metrics.arrays.Drawdown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawdownEpisodeTest {

    @Test
    void an_episode_runs_from_the_last_point_at_the_peak_to_the_first_back_at_it() {
        EquityCurve curve = Curves.daily(100, 100, 80, 70, 90, 100, 110, 105);
        long[] t = curve.times();
        DrawdownEpisode first = new DrawdownEpisode(t[1], t[3], OptionalLong.of(t[5]), t[5], 70.0 / 100 - 1);
        DrawdownEpisode second = new DrawdownEpisode(t[6], t[7], OptionalLong.empty(), t[7], 105.0 / 110 - 1);
        assertEquals(List.of(first, second), DrawdownEpisode.all(curve));
        assertEquals(List.of(first), DrawdownEpisode.worst(curve, 1));
        assertEquals(2, first.daysDown(), 0);
        assertEquals(4, first.days(), 0);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void episodes_do_not_overlap_and_cover_every_point_under_water(long seed) {
        EquityCurve curve = Curves.random(seed);
        List<DrawdownEpisode> all = DrawdownEpisode.all(curve);
        double[] depth = Drawdown.column(curve.equity());
        long lastEnd = Long.MIN_VALUE;
        for (DrawdownEpisode episode : all) {
            assertTrue(episode.peakTime() >= lastEnd);
            lastEnd = episode.endTime();
        }
        for (int i = 0; i < depth.length; i++) {
            long time = curve.times()[i];
            double own = depth[i];
            boolean covered = all.stream()
                    .anyMatch(e -> e.peakTime() < time
                            && (time < e.endTime() || e.recoveryTime().isEmpty())
                            && e.depth() <= own);
            assertEquals(own < 0, covered, "point " + i);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {9, 10, 11, 12})
    void the_worst_is_the_maximum_drawdown_and_the_longest_the_longest(long seed) {
        EquityCurve curve = Curves.random(seed);
        PerformanceReport report = Metrics.of(MetricsInput.of(curve));
        DrawdownEpisode worst = DrawdownEpisode.worst(curve, 5).getFirst();
        assertEquals(worst.depth(), report.find(Metric.MAX_DRAWDOWN).orElseThrow());
        assertEquals(worst.days(), report.find(Metric.MAX_DRAWDOWN_DURATION).orElseThrow());
        double longest = DrawdownEpisode.all(curve).stream()
                .mapToDouble(DrawdownEpisode::days)
                .max()
                .orElseThrow();
        assertEquals(longest, report.find(Metric.LONGEST_DRAWDOWN_DURATION).orElseThrow());
    }

    @Test
    void of_equal_depths_the_earlier_comes_first() {
        EquityCurve curve = Curves.daily(100, 50, 100, 50, 100);
        assertEquals(
                curve.times()[0], DrawdownEpisode.worst(curve, 2).getFirst().peakTime());
    }

    @Test
    void a_curve_that_only_rises_or_has_nothing_to_fall_from_has_none() {
        assertEquals(List.of(), DrawdownEpisode.all(Curves.daily(1, 2, 3)));
        assertEquals(List.of(), DrawdownEpisode.all(Curves.daily(0, 2, 1)));
    }

    @Test
    void an_episode_that_ends_before_it_falls_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new DrawdownEpisode(5, 5, OptionalLong.empty(), 5, -0.1));
        assertThrows(IllegalArgumentException.class, () -> new DrawdownEpisode(5, 6, OptionalLong.empty(), 6, 0));
    }
}
