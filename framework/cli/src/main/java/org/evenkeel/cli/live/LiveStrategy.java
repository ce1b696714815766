package org.evenkeel.cli.live;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenkeel.api.Settings;
import org.evenkeel.api.Strategy;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.cli.backtest.BacktestJob;
import org.evenkeel.cli.strategy.LoadedStrategy;
import org.evenkeel.cli.terminal.Console;
import org.evenkeel.data.DataSets;
import org.evenkeel.engine.CycleEngine;
import org.evenkeel.live.LiveRun;
import org.evenkeel.market.Chain;
import org.evenkeel.market.DataException;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.TradingUniverse;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.RunInfo;
import org.evenkeel.state.store.StateFolder;

/**
 * A strategy with its universe, as a backtest would run it.
 *
 * @param backtest the same strategy on what was recorded until now
 * @param info what its ledger is the ledger of
 * @param folder where its state is
 * @param location where its data is
 * @param interval how long its finest candles are
 */
record LiveStrategy(Backtest backtest, RunInfo info, Path folder, String location, Interval interval) {
    /**
     * @param mode what the run's folder is called where none is given, behind the strategy's name
     * @throws DataException when a pair of the universe is on no chain
     */
    static LiveStrategy of(LoadedStrategy loaded, LiveOptions options, String mode) {
        MarketDataSet data = DataSets.open(options.data());
        Backtest backtest = Console.apart(() -> Backtest.prepare(loaded.factory(), options.set(), data));
        requireOnChain(backtest.history().universe());
        RunInfo info = backtest.info(loaded.source(), BacktestJob.whole(options.data()));
        // What is recorded grows while the run goes on: no print of it is that of the run.
        RunInfo.Data source = new RunInfo.Data(
                info.data().name(),
                info.data().location(),
                RunInfo.Data.GROWING,
                info.data().synthetic());
        RunInfo live = new RunInfo(
                info.strategy(), info.source(), new LinkedHashMap<>(info.parameters()), source, info.market());
        return new LiveStrategy(
                backtest,
                live,
                options.out(info.strategy() + "-" + mode),
                options.data(),
                data.catalog().interval());
    }

    private static void requireOnChain(TradingUniverse universe) {
        List<TradingPair> nowhere = universe.pairs().stream()
                .filter(pair -> pair.chain().id() == 0 || pair.chain().equals(Chain.OFF_CHAIN))
                .toList();
        if (!nowhere.isEmpty()) {
            throw new DataException(
                    "The strategy trades " + nowhere.getFirst() + ", which is on no chain that a node could"
                            + " be asked for: "
                            + (nowhere.size() == 1 ? "leave it" : "leave its " + nowhere.size() + " such pairs")
                            + " out, or give a data set of pools, as 'collect' makes it.");
        }
    }

    TradingUniverse universe() {
        return backtest.history().universe();
    }

    Settings settings() {
        return backtest.settings();
    }

    /**
     * The tokens that the run in its folder trades since it was begun; none where there is no run yet.
     *
     * @throws org.evenkeel.state.store.StateException when its state is damaged
     */
    Set<Token> known() {
        StateFolder there = StateFolder.at(folder);
        if (!there.holdsState()) {
            return Set.of();
        }
        Ledger ledger = there.load();
        return ledger.isEmpty()
                ? Set.of()
                : ledger.info().market().pairs().stream().map(TradingPair::base).collect(Collectors.toSet());
    }

    /** To be run by its own decisions or another's, in its state. */
    LiveRun.Setup setup(Strategy decides, RunInfo.Live live) {
        RunInfo recorded = new RunInfo(
                info.strategy(),
                info.source(),
                new LinkedHashMap<>(info.parameters()),
                info.data(),
                info.market(),
                Optional.of(live));
        return new LiveRun.Setup(new CycleEngine.Setup(decides, settings(), universe()), recorded, folder);
    }
}
