package org.evenkeel.metrics;

import static org.evenkeel.metrics.Metric.ALPHA;
import static org.evenkeel.metrics.Metric.BENCHMARK_TOTAL_RETURN;
import static org.evenkeel.metrics.Metric.BETA;
import static org.evenkeel.metrics.Metric.CORRELATION;
import static org.evenkeel.metrics.Metric.DOWN_CAPTURE;
import static org.evenkeel.metrics.Metric.UP_CAPTURE;

import java.util.List;
import java.util.Map;
import org.evenkeel.metrics.arrays.Benchmark;

/** The curve held against a benchmark, over the times that both have. */
final class BenchmarkFigures {

    private static final List<Metric> ALL =
            List.of(BENCHMARK_TOTAL_RETURN, ALPHA, BETA, CORRELATION, UP_CAPTURE, DOWN_CAPTURE);

    /** What rounding makes of none. */
    private static final double NOTHING = 1e-9;

    private BenchmarkFigures() {}

    static void addNone(Map<Metric, Figure> figures) {
        fill(figures, UndefinedReason.NO_BENCHMARK);
    }

    static void add(Series series, EquityCurve curve, EquityCurve benchmark, Map<Metric, Figure> figures) {
        AlignedReturns aligned = AlignedReturns.of(curve.times(), series.growth(), benchmark);
        if (aligned.own().length < 2) {
            fill(figures, UndefinedReason.TOO_FEW_COMMON_TIMES);
        } else if (hasUndefined(aligned.own())) {
            fill(figures, UndefinedReason.EQUITY_NOT_POSITIVE);
        } else if (hasUndefined(aligned.other())) {
            fill(figures, UndefinedReason.BENCHMARK_NOT_POSITIVE);
        } else {
            addDefined(aligned, series, figures);
        }
    }

    private static void fill(Map<Metric, Figure> figures, UndefinedReason reason) {
        ALL.forEach(metric -> figures.put(metric, Figure.undefined(reason)));
    }

    private static boolean hasUndefined(double[] returns) {
        for (double r : returns) {
            if (Double.isNaN(r)) {
                return true;
            }
        }
        return false;
    }

    private static void addDefined(AlignedReturns aligned, Series series, Map<Metric, Figure> figures) {
        double periods = series.periodsPerYear(aligned.times());
        double[] own = aligned.own();
        double[] other = aligned.other();
        double beta = Benchmark.beta(own, other);
        double alpha = Benchmark.alpha(own, other, beta, series.riskFree(periods), periods);
        double total = aligned.benchmarkTotal();
        UndefinedReason flat = UndefinedReason.BENCHMARK_DOES_NOT_VARY;
        UndefinedReason either = Double.isNaN(beta) ? flat : UndefinedReason.NO_VARIATION;
        figures.put(BENCHMARK_TOTAL_RETURN, Figure.of(total, UndefinedReason.BENCHMARK_NOT_POSITIVE));
        figures.put(BETA, Figure.of(beta, flat));
        figures.put(ALPHA, ofAYear(alpha, series.tellsAYear(aligned.times()), flat));
        figures.put(CORRELATION, Figure.of(Benchmark.correlation(own, other), either));
        addCaptures(aligned.byDays(), series, figures);
    }

    /** What compounds to a year; none at all is none over any time, all else takes some. */
    private static Figure ofAYear(double figure, boolean told, UndefinedReason ifNaN) {
        boolean none = Math.abs(figure) < NOTHING;
        return told || none || Double.isNaN(figure)
                ? Figure.of(figure, ifNaN)
                : Figure.undefined(UndefinedReason.TOO_SHORT_FOR_A_YEAR);
    }

    private static void addCaptures(AlignedReturns days, Series series, Map<Metric, Figure> figures) {
        double periods = series.periodsPerYear(days.times());
        double up = Benchmark.upCapture(days.own(), days.other(), periods);
        double down = Benchmark.downCapture(days.own(), days.other(), periods);
        boolean told = series.isRanked() || series.tellsAYear(days.times());
        figures.put(UP_CAPTURE, ofAYear(up, told, UndefinedReason.BENCHMARK_NEVER_ROSE));
        figures.put(DOWN_CAPTURE, ofAYear(down, told, UndefinedReason.BENCHMARK_NEVER_FELL));
    }
}
