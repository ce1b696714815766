package org.evenkeel.cli.reading;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.evenkeel.cli.terminal.Console;
import org.evenkeel.cli.terminal.Dates;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.cli.terminal.RunFolder;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.state.replay.LastWorth;
import org.evenkeel.state.replay.Replay;
import org.evenkeel.state.store.StateFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evenkeel replay}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Rebuilds the state of a run as of a time from its journal, or makes every decision again and"
                + " compares.")
public final class ReplayCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "the folder that the run wrote")
    private Path folder = Path.of("");

    @Option(
            names = "--until",
            paramLabel = "T",
            description = "shows the state as of a date or instant: all that had happened by then, and nothing else")
    private @Nullable String until;

    @Option(names = "--closed", description = "shows closed positions too")
    private boolean closed;

    @Option(names = "--verify", description = "makes every decision again and names the first field that differs")
    private boolean verify;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "where the data is now, for --verify; where the run read it from if left out")
    private @Nullable String data;

    @Option(
            names = "--strategy",
            paramLabel = "STRATEGY",
            description = "where the strategy is now, for --verify; where the run found it if left out")
    private @Nullable String strategy;

    @Override
    public Integer call() {
        StateFolder there = RunFolder.existing(folder);
        if (verify) {
            return new Verification(there, data, strategy).run();
        }
        InspectionTables tables = until == null
                ? new InspectionTables(Replay.walk(there, (before, event) -> {}), LastWorth.of(there))
                : asOf(there, Dates.parse("--until", until));
        Console.out().println(tables.heading());
        Console.out().println(tables.holdings(closed));
        return ExitCode.OK;
    }

    private static InspectionTables asOf(StateFolder there, Instant time) {
        try {
            return new InspectionTables(Replay.until(there, time), LastWorth.until(there, time));
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
    }
}
