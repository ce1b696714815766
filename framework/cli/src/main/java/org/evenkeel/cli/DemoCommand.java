package org.evenkeel.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code evenkeel demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Backtests WeeklyMomentum on the sample market: made-up prices, made on first use.")
final class DemoCommand implements Callable<Integer> {
    @Mixin
    private RunOptions options = new RunOptions();

    @Override
    public Integer call() {
        LoadedStrategy loaded = StrategyLoader.load("WeeklyMomentum");
        new BacktestJob(loaded, SampleData.location(Console.err()), options).run();
        return ExitCode.OK;
    }
}
