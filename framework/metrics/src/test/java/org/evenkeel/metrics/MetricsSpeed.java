package org.evenkeel.metrics;

import java.util.Locale;
import org.evenkeel.metrics.overfitting.Cscv;

/**
 * Prints how long a report takes, warm. Not a test: run its main by hand.
 *
 * <p>{@code java -cp <test class path> org.evenkeel.metrics.MetricsSpeed}
 */
public final class MetricsSpeed {

    private static final int POINTS = 19_701;

    private MetricsSpeed() {}

    public static void main(String[] arguments) {
        EquityCurve curve = EquityCurve.of(Curves.times(POINTS, Curves.HOUR), Curves.equity(1, POINTS));
        EquityCurve other = EquityCurve.of(Curves.times(POINTS, Curves.HOUR), Curves.equity(2, POINTS));
        TradeStatistics trades = new TradeStatistics(
                Curves.returns(3, 700), 1e6, new TradeCosts(1e3, 0, 1e2, 0), Curves.returns(4, 117));
        MetricsInput alone = MetricsInput.of(curve).withTrades(trades);
        report("all metrics of 19,700 hourly returns", () -> Metrics.of(alone));
        report("the same against a benchmark", () -> Metrics.of(alone.withBenchmark(other)));
        report("monthly returns", () -> CalendarReturns.monthly(curve));
        report("worst drawdowns", () -> DrawdownEpisode.worst(curve, 10));
        double[][] trials = new double[190][];
        for (int i = 0; i < trials.length; i++) {
            trials[i] = Curves.returns(i, 1_260);
        }
        report("overfitting of 190 trials in 16 blocks", () -> Cscv.of(trials, 16));
    }

    private static void report(String what, Runnable work) {
        long until = System.nanoTime() + 3_000_000_000L;
        while (System.nanoTime() < until) {
            work.run();
        }
        long best = Long.MAX_VALUE;
        long total = 0;
        int rounds = 50;
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            work.run();
            long took = System.nanoTime() - start;
            best = Math.min(best, took);
            total += took;
        }
        System.out.printf(Locale.ROOT, "%-40s mean %8.3f ms, best %8.3f ms%n", what, total / 1e6 / rounds, best / 1e6);
    }
}
