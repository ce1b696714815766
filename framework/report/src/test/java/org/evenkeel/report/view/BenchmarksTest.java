package org.evenkeel.report.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.evenkeel.report.SeededRun;
import org.evenkeel.report.Story;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

final class BenchmarksTest {
    private static final double NONE = Double.NaN;

    @Test
    void all_money_in_one_pair_follows_its_price() {
        Run run = new Story("A", "B")
                .decide(1_000, 1_000, 10, 4)
                .close(1_000, 1_000)
                .decide(1_000, 1_000, 15, 2)
                .close(1_000, 1_000)
                .run();
        List<Benchmarks.Line> lines = run.benchmarks().lines();
        assertArrayEquals(new double[] {1_000, 1_500}, lines.get(1).values());
        assertArrayEquals(new double[] {1_000, 500}, lines.get(2).values());
        assertArrayEquals(new double[] {1_000, 1_000}, lines.get(0).values());
    }

    @Test
    void money_for_a_pair_without_a_price_waits_for_the_first_one() {
        Run run = new Story("A")
                .decide(1_000, 1_000, NONE)
                .close(1_000, 1_000)
                .decide(1_000, 1_000, 5)
                .close(1_000, 1_000)
                .decide(1_000, 1_000, 10)
                .close(1_000, 1_000)
                .run();
        assertArrayEquals(
                new double[] {1_000, 1_000, 2_000},
                run.benchmarks().lines().get(1).values());
    }

    @Test
    void a_deposit_goes_into_the_benchmark_when_it_comes() {
        Story story =
                new Story("A").decide(1_000, 1_000, 10).close(1_000, 1_000).deposit(500);
        Run run = story.decide(1_500, 1_500, 20)
                .close(1_500, 1_500)
                .decide(1_500, 1_500, 40)
                .close(1_500, 1_500)
                .run();
        assertArrayEquals(
                new double[] {1_000, 2_500, 5_000},
                run.benchmarks().lines().get(1).values());
    }

    @Test
    void where_no_prices_are_known_there_is_no_value() {
        Run run = new Story("A")
                .decide(1_000, 1_000, 10)
                .close(1_000, 1_000)
                .value(3, 1_000, 1_000)
                .run();
        assertTrue(Double.isNaN(run.benchmarks().lines().get(1).values()[1]));
        assertEquals(1, run.benchmarks().equalWeight().orElseThrow().size());
    }

    @SeededTest
    void every_benchmark_begins_with_the_capital_and_equal_weight_is_their_mean(long seed) {
        Run run = SeededRun.of(seed).run();
        List<Benchmarks.Line> lines = run.benchmarks().lines();
        double capital = run.curve().equity()[0];
        lines.forEach(line -> assertEquals(capital, line.values()[0], 1e-6));
        for (int point = 0; point < run.curve().size(); point++) {
            double sum = 0;
            for (Benchmarks.Line line : lines.subList(1, lines.size())) {
                sum += line.values()[point];
            }
            assertEquals(sum / (lines.size() - 1), lines.getFirst().values()[point], 1e-6);
        }
    }
}
