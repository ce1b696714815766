package org.evenkeel.sweep.subject;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.api.Expenses;
import org.evenkeel.api.FillPrice;
import org.evenkeel.api.Settings;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.market.LiquiditySource;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.UsdPegs;
import org.evenkeel.research.Vectorised;

/**
 * In which form a strategy is run: in the engine, which can say everything, or vectorised, which is much faster and says
 * the same wherever it can say it at all.
 *
 * @param subject what is run
 * @param vectorised whether it is the vectorised form
 * @param obstacle why it is not, where the strategy has one; a clause without capital or full stop
 */
public record Form(StrategySubject subject, boolean vectorised, Optional<String> obstacle) {
    /** The engine. */
    public static Form engine(Experiment experiment) {
        return new Form(new EngineSubject(experiment), false, Optional.empty());
    }

    /**
     * The vectorised form where the strategy has one and it can say all that was asked for, else the engine.
     *
     * @param first parameters that can be run
     * @param swept the names of the parameters that differ from run to run
     */
    public static Form fastest(Experiment experiment, Map<String, String> first, Collection<String> swept) {
        Backtest backtest =
                Backtest.prepare(experiment.factory(), EngineSubject.merged(experiment, first), experiment.data());
        if (!(backtest.strategy() instanceof Vectorised)) {
            return engine(experiment);
        }
        Optional<String> obstacle = obstacle(backtest, swept);
        return obstacle.isPresent()
                ? new Form(new EngineSubject(experiment), false, obstacle)
                : new Form(new VectorSubject(experiment, first), true, Optional.empty());
    }

    private static Optional<String> obstacle(Backtest backtest, Collection<String> swept) {
        Settings settings = backtest.settings();
        for (String name : swept) {
            if (!backtest.ownParameters().contains(name)) {
                return Optional.of("the setting " + name + " is swept");
            }
        }
        if (settings.fills().price() != FillPrice.CLOSE) {
            return Optional.of("trades are filled at the next open; the vectorised form fills at the close that a"
                    + " decision saw (--set fill=close)");
        }
        if (!settings.expenses().equals(Expenses.NONE)) {
            return Optional.of("gas and bridges are paid");
        }
        if (!settings.schedule().offset().isZero()) {
            return Optional.of("the cycle has an offset");
        }
        return obstacle(backtest.history());
    }

    private static Optional<String> obstacle(MarketHistory history) {
        for (TradingPair pair : history.universe().pairs()) {
            if (!UsdPegs.isPegged(pair.quote())) {
                return Optional.of(pair.symbol() + " is not quoted in dollars, and takes more than one trade to buy");
            }
            if (history.of(pair).candles().liquiditySource() != LiquiditySource.NONE) {
                return Optional.of("trades move the price of " + pair.symbol());
            }
        }
        return Optional.empty();
    }
}
