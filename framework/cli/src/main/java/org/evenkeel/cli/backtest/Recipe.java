package org.evenkeel.cli.backtest;

import java.util.LinkedHashMap;
import java.util.Optional;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.cli.strategy.LoadedStrategy;
import org.evenkeel.cli.strategy.StrategyLoader;
import org.evenkeel.cli.terminal.Console;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.data.DataSets;
import org.evenkeel.market.DataException;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.state.model.RunInfo;
import org.jspecify.annotations.Nullable;

/**
 * How a recorded run can be made again.
 *
 * @param info what was recorded
 * @param strategy where its strategy is now
 * @param data where its data is now
 */
public record Recipe(RunInfo info, String strategy, String data) {
    /** The recipe of a run, with the places that have changed since. */
    public static Recipe of(RunInfo info, @Nullable String strategy, @Nullable String data) {
        return new Recipe(
                info,
                Optional.ofNullable(strategy).orElse(info.source()),
                Optional.ofNullable(data).orElse(info.data().location()));
    }

    /**
     * Loads strategy and data; says so where the data is not what it was.
     *
     * @param otherwise what else can be done where the strategy or the data is gone, as the end of a sentence
     */
    public Backtest prepare(String otherwise) {
        Backtest backtest = prepareOnAny(otherwise);
        String fingerprint = backtest.history().fingerprint();
        boolean grows = info.data().fingerprint().equals(RunInfo.Data.GROWING);
        if (!grows && !fingerprint.equals(info.data().fingerprint())) {
            // It may have grown since, which is no harm: a decision that changes by it is named.
            Console.err()
                    .println("Note: the data in " + data + " is not what the run was made from: its fingerprint is "
                            + fingerprint + ", recorded is " + info.data().fingerprint()
                            + ". Say with --data where that data is now.");
        }
        return backtest;
    }

    /** Loads strategy and data, be it what the run was made from or what was recorded since. */
    public Backtest prepareOnAny(String otherwise) {
        return Backtest.prepare(strategy(otherwise).factory(), new LinkedHashMap<>(info.parameters()), data(otherwise));
    }

    private LoadedStrategy strategy(String otherwise) {
        try {
            return StrategyLoader.load(strategy);
        } catch (UsageException e) {
            throw new UsageException(
                    e.getMessage() + " The run was made with it: say with --strategy where it is now" + otherwise + ".",
                    e);
        }
    }

    private MarketDataSet data(String otherwise) {
        try {
            return DataSets.open(data);
        } catch (DataException e) {
            throw new DataException(
                    e.getMessage() + " The run was made from it: say with --data where it is now" + otherwise + ".", e);
        }
    }
}
