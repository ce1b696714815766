package org.evenkeel.cli.reading;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.evenkeel.cli.terminal.Console;
import org.evenkeel.cli.terminal.Dates;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.cli.terminal.RunFolder;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.metrics.Metrics;
import org.evenkeel.metrics.MetricsInput;
import org.evenkeel.metrics.MetricsOptions;
import org.evenkeel.metrics.PerformanceReport;
import org.evenkeel.report.RunFigures;
import org.evenkeel.report.view.TradeFigures;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.replay.LastWorth;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evenkeel metrics}. */
@Command(
        name = "metrics",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Works out every figure of performance and risk of an equity curve, of a price, or of a run.")
public final class MetricsCommand implements Callable<Integer> {
    private static final String GAS =
            "Note: gas was paid with a coin that the run's book does not hold. As much counts among"
                    + " its net deposits, and as a cost.";

    @Parameters(
            paramLabel = "CSV",
            description = "dates in the first column, values in the second; or the folder of a run, a live one too")
    private Path file = Path.of("");

    @Option(names = "--column", paramLabel = "NAME", description = "the column of values, where there are several")
    private @Nullable String column;

    @Option(
            names = "--benchmark",
            paramLabel = "CSV",
            description = "what it is held against, over the dates that both have")
    private @Nullable Path benchmark;

    @Option(
            names = "--benchmark-column",
            paramLabel = "NAME",
            description = "the benchmark's column, where there are several")
    private @Nullable String benchmarkColumn;

    @Option(
            names = "--periods",
            paramLabel = "N",
            description = "periods a year, as 252; taken from the dates where left out")
    private @Nullable Double periods;

    @Option(
            names = "--risk-free",
            paramLabel = "RATE",
            description = "the risk-free rate of a year, as 0.02",
            defaultValue = "0")
    private double riskFree;

    @Option(names = "--json", description = "prints one JSON object instead of the table")
    private boolean json;

    @Override
    public Integer call() {
        MetricsOptions options = options();
        Optional<Portfolio> run = run();
        run.filter(book -> book.trades().stream().anyMatch(trade -> trade.plan().gasFromOutside()))
                .ifPresent(book -> Console.err().println(GAS));
        Optional<LastWorth> worth = run.flatMap(book -> LastWorth.of(RunFolder.existing(file)));
        worth.filter(last -> !last.positions().isEmpty())
                .ifPresent(last -> Console.err()
                        .println("Note: the last value is of " + Dates.seconds(last.at())
                                + ": cash by the books, what was"
                                + " held at what a sale would have brought, by the run's own prices and fills."));
        CurveFile own = run.map(book -> CurveFile.of(file, RunFigures.curve(book, worth)))
                .orElseGet(() -> CurveFile.read(file, column, "--column"));
        Optional<CurveFile> other =
                Optional.ofNullable(benchmark).map(path -> CurveFile.read(path, benchmarkColumn, "--benchmark-column"));
        if (other.isEmpty() && benchmarkColumn != null) {
            throw new UsageException("--benchmark-column is of no use without --benchmark: name the file too.");
        }
        other.ifPresent(own::requireCommon);
        MetricsInput input = new MetricsInput(own.curve(), Optional.empty(), run.map(TradeFigures::of));
        PerformanceReport report =
                Metrics.of(other.map(one -> input.withBenchmark(one.curve())).orElse(input), options);
        FigureList figures = new FigureList(own, other, report);
        figures.notes().forEach(note -> Console.err().println("Note: " + note));
        Console.out().println(json ? figures.json() : figures.table());
        return ExitCode.OK;
    }

    /** The book of a run, where a folder is given. */
    private Optional<Portfolio> run() {
        if (!Files.isDirectory(file)) {
            return Optional.empty();
        }
        if (column != null) {
            throw new UsageException("--column is for a CSV, and " + file + " is a folder: leave it out.");
        }
        return Optional.of(RunFolder.valued(file).book(Ledger.MAIN_BOOK));
    }

    private MetricsOptions options() {
        try {
            MetricsOptions options = MetricsOptions.DEFAULT.withRiskFreeRate(riskFree);
            Double given = periods;
            return given == null ? options : options.withPeriodsPerYear(given);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage() + ".", e);
        }
    }
}
