package org.evenkeel.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evenkeel backtest}. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs a strategy on a data set and writes its state, journal and report.",
        footer = {
            "",
            "Settings that every strategy has, with --set: cycle, cycleOffset, initialCash, allocation,",
            "minRebalanceTradeUsd, fill (open|close), triggerPrice (low_high|open), priceTolerance, maxPoolShare,",
            "maxPriceImpact, gasUsd (ethereum:8,bsc:0.2), bridgeUsd, bridgeBps, bridgeDelay.",
            "A strategy's own parameters are listed when an unknown one is set."
        })
final class BacktestCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "STRATEGY",
            description = "WeeklyMomentum, BuyAndHold, EqualWeightRebalance, DollarCostAveraging, the path of a .java"
                    + " or .jar file, or a class on the class path")
    private String strategy = "";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "a folder of Parquet files with a pairs.json; the sample market where left out")
    private @Nullable String data;

    @Mixin
    private RunOptions options = new RunOptions();

    @Override
    public Integer call() {
        LoadedStrategy loaded = StrategyLoader.load(strategy);
        String location = data != null ? data : SampleData.location(Console.err());
        new BacktestJob(loaded, location, options).run();
        return ExitCode.OK;
    }
}
