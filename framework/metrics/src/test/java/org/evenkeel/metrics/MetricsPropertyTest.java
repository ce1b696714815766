package org.evenkeel.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for every curve. */
class MetricsPropertyTest {

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_larger_account_has_the_same_figures_but_for_its_money(long seed) {
        EquityCurve curve = Curves.random(seed);
        double factor = new SplittableRandom(seed).nextDouble(0.001, 1000);
        double[] scaled = Arrays.stream(curve.equity()).map(e -> e * factor).toArray();
        PerformanceReport small = Metrics.of(MetricsInput.of(curve));
        PerformanceReport large = Metrics.of(MetricsInput.of(EquityCurve.of(curve.times(), scaled)));
        for (NamedFigure named : small.figures()) {
            double scale = named.metric().unit() == Unit.USD ? factor : 1;
            assertClose(named.figure(), scale, large.figure(named.metric()), named.metric());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void deposits_and_withdrawals_change_no_return(long seed) {
        EquityCurve curve = Curves.random(seed);
        EquityCurve flowing = withRandomFlows(curve, seed);
        PerformanceReport without = Metrics.of(MetricsInput.of(curve));
        PerformanceReport with = Metrics.of(MetricsInput.of(flowing));
        for (NamedFigure named : without.figures()) {
            if (named.metric().unit() != Unit.USD) {
                assertClose(named.figure(), 1, with.figure(named.metric()), named.metric());
            }
        }
        assertEquals(
                flowing.equity()[flowing.size() - 1] - flowing.equity()[0],
                with.find(Metric.PROFIT).orElseThrow()
                        + with.find(Metric.NET_FLOWS).orElseThrow(),
                1e-6);
    }

    /** The same returns with money going in and out at every fifth point or so. */
    private static EquityCurve withRandomFlows(EquityCurve curve, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] returns = curve.returns();
        double[] equity = new double[curve.size()];
        double[] flows = new double[curve.size()];
        equity[0] = curve.equity()[0];
        for (int i = 1; i < equity.length; i++) {
            double before = equity[i - 1] * (1 + returns[i - 1]);
            flows[i] = random.nextDouble() < 0.2 ? before * random.nextDouble(-0.5, 1) : 0;
            equity[i] = before + flows[i];
        }
        return EquityCurve.of(curve.times(), equity).withFlows(flows);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void held_against_itself_a_curve_has_beta_one_alpha_zero_and_full_capture(long seed) {
        EquityCurve curve = Curves.random(seed);
        PerformanceReport report = Metrics.of(MetricsInput.of(curve).withBenchmark(curve));
        assertEquals(1, report.find(Metric.BETA).orElseThrow(), 1e-9);
        assertEquals(0, report.find(Metric.ALPHA).orElseThrow(), 1e-9);
        assertEquals(1, report.find(Metric.CORRELATION).orElseThrow(), 1e-9);
        assertEquals(report.figure(Metric.TOTAL_RETURN), report.figure(Metric.BENCHMARK_TOTAL_RETURN));
        report.find(Metric.UP_CAPTURE).ifPresent(capture -> assertEquals(1, capture, 1e-9));
        report.find(Metric.DOWN_CAPTURE).ifPresent(capture -> assertEquals(1, capture, 1e-9));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void figures_stay_within_their_bounds(long seed) {
        PerformanceReport report = Metrics.of(MetricsInput.of(Curves.random(seed)));
        double drawdown = report.find(Metric.MAX_DRAWDOWN).orElseThrow();
        assertTrue(drawdown >= -1 && drawdown <= 0);
        assertTrue(report.find(Metric.TOTAL_RETURN).orElseThrow() >= -1);
        assertTrue(report.find(Metric.CONDITIONAL_VALUE_AT_RISK).orElseThrow()
                <= report.find(Metric.VALUE_AT_RISK).orElseThrow());
        assertWithinOne(report, Metric.STABILITY);
        assertWithinOne(report, Metric.PROBABILISTIC_SHARPE);
        double skew = report.find(Metric.SKEW).orElseThrow();
        assertTrue(report.find(Metric.KURTOSIS).orElseThrow() + 3 >= skew * skew + 1 - 1e-9);
        assertTrue(report.find(Metric.LONGEST_DRAWDOWN_DURATION).orElseThrow()
                >= report.find(Metric.MAX_DRAWDOWN_DURATION).orElseThrow());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_same_input_gives_the_same_report_to_the_last_bit(long seed) {
        MetricsInput input = MetricsInput.of(Curves.random(seed)).withBenchmark(Curves.random(seed + 1));
        assertEquals(Metrics.of(input), Metrics.of(input));
    }

    private static void assertWithinOne(PerformanceReport report, Metric metric) {
        double value = report.find(metric).orElseThrow();
        assertTrue(value >= 0 && value <= 1, metric + " is " + value);
    }

    private static void assertClose(Figure expected, double scale, Figure actual, Metric metric) {
        if (expected.find().isEmpty()) {
            assertEquals(expected, actual, metric.key());
            return;
        }
        double value = expected.find().orElseThrow() * scale;
        assertEquals(value, actual.find().orElseThrow(), 1e-8 * Math.max(1, Math.abs(value)), metric.key());
    }
}
