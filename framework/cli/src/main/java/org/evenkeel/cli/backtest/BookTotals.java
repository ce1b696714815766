package org.evenkeel.cli.backtest;

import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeReason;

/**
 * What a book did, in counts. Trades are those that were executed; the others are counted apart.
 *
 * @param book the book
 */
public record BookTotals(Portfolio book) {
    long trades() {
        return book.trades().stream()
                .filter(trade -> trade.filled().isPresent())
                .count();
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
}
