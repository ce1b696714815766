package org.evenkeel.cli;

import java.math.BigDecimal;
import java.util.function.Function;
import java.util.stream.Stream;
import org.evenkeel.state.model.Costs;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.Transfer;

/**
 * What a book did, in counts and sums. Trades are those that were executed; the others are counted apart.
 *
 * @param book the book
 */
record BookTotals(Portfolio book) {
    long trades() {
        return filled().count();
    }

    long notExecuted() {
        return book.trades().stream().filter(Trade::isFailed).count();
    }

    long tradesBecauseOf(TradeReason reason) {
        return book.trades().stream()
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
        return book.transfers().stream().map(Transfer::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal sum(Function<Costs, BigDecimal> part) {
        return filled().map(filled -> part.apply(filled.fill().costs())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Stream<Trade.Filled> filled() {
        return book.trades().stream().flatMap(trade -> trade.filled().stream());
    }
}
