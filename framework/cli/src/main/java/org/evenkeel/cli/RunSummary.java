package org.evenkeel.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.metrics.PerformanceReport;
import org.evenkeel.state.model.Costs;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.RunInfo;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeReason;

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

    long trades() {
        return filled().count();
    }

    long tradesBecauseOf(TradeReason reason) {
        return portfolio.trades().stream()
                .filter(trade -> trade.filled().isPresent())
                .filter(trade -> trade.plan().intent().reason() == reason)
                .count();
    }

    BigDecimal feesPaid() {
        return sum(Costs::fee);
    }

    BigDecimal impactPaid() {
        return sum(Costs::impact);
    }

    BigDecimal gasPaid() {
        return sum(Costs::gas);
    }

    BigDecimal bridgesPaid() {
        return portfolio.transfers().stream().map(transfer -> transfer.cost()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal sum(Function<Costs, BigDecimal> part) {
        return filled().map(filled -> part.apply(filled.fill().costs())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Stream<Trade.Filled> filled() {
        return portfolio.trades().stream().flatMap(trade -> trade.filled().stream());
    }
}
