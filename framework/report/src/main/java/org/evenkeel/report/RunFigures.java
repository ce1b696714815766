package org.evenkeel.report;

<<<<<<< HEAD
import org.evenkeel.metrics.PerformanceReport;
import org.evenkeel.report.view.Run;

/** The figures of a run, the same ones wherever they are shown: in the report, in a summary, in JSON. */
=======
import java.math.BigDecimal;
import java.util.Optional;
import org.evenkeel.metrics.EquityCurve;
import org.evenkeel.metrics.Metrics;
import org.evenkeel.metrics.MetricsInput;
import org.evenkeel.metrics.PerformanceReport;
import org.evenkeel.metrics.TradeStatistics;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.Transfer;

/** The figures of a book: its equity curve and its trades, handed to the metrics. */
>>>>>>> main
public final class RunFigures {
    private RunFigures() {}

    /**
<<<<<<< HEAD
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
=======
     * All figures of a book that has been valued at least once. Win rate and its like count closed positions; exposure is
     * the share of equity that was invested after each cycle's trades.
     */
    public static PerformanceReport of(Portfolio portfolio) {
        org.evenkeel.state.model.EquityCurve points = portfolio.equityCurve();
        EquityCurve curve = EquityCurve.of(points.times(), points.equity()).withFlows(points.flows());
        return Metrics.of(new MetricsInput(curve, Optional.empty(), Optional.of(statistics(portfolio))));
    }

    private static TradeStatistics statistics(Portfolio portfolio) {
        double[] profits = portfolio.closedPositions().stream()
                .mapToDouble(position -> position.totals().realised().doubleValue())
                .toArray();
        BigDecimal volume = BigDecimal.ZERO;
        BigDecimal fees = BigDecimal.ZERO;
        BigDecimal gas = BigDecimal.ZERO;
        for (Trade trade : portfolio.trades()) {
            switch (trade.end().orElse(null)) {
                case null -> {}
                case Trade.Failed failed -> gas = gas.add(failed.gas());
                case Trade.Filled filled -> {
                    volume = volume.add(filled.fill().value());
                    fees = fees.add(filled.fill().costs().fee());
                    gas = gas.add(filled.fill().costs().gas());
                }
            }
        }
        for (Transfer transfer : portfolio.transfers()) {
            gas = gas.add(transfer.cost());
        }
        return new TradeStatistics(
                profits, volume.doubleValue(), fees.doubleValue(), gas.doubleValue(), exposures(portfolio));
    }

    private static double[] exposures(Portfolio portfolio) {
        return portfolio.cycles().stream()
                .map(Cycle::result)
                .filter(result -> result.equity() > 0)
                .mapToDouble(result -> 1 - result.cash() / result.equity())
                .toArray();
>>>>>>> main
    }
}
