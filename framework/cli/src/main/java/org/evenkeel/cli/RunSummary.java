package org.evenkeel.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.evenkeel.metrics.PerformanceReport;
import org.evenkeel.report.RunFigures;
import org.evenkeel.state.model.Costs;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.RunInfo;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeReason;

/**
 * What came of a run, in short.
 *
 * @param info what was run
 * @param from the start that was asked for
 * @param to the end that was asked for
 * @param portfolio the book at the end
 * @param metrics its figures
 * @param files what was written
 */
record RunSummary(RunInfo info, Instant from, Instant to, Portfolio portfolio, PerformanceReport metrics, Files files) {
    /**
     * What was written.
     *
     * @param state the snapshot
     * @param journal the events
     * @param report the page, where one was wanted
     */
    record Files(Path state, Path journal, Optional<Path> report) {}

    static RunSummary of(RunInfo info, Instant from, Instant to, Portfolio portfolio, Files files) {
        return new RunSummary(info, from, to, portfolio, RunFigures.of(portfolio), files);
    }

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
