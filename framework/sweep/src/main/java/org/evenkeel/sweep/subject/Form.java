package org.evenkeel.sweep.subject;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.LongFunction;
import org.evenkeel.api.Expenses;
import org.evenkeel.api.FillPrice;
import org.evenkeel.api.Settings;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.market.LiquiditySource;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.UsdPegs;
import org.evenkeel.research.Simulation;
import org.evenkeel.research.Vectorised;
import org.evenkeel.sweep.Outcome;

/**
 * In which form a strategy is run: in the engine, which can say everything, or vectorised, which is much faster and says
 * the same wherever it can say it at all.
 *
 * @param subject what is run
 * @param vectorised whether it is the vectorised form
 * @param obstacle why it is not, where the strategy has one; a clause without capital or full stop
 */
public record Form(StrategySubject subject, boolean vectorised, Optional<String> obstacle) {
    /**
     * The engine.
     *
     * @param first parameters that can be run: whether assets have books of their own is told from them
     * @param recording where the ledgers are kept
     */
    public static Form engine(Experiment experiment, Map<String, String> first, Recording recording) {
        Backtest backtest = backtest(experiment, first);
        List<String> assets = List.of();
        if (backtest.strategy() instanceof Vectorised) {
            Simulation simulation = new VectorSubject(experiment, first).simulate(first);
            assets = simulation.hasOwnBooks() ? simulation.prices().assets() : List.of();
        }
        return new Form(new EngineSubject(experiment, recording, assets), false, Optional.empty());
    }

    private static Backtest backtest(Experiment experiment, Map<String, String> first) {
        return Backtest.prepare(experiment.factory(), EngineSubject.merged(experiment, first), experiment.data());
    }

    /**
     * The vectorised form where the strategy has one and it can say all that was asked for, else the engine.
     *
     * @param first parameters that can be run
     * @param swept the names of the parameters that differ from run to run
     */
    public static Form fastest(Experiment experiment, Map<String, String> first, Collection<String> swept) {
        Backtest backtest = backtest(experiment, first);
        if (backtest.strategy() instanceof Vectorised) {
            Optional<String> obstacle = obstacle(backtest, swept);
            if (obstacle.isEmpty()) {
                return new Form(new VectorSubject(experiment, first), true, obstacle);
            }
            return new Form(engine(experiment, first, Recording.NONE).subject(), false, obstacle);
        }
        return engine(experiment, first, Recording.NONE);
    }

    /** In what the figures of this form differ from those of the engine, as a sentence; empty where they do not. */
    public Optional<String> findRemark() {
        return subject instanceof VectorSubject vector ? vector.findRemark() : Optional.empty();
    }

    /**
     * The run of one set of parameters on markets with the same rows in another order, by the seed of the order: see
     * {@link ShuffledMarket}. For several threads at once; it throws what the run throws.
     *
     * @param figure the one that is wanted; others may be missing
     */
    public LongFunction<Outcome> onShuffledMarkets(SequencedMap<String, String> set, String figure) {
        return switch (subject) {
            case VectorSubject vector -> vector.onShuffledMarkets(set, figure);
            case EngineSubject engine -> engine.onShuffledMarkets(set);
        };
    }

    /** The same form of another experiment: over another period, or on another market with the same pairs. */
    public Form of(Experiment other) {
        StrategySubject same = switch (subject) {
            case VectorSubject vector -> vector.of(other);
            case EngineSubject engine -> engine.of(other);
        };
        return new Form(same, vectorised, obstacle);
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
        if (settings.capital().allocation() < 1) {
            return Optional.of("only a part of the equity is invested (allocation)");
        }
        if (settings.capital().minRebalanceTradeUsd() > 0) {
            return Optional.of("small trades are held back (minRebalanceTradeUsd)");
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
