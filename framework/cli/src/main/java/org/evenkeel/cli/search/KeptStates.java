package org.evenkeel.cli.search;

import java.nio.file.Path;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.cli.backtest.BacktestJob;
import org.evenkeel.cli.terminal.RunFolder;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.RunInfo;
import org.evenkeel.state.store.StateStore;
import org.evenkeel.sweep.subject.Recording;

/**
 * Keeps the state and journal of each run of a sweep in a folder named after what was set, as {@code fast=14,slow=36}, to
 * be inspected and replayed like those of any backtest.
 *
 * @param folder where the folders are
 * @param strategy the name of what is run
 * @param source where its code is
 * @param location where the data is
 */
record KeptStates(Path folder, String strategy, String source, String location) implements Recording {
    @Override
    public Ledger record(SequencedMap<String, String> set, Consumer<Ledger> run) {
        String name = set.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue().replaceAll("[^A-Za-z0-9._+-]", "_"))
                .collect(Collectors.joining(","));
        try (StateStore store = RunFolder.begin(folder.resolve(name), strategy)) {
            run.accept(store.ledger());
            store.commit();
            store.writeSnapshot();
            return store.ledger();
        }
    }

    @Override
    public RunInfo info(Backtest backtest) {
        return backtest.info(source, BacktestJob.whole(location));
    }
}
