package org.evenkeel.report;

import org.evenkeel.metrics.PerformanceReport;
import org.evenkeel.report.view.Run;

/** The figures of a run, the same ones wherever they are shown: in the report, in a summary, in JSON. */
public final class RunFigures {
    private RunFigures() {}

    /**
     * Every figure of a run.
     *
     * <p>The curve is the ledger's: the book before the trades of each cycle, and at the end. The benchmark is the same
     * money in equal parts in every pair of the universe, bought at mid price without costs when it came in, and held. A
     * closed trade is a closed position.
     */
    public static PerformanceReport of(ReportInput input) {
        return run(input).figures();
    }

    static Run run(ReportInput input) {
        return new Run(input.info(), input.book(), input.settings(), input.market());
    }
}
