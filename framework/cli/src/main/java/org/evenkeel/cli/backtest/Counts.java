package org.evenkeel.cli.backtest;

import java.util.List;
import org.evenkeel.state.model.TradeReason;

/** How many trades of each kind there were, under the names that people read everywhere. */
public final class Counts {
    /**
     * One count.
     *
     * @param label its name
     * @param value the count
     * @param always whether it is of interest even if it is 0
     */
    public record Count(String label, long value, boolean always) {}

    private Counts() {}

    /** Those of a run, in the order in which they are shown. */
    public static List<Count> of(BookTotals totals) {
        return List.of(
                new Count("Trades", totals.trades(), true),
                new Count("Trades not executed", totals.notExecuted(), false),
                new Count("Stop losses", totals.tradesBecauseOf(TradeReason.STOP_LOSS), true),
                new Count("Take profits", totals.tradesBecauseOf(TradeReason.TAKE_PROFIT), true),
                new Count("Trailing stops", totals.tradesBecauseOf(TradeReason.TRAILING_STOP), false),
                new Count("Basket stop losses", totals.tradesBecauseOf(TradeReason.BASKET_STOP_LOSS), false),
                new Count("Basket take profits", totals.tradesBecauseOf(TradeReason.BASKET_TAKE_PROFIT), false));
    }
}
