package org.evenkeel.cli.backtest;

import java.util.concurrent.Callable;
import org.evenkeel.cli.strategy.LoadedStrategy;
import org.evenkeel.cli.strategy.ParameterTable;
import org.evenkeel.cli.strategy.SampleData;
import org.evenkeel.cli.strategy.SettingWords;
import org.evenkeel.cli.strategy.StrategyLoader;
import org.evenkeel.cli.terminal.Console;
import org.evenkeel.cli.terminal.ExitCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evenkeel backtest}. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs a strategy on a data set and writes its state, journal and report.",
        footerHeading = "%nSettings that every strategy has, with --set (its own parameters: --parameters):%n")
public final class BacktestCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "STRATEGY",
            description =
                    "WeeklyMomentum, SmaCrossover, BuyAndHold, EqualWeightRebalance, DollarCostAveraging, the path of"
                            + " a .java or .jar file, or a class on the class path")
    private String strategy = "";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "a folder of Parquet files with a pairs.json; the sample market where left out")
    private @Nullable String data;

    @Option(
            names = "--parameters",
            description =
                    "lists what can be set of the strategy and its run, with types and defaults, and runs nothing")
    private boolean parameters;

    @Mixin
    private RunOptions options = new RunOptions();

    /** The footer of the help is the list of settings. */
    @Spec
    void describe(CommandSpec spec) {
        spec.usageMessage().footer(SettingWords.lines());
    }

    @Override
    public Integer call() {
        LoadedStrategy loaded = StrategyLoader.load(strategy);
        if (parameters) {
            Console.out().println(Console.apart(() -> ParameterTable.of(loaded)));
            return ExitCode.OK;
        }
        String location = data != null ? data : SampleData.location(Console.err());
        new BacktestJob(loaded, location, options).run();
        return ExitCode.OK;
    }
}
