package org.evenkeel.cli.optimize;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.evenkeel.cli.terminal.Console;
import org.evenkeel.cli.terminal.CsvTable;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.cli.terminal.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evenkeel optimize}. */
@Command(
        name = "optimize",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Works out the weights of a portfolio from prices, and what is expected of it in a year.",
        footerHeading = "%nObjectives:%n")
public final class OptimizeCommand implements Callable<Integer> {
    private static final double MOST_MONEY = 1e12;

    @Parameters(paramLabel = "CSV", description = "dates in the first column, then a column of closes an asset")
    private Path file = Path.of("");

    @Option(
            names = "--objective",
            paramLabel = "NAME",
            description = "what the portfolio is made for, see below; max-sharpe where left out")
    private String objective = "max-sharpe";

    @Option(names = "--target", paramLabel = "X", description = "the return or the volatility of a year, as 0.15")
    private @Nullable Double target;

    @Option(
            names = "--risk-aversion",
            paramLabel = "X",
            description = "for max-utility, 1 where left out; for black-litterman the market's, 2.5 where left out")
    private @Nullable Double riskAversion;

    @Option(
            names = "--tail",
            paramLabel = "SHARE",
            description = "the worst periods that the conditional value at risk is the mean of",
            defaultValue = "0.05")
    private double tail = 0.05;

    @Mixin
    private EstimateOptions estimates = new EstimateOptions();

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Mixin
    private ViewOptions views = new ViewOptions();

    @Option(
            names = "--frontier",
            paramLabel = "N",
            description = "lists N portfolios from the least variance to the most expected return")
    private @Nullable Integer frontier;

    @Option(
            names = "--amount",
            paramLabel = "MONEY",
            description = "lists what it buys at the last prices in whole units, and what is left over")
    private @Nullable Double amount;

    @Option(names = "--greedy", description = "buys unit by unit instead of solving for the best units")
    private boolean greedy;

    @Option(names = "--json", description = "prints one JSON object instead of tables")
    private boolean json;

    /** The footer of the help is the list of objectives. */
    @Spec
    void describe(CommandSpec spec) {
        spec.usageMessage().footer(PortfolioObjective.lines());
    }

    @Override
    public Integer call() {
        OptimizeJob job = new OptimizeJob(PortfolioObjective.named(objective), estimates, limits, views, wishes());
        OptimizeResult result = job.run(CsvTable.read(file), Console.err());
        Console.out().println(json ? OptimizeJson.of(result) : OptimizeTables.of(result));
        return ExitCode.OK;
    }

    private OptimizeJob.Wishes wishes() {
        Double money = amount;
        if (money == null && greedy) {
            throw new UsageException("--greedy is of no use without --amount: say how much money there is.");
        }
        if (money != null && !(money > 0 && money <= MOST_MONEY)) {
            throw new UsageException(
                    "--amount " + Words.number(money) + " is no money that can be spent: give more than"
                            + " 0 and no more than " + Words.number(MOST_MONEY) + ", as --amount 10000.");
        }
        Integer points = frontier;
        return new OptimizeJob.Wishes(
                optional(target),
                optional(riskAversion),
                tail,
                points == null ? OptionalInt.empty() : OptionalInt.of(points),
                money == null ? Optional.empty() : Optional.of(new OptimizeJob.Purchase(money, greedy)));
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
