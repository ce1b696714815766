package org.evenkeel.cli.reading;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.evenkeel.cli.backtest.Recipe;
import org.evenkeel.cli.terminal.Console;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.cli.terminal.RunFolder;
import org.evenkeel.report.EquityPng;
import org.evenkeel.report.Report;
import org.evenkeel.report.ReportInput;
import org.evenkeel.report.RunPictures;
import org.evenkeel.report.view.LiveJournal;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.store.StateFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evenkeel report}. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Writes the report of a run again, from its state.")
public final class ReportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "the folder that the run wrote")
    private Path folder = Path.of("");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "where the data is now, for candles; where the run read it from if left out")
    private @Nullable String data;

    @Option(
            names = "--strategy",
            paramLabel = "STRATEGY",
            description = "where the strategy is now, for candles; where the run found it if left out")
    private @Nullable String strategy;

    @Option(names = "--no-candles", description = "from the state alone: needs neither the data nor the strategy")
    private boolean noCandles;

    @Option(
            names = "--png",
            description = "writes pictures besides: the equity curve as equity.png, the other plots into pictures/")
    private boolean png;

    @Override
    public Integer call() {
        StateFolder there = RunFolder.existing(folder);
        Ledger ledger = RunFolder.valued(folder);
        ReportInput input = ReportInput.of(ledger);
        if (ledger.info().isLive()) {
            input = input.withJournal(LiveJournal.of(there));
        }
        if (!noCandles) {
            input = input.withMarket(Recipe.of(ledger.info(), strategy, data)
                    .prepare(", or leave the candles out with --no-candles")
                    .history());
        }
        Path file = there.folder().resolve(RunFolder.REPORT);
        Report.write(input, file);
        Console.out().println(file);
        if (png) {
            Path picture = there.folder().resolve(RunFolder.PICTURE);
            EquityPng.write(input, picture);
            Console.out().println(picture);
            RunPictures.write(input, there.folder().resolve(RunFolder.PICTURES)).forEach(Console.out()::println);
        }
        return ExitCode.OK;
    }
}
