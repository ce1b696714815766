package org.evenkeel.cli.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.evenkeel.cli.strategy.StrategyLoader;
import org.evenkeel.live.LiveEvent;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.store.StateFolder;
import picocli.CommandLine;

/**
 * What commands are told of a run of WeeklyMomentum that decides once an hour, at a tick that may be any second of it, and
 * then buys all of its pairs that rose; and where it is kept.
 *
 * @param folder of the run, its candles, and what says where its chain is
 * @param pairs as {@code --set=pairs} takes them
 * @param count how many are bought at most
 */
record DueSettings(Path folder, List<String> pairs, int count) {
    Path data() {
        return folder.resolve("pools");
    }

    Path state() {
        return folder.resolve("run");
    }

    Portfolio book() {
        return StateFolder.at(state()).load().book(Ledger.MAIN_BOOK);
    }

    /** Says where a chain is. */
    void describe(BusyChain chain) {
        write("chains.json", "{\"chains\": [" + chain.profile() + "]}");
        write(".env", chain.endpoint());
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words for where the chain is. */
    List<String> files() {
        return List.of("--chains=" + folder.resolve("chains.json"), "--env=" + folder.resolve(".env"));
    }

    /** The command that collects the candles of a chain's pools. */
    List<Object> collect(BusyChain chain, Path out) {
        List<Object> command = new ArrayList<>(List.of("collect", "--out=" + out));
        command.addAll(chain.pools());
        command.addAll(files());
        return command;
    }

    /** The words for a run that decides at a tick, and these besides. */
    List<String> words(Instant tick, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "--data=" + data(),
                "--out=" + state(),
                "--set=cycle=1h",
                "--set=cycleOffset=" + tick.getEpochSecond() % 3600 + "s",
                "--set=lookback=2h",
                "--set=threshold=-1",
                "--set=topCount=" + count,
                "--set=minRebalanceTradeUsd=10",
                "--set=pairs=" + String.join(",", pairs)));
        words.addAll(List.of(more));
        words.addAll(files());
        return words;
    }

    /** A run that is told this. */
    LiveJob job(List<String> words, LiveTime time, Consumer<LiveEvent> listener) {
        LiveOptions options = new LiveOptions();
        new CommandLine(options).parseArgs(words.toArray(String[]::new));
        LiveStrategy strategy = LiveStrategy.of(StrategyLoader.load("WeeklyMomentum"), options, "live");
        return new LiveJob(strategy, options, time, listener);
    }

    /** When a run begins so that whoever starts it next decides at the tick. */
    static LiveTime before(Instant tick) {
        return new StillTime(tick.minusSeconds(5)).live();
    }

    /** Lets a run begin then. */
    void begin(Instant tick, LiveJob.Sending sending) {
        job(words(tick), before(tick), event -> {}).send(sending, LiveJob.Span.ONCE, Function.identity());
    }
}
