package org.evenkeel.report.view;

import java.util.Arrays;
import java.util.stream.Stream;
import org.evenkeel.metrics.EquityCurve;
import org.evenkeel.report.view.Fills.Filled;
import org.evenkeel.state.model.Trade;

/** Costs summed over time, and how much was invested and turned over, at the points of the equity curve. */
final class CostColumns {
    private final long[] times;
    private final double[] fees;
    private final double[] impact;
    private final double[] gas;
    private final double[] bridging;
    private final double[] turnover;

    private CostColumns(EquityCurve curve) {
        times = curve.times();
        fees = new double[times.length];
        impact = new double[times.length];
        gas = new double[times.length];
        bridging = new double[times.length];
        turnover = new double[times.length];
    }

    static Island island(Run run) {
        CostColumns columns = new CostColumns(run.curve());
        columns.add(run);
        return columns.island(run.curve().equity(), invested(run));
    }

    private void add(Run run) {
        for (Filled filled : run.fills().all()) {
            int point = pointAfter(filled.time());
            fees[point] += filled.costs().fee().doubleValue();
            impact[point] += filled.costs().impact().doubleValue();
            gas[point] += filled.costs().gas().doubleValue();
            turnover[point] += filled.value() / 2;
        }
        for (Trade trade : run.book().trades()) {
            if (trade.end().orElse(null) instanceof Trade.Failed failed) {
                gas[pointAfter(failed.at().toEpochMilli())] += failed.gas().doubleValue();
            }
        }
        TradeFigures.ended(run.book())
                .forEach(transfer -> gas[pointAfter(transfer.times().arrives().toEpochMilli())] +=
                        transfer.amounts().gas().doubleValue());
        Stream.concat(run.book().transfers().stream(), run.book().inFlight().stream())
                .forEach(transfer ->
                        bridging[pointAfter(transfer.times().started().toEpochMilli())] +=
                                transfer.cost().doubleValue());
    }

    /** A point is valued before its trades, so the point that shows a trade is the next one. */
    private int pointAfter(long time) {
        int found = Arrays.binarySearch(times, time);
        return Math.min(times.length - 1, found >= 0 ? found + 1 : -found - 1);
    }

    /** The share invested after each decision; NaN at points without one. */
    private static double[] invested(Run run) {
        double[] invested = new double[run.curve().size()];
        Arrays.fill(invested, Double.NaN);
        run.book().cycles().forEach(cycle -> {
            int point = Arrays.binarySearch(run.curve().times(), cycle.at().toEpochMilli());
            if (point >= 0 && cycle.result().equity() > 0) {
                invested[point] = TradeFigures.exposure(cycle);
            }
        });
        return invested;
    }

    private Island island(double[] equity, double[] invested) {
        for (int point = 0; point < times.length; point++) {
            turnover[point] = equity[point] > 0 ? turnover[point] / equity[point] : Double.NaN;
        }
        Thinning thinning = Thinning.of(equity, EquityView.MOST_POINTS);
        return new Island("costs")
                .with("times", thinning.of(times))
                .with("fees", column(thinning, summed(fees)))
                .with("impact", column(thinning, summed(impact)))
                .with("gas", column(thinning, summed(gas)))
                .with("bridging", column(thinning, summed(bridging)))
                .with("invested", column(thinning, invested))
                .with("turnover", column(thinning, turnover));
    }

    private static double[] summed(double[] values) {
        double[] sums = values.clone();
        Arrays.parallelPrefix(sums, Double::sum);
        return sums;
    }

    private static Island.Column column(Thinning thinning, double[] values) {
        return new Island.Column(thinning.of(values), 5);
    }
}
