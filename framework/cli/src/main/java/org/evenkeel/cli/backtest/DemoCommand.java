package org.evenkeel.cli.backtest;

import java.util.concurrent.Callable;
import org.evenkeel.cli.strategy.LoadedStrategy;
import org.evenkeel.cli.strategy.SampleData;
import org.evenkeel.cli.strategy.StrategyLoader;
import org.evenkeel.cli.terminal.Console;
import org.evenkeel.cli.terminal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code evenkeel demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Backtests WeeklyMomentum on the sample market: made-up prices, made on first use.")
public final class DemoCommand implements Callable<Integer> {
    @Mixin
    private RunOptions options = new RunOptions();

    @Override
    public Integer call() {
        LoadedStrategy loaded = StrategyLoader.load("WeeklyMomentum");
        new BacktestJob(loaded, SampleData.location(Console.err()), options).run();
        return ExitCode.OK;
    }
}
