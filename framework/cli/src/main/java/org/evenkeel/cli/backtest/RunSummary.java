package org.evenkeel.cli.backtest;

import java.nio.file.Path;
import java.util.Optional;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.metrics.Metric;
import org.evenkeel.metrics.PerformanceReport;
import org.evenkeel.metrics.arrays.Periods;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.RunInfo;

/**
 * What came of a run, in short.
 *
 * @param info what was run
 * @param period the one that was simulated
 * @param portfolio the book at the end
 * @param metrics its figures, and those against equal parts of every pair, bought and held
 * @param files what was written
 */
record RunSummary(RunInfo info, Backtest.Period period, Portfolio portfolio, PerformanceReport metrics, Files files) {
    /**
     * What was written.
     *
     * @param state the snapshot
     * @param journal the events
     * @param report the page, where one was wanted
     */
    record Files(Path state, Path journal, Optional<Path> report) {}

    double initialEquity() {
        return portfolio.netDeposits().doubleValue();
    }

    double finalEquity() {
        double[] equity = portfolio.equityCurve().equity();
        return equity[equity.length - 1];
    }

    /** Why no figure of a year is given; empty where they are. */
    Optional<String> noYear() {
        long[] times = portfolio.equityCurve().times();
        return Periods.noYear("the run", times[times.length - 1] - times[0]);
    }

    BookTotals totals() {
        return new BookTotals(portfolio);
    }

    double feesPaid() {
        return paid(Metric.FEES_PAID);
    }

    double impactPaid() {
        return paid(Metric.IMPACT_PAID);
    }

    double gasPaid() {
        return paid(Metric.GAS_PAID);
    }

    double bridgesPaid() {
        return paid(Metric.BRIDGES_PAID);
    }

    private double paid(Metric metric) {
        return metrics.find(metric).orElseThrow();
    }
}
