package org.evenkeel.benchmarks;

import java.util.Map;
import java.util.function.Consumer;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.engine.CycleListener;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.strategies.WeeklyMomentum;

/** One run of WeeklyMomentum from its parameters to its last event. */
final class Trial {
    private Trial() {}

    /**
     * What a run needs.
     *
     * @param data the pairs and their candles
     * @param period all of it
     */
    record Market(MarketDataSet data, Backtest.Period period) {}

    /**
     * Runs it over the whole market.
     *
     * @param market where
     * @param set parameters
     * @param journal where its events go
     * @return the book at the end
     */
    static Portfolio run(Market market, Map<String, String> set, Consumer<Event> journal) {
        Backtest backtest = Backtest.prepare(WeeklyMomentum::new, set, market.data());
        Ledger ledger = new Ledger(journal);
        backtest.open(ledger, backtest.info("WeeklyMomentum", "memory"), market.period());
        backtest.run(market.period(), ledger, CycleListener.NONE);
        return ledger.book(Ledger.MAIN_BOOK);
    }

    static long trades(Portfolio book) {
        return book.trades().stream()
                .filter(trade -> trade.filled().isPresent())
                .count();
    }

    /**
     * Makes sure that what is measured is what is meant.
     *
     * @throws IllegalStateException when it is not
     */
    static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("This would measure something else: " + what + ".");
        }
    }
}
