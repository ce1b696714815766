package org.evenkeel.cli.reading;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.cli.backtest.Recipe;
import org.evenkeel.cli.terminal.Console;
import org.evenkeel.cli.terminal.Dates;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.cli.terminal.RunFolder;
import org.evenkeel.cli.terminal.StateConflict;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.live.deviation.Deviation;
import org.evenkeel.live.deviation.RecordedRun;
import org.evenkeel.report.DeviationReport;
import org.evenkeel.state.model.RunInfo;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evenkeel deviation}. */
@Command(
        name = "deviation",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Makes a live or paper run again as a backtest on the recorded data, and says by what the two came to"
                        + " differ: price drift, delay, slippage, impact, fees, gas, missed and extra trades. Figures of a"
                        + " year (null in --json) are given of 30 days and two decisions at least.")
public final class DeviationCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "the folder of the run's state")
    private Path folder = Path.of("");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "the data that was recorded; where the run read it from if left out")
    private @Nullable String data;

    @Option(
            names = "--strategy",
            paramLabel = "STRATEGY",
            description = "where the strategy is now; where the run found it if left out")
    private @Nullable String strategy;

    @Option(
            names = "--to",
            paramLabel = "T",
            description = "the date or instant at which both are valued; the run's end, its next tick or the data's end"
                    + " if left out")
    private @Nullable String to;

    @Option(names = "--all", description = "lists every trade, not the 20 that made the most alone")
    private boolean all;

    @Option(names = "--json", description = "prints one JSON object instead of the tables")
    private boolean json;

    @Option(names = "--out", paramLabel = "FILE", description = "writes a page besides, as deviation.html")
    private @Nullable Path out;

    @Override
    public Integer call() {
        requireFolder();
        RecordedRun run = RecordedRun.of(RunFolder.existing(folder));
        RunInfo info = run.info();
        Optional<Instant> end = Optional.ofNullable(to).map(time -> Dates.parse("--to", time));
        Deviation deviation = Console.apart(() -> {
            Backtest backtest = Recipe.of(info, strategy, data).prepareOnAny("");
            return compared(run, backtest, end);
        });
        Console.out().println(json ? DeviationJson.of(info, deviation) : DeviationTables.of(info, deviation, all));
        Optional.ofNullable(out)
                .map(file -> DeviationReport.write(DeviationSheet.of(info, deviation), file))
                .ifPresent(file -> (json ? Console.err() : Console.out()).println("page     " + file));
        return ExitCode.OK;
    }

    /** Before anything is run: a page that cannot be written is no surprise at the end. */
    private void requireFolder() {
        if (out == null) {
            return;
        }
        Path file = out.toAbsolutePath();
        Path parent = file.getParent();
        if (parent == null || Files.isDirectory(file)) {
            throw new UsageException("--out " + out + " is a folder: name a file in it, as deviation.html.");
        }
        if (!Files.isDirectory(parent)) {
            throw new UsageException("--out " + out + " cannot be written: there is no folder " + parent
                    + ". Make it, or name another.");
        }
    }

    private Deviation compared(RecordedRun run, Backtest backtest, Optional<Instant> end) {
        if (run.hasDecision()) {
            return Deviation.of(run, backtest, end);
        }
        throw new StateConflict(folder + " holds a run that has made no decision yet: there is nothing to compare. Wait"
                + " for its first cycle.");
    }
}
