package org.evenkeel.cli.search;

import java.util.concurrent.Callable;
import org.evenkeel.cli.strategy.StrategyLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evenkeel walk-forward}. */
@Command(
        name = "walk-forward",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Makes the same search again and again on what was known, and tests each choice on what came next:"
                        + " what would have come of searching like this all along.",
        footer = {
            "",
            "For example:",
            "  ./evenkeel walk-forward WeeklyMomentum --grid topCount=2:6 --train 52w --test 13w",
            "  ./evenkeel walk-forward SmaCrossover --data DIR --grid fast=10:48:2 --grid slow=10:48:2 \\",
            "      --scheme combinatorial --folds 6 --tested 2 --purge 5 --embargo 5",
            "Ctrl-C keeps what is done; --resume goes on.",
            "Windows choose by any figure, folds by those that need no whole run, sharpe where left out."
        })
public final class WalkForwardCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "STRATEGY",
            description = "a built-in name, the path of a .java or .jar file, or a class on the class path")
    private String strategy = "";

    @Mixin
    private WalkForwardOptions scheme = new WalkForwardOptions();

    @Mixin
    private SweepOptions options = new SweepOptions();

    @Option(names = "--resume", description = "goes on with a walk that was ended")
    private boolean resume;

    @Override
    public Integer call() {
        return new WalkForwardJob(StrategyLoader.load(strategy), options, scheme, resume).run();
    }
}
