package org.evenkeel.metrics;

import static org.evenkeel.metrics.UndefinedReason.EQUITY_NOT_POSITIVE;
import static org.evenkeel.metrics.UndefinedReason.NO_DRAWDOWN;
import static org.evenkeel.metrics.UndefinedReason.NO_TIMESTAMPS;
import static org.evenkeel.metrics.UndefinedReason.TOO_FEW_RETURNS;

import java.util.Map;
import org.evenkeel.metrics.arrays.Periods;
import org.evenkeel.metrics.arrays.Ratios;
import org.evenkeel.metrics.arrays.Returns;
import org.evenkeel.metrics.arrays.RunningDrawdown;

/** How far the curve went, how fast, and how far it fell on the way. */
final class ReturnFigures {

    private ReturnFigures() {}

    static void add(Series series, Map<Metric, Figure> figures) {
        figures.put(Metric.PERIODS, Figure.value(series.returns().length));
        figures.put(Metric.PERIODS_PER_YEAR, series.scaled(Figure.of(series.periodsPerYear(), TOO_FEW_RETURNS)));
        figures.put(Metric.TOTAL_RETURN, series.overGrowth(series::totalReturn, EQUITY_NOT_POSITIVE));
        figures.put(Metric.CAGR, series.overYears(() -> cagr(series), EQUITY_NOT_POSITIVE));
        addDrawdown(series, figures);
    }

    private static double cagr(Series series) {
        return Returns.cagr(series.totalReturn(), series.years());
    }

    private static void addDrawdown(Series series, Map<Metric, Figure> figures) {
        RunningDrawdown drawdown = series.hasGrowth() ? series.followDrawdown() : new RunningDrawdown();
        figures.put(Metric.MAX_DRAWDOWN, series.overGrowth(drawdown::maximum, EQUITY_NOT_POSITIVE));
        figures.put(Metric.MAX_DRAWDOWN_DURATION, days(series, drawdown, drawdown.maximumDuration()));
        figures.put(Metric.LONGEST_DRAWDOWN_DURATION, days(series, drawdown, drawdown.longestDuration()));
        figures.put(
                Metric.CALMAR, series.overYears(() -> Ratios.calmar(cagr(series), drawdown.maximum()), NO_DRAWDOWN));
    }

    private static Figure days(Series series, RunningDrawdown drawdown, long millis) {
        if (series.times() == null) {
            return Figure.undefined(NO_TIMESTAMPS);
        }
        boolean fell = drawdown.maximum() < 0;
        return series.overGrowth(() -> fell ? millis / Periods.DAY_MILLIS : Double.NaN, NO_DRAWDOWN);
    }
}
