package org.evenkeel.report;

import java.util.Optional;
import org.evenkeel.metrics.EquityCurve;
import org.evenkeel.metrics.Metrics;
import org.evenkeel.metrics.MetricsInput;
import org.evenkeel.metrics.MetricsOptions;
import org.evenkeel.metrics.PerformanceReport;
import org.evenkeel.report.view.Curves;
import org.evenkeel.report.view.Run;
import org.evenkeel.report.view.TradeFigures;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.replay.LastWorth;

/**
 * The figures of a run, the same ones wherever they are shown: in the report, in a summary, in JSON.
 *
 * <p>The curve is the ledger's: the book before the trades of each cycle, and at the end; of a run whose journal is at hand,
 * after the last that happened to it ({@link LastWorth}). A closed trade is a closed
 * position; exposure is the share of equity that was invested after each cycle's trades.
 */
public final class RunFigures {
    private RunFigures() {}

    /**
     * Every figure of a run. The benchmark is the same money in equal parts in every pair of the universe, bought at
     * mid price without costs when it came in, and held.
     */
    public static PerformanceReport of(ReportInput input) {
        return run(input).figures();
    }

    /** Every figure of a book that has been valued at least once, without a benchmark. */
    public static PerformanceReport of(Portfolio book) {
        return of(book, MetricsOptions.DEFAULT);
    }

    /** Every figure of a book that has been valued at least once, without a benchmark, annualised as asked for. */
    public static PerformanceReport of(Portfolio book, MetricsOptions options) {
        return Metrics.of(new MetricsInput(curve(book), Optional.empty(), Optional.of(TradeFigures.of(book))), options);
    }

    /** Every figure of a book that has been valued at least once, up to its last worth, without a benchmark. */
    public static PerformanceReport of(Portfolio book, Optional<LastWorth> worth) {
        return Metrics.of(new MetricsInput(curve(book, worth), Optional.empty(), Optional.of(TradeFigures.of(book))));
    }

    /** The equity of a book that has been valued at least once, each time once. */
    public static EquityCurve curve(Portfolio book) {
        return curve(book, Optional.empty());
    }

    /** The same up to its last worth, where that is told. */
    public static EquityCurve curve(Portfolio book, Optional<LastWorth> worth) {
        return Curves.of(book, worth);
    }

    static Run run(ReportInput input) {
        return new Run(input.info(), input.book(), input.settings(), input.market(), input.journal());
    }
}
