package org.evenkeel.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.replay.Inspection;
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
final class ReplayCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "the folder that the run wrote")
    private Path folder = Path.of("");

    @Option(
            names = "--until",
            paramLabel = "T",
            description = "shows the state as of a date or instant, with the cycle decided then")
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
        Ledger ledger = until == null ? Replay.walk(there, (before, event) -> {}) : asOf(there, until);
        InspectionTables tables = new InspectionTables(ledger, Inspection.of(ledger));
        Console.out().println(tables.heading());
        Console.out().println(tables.holdings(closed));
        return ExitCode.OK;
    }

    private static Ledger asOf(StateFolder there, String time) {
        try {
            return Replay.until(there, Dates.parse("--until", time));
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
    }
}
