package org.evenkeel.cli.search;

import java.util.concurrent.Callable;
import org.evenkeel.cli.strategy.StrategyLoader;
import org.evenkeel.cli.terminal.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evenkeel sweep}. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Runs a strategy with many sets of parameters, and says which was the best and how far that can be"
                        + " trusted. Writes a row for each run (runs.csv, runs.parquet) and a page.",
        footer = {
            "",
            "For example:",
            "  ./evenkeel sweep SmaCrossover --data DIR --grid fast=10:48:2 --grid slow=10:48:2",
            "  ./evenkeel sweep WeeklyMomentum --grid topCount=2:6 --grid threshold=0:0.06:0.01",
            "Ctrl-C keeps what is done; --resume goes on."
        })
public final class SweepCommand implements Callable<Integer> {
    private static final int USUAL_PERMUTATIONS = 100;

    @Parameters(
            paramLabel = "STRATEGY",
            description = "a built-in name, the path of a .java or .jar file, or a class on the class path")
    private String strategy = "";

    @Mixin
    private SweepOptions options = new SweepOptions();

    @Option(names = "--resume", description = "goes on with a sweep that was ended")
    private boolean resume;

    @Option(
            names = "--states",
            description = "keeps the state and journal of every run, to be inspected and replayed; in the engine alone")
    private boolean states;

    @Option(
            names = "--permutations",
            paramLabel = "N",
            description = "how many shuffled markets the best run is held against; " + USUAL_PERMUTATIONS
                    + " where left out, 0 for none")
    private int permutations = USUAL_PERMUTATIONS;

    @Option(names = "--png", description = "draws the page's charts as pictures too: map.png, parallel.png, best.png")
    private boolean png;

    @Override
    public Integer call() {
        if (permutations < 0) {
            throw new UsageException("--permutations " + permutations + " will not do: give 0 for none, or more.");
        }
        SweepJob.Ways ways = new SweepJob.Ways(resume, states, png, permutations);
        return new SweepJob(StrategyLoader.load(strategy), options, ways).run();
    }
}
