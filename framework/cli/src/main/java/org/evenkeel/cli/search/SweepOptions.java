package org.evenkeel.cli.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.metrics.MetricsOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of commands that run a strategy with many sets of parameters. */
final class SweepOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "a folder of Parquet files with a pairs.json; the sample market where left out")
    private @Nullable String data;

    @Option(
            names = "--grid",
            paramLabel = "NAME=VALUES",
            description = "the values of a parameter or setting: fast=10:48:2 (from, to, step) or fill=open,close; may"
                    + " be given often, and every combination is tried")
    private List<String> grids = new ArrayList<>();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "sets a parameter of the strategy or a setting in every run; may be given often")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(names = "--from", paramLabel = "DATE", description = "first day of the runs, as 2021-06-01 (UTC)")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DATE", description = "end of the runs, exclusive")
    private @Nullable String to;

    @Option(names = "--random", paramLabel = "N", description = "tries only N points of the grid, chosen at random")
    private @Nullable Long random;

    @Option(
            names = "--evolve",
            paramLabel = "N",
            description =
                    "tries at most N points, those that an evolution comes upon; for grids too large to try whole")
    private @Nullable Long evolve;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "of --random and --evolve: the same one makes the same choices; 1 where left out")
    private @Nullable Long seed;

    @Option(
            names = "--objective",
            paramLabel = "FIGURE",
            description =
                    "the figure by which a run is the best, as sharpe, totalReturn, calmar; with a minus before it"
                            + " (--objective=-volatility) less is better. sharpe where left out, or meanSharpe where each asset"
                            + " has a book of its own")
    private @Nullable String objective;

    @Option(
            names = "--engine",
            description =
                    "runs the engine even where the strategy has a faster vectorised form; a rule that follows candles"
                            + " is valued there at ticks without any too, as on weekends, so that its Sharpe ratio differs a"
                            + " little")
    private boolean engine;

    @Option(
            names = "--periods",
            paramLabel = "N",
            description = "periods a year, as 252; taken from the times where left out")
    private @Nullable Double periods;

    @Option(
            names = "--risk-free",
            paramLabel = "RATE",
            description = "the risk-free rate of a year, as 0.02",
            defaultValue = "0")
    private double riskFree;

    @Option(names = "--threads", paramLabel = "N", description = "how many runs at once; all cores where left out")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "makes the runs on an Apache Spark cluster, as spark://HOST:7077; or local[*], to try that on"
                    + " this machine. Every worker must be able to read the data: give a shared folder or s3a://")
    private @Nullable String master;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "where to write; runs/NAME-${COMMAND-NAME} where left out")
    private @Nullable Path out;

    @Option(names = "--yes", description = "does not ask before a long sweep")
    private boolean yes;

    @Option(names = "--json", description = "prints one JSON object instead of tables")
    private boolean json;

    @Option(names = "--no-report", description = "writes no page")
    private boolean noReport;

    Optional<String> data() {
        return Optional.ofNullable(data);
    }

    List<String> grids() {
        return grids;
    }

    Map<String, String> set() {
        return set;
    }

    Optional<String> from() {
        return Optional.ofNullable(from);
    }

    Optional<String> to() {
        return Optional.ofNullable(to);
    }

    Optional<Long> random() {
        return Optional.ofNullable(random);
    }

    Optional<Long> evolve() {
        return Optional.ofNullable(evolve);
    }

    Optional<Long> seed() {
        return Optional.ofNullable(seed);
    }

    Optional<String> objective() {
        return Optional.ofNullable(objective);
    }

    boolean engine() {
        return engine;
    }

    /**
     * How figures are annualised: at any length, for runs are ranked by them.
     *
     * @throws UsageException when the periods of a year or the rate are none
     */
    MetricsOptions metrics() {
        try {
            MetricsOptions options = MetricsOptions.DEFAULT.toRank().withRiskFreeRate(riskFree);
            return periods == null ? options : options.withPeriodsPerYear(periods);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage() + ".", e);
        }
    }

    /**
     * How many runs at once.
     *
     * @throws UsageException when that is none
     */
    int threads() {
        if (threads < 1) {
            throw new UsageException("--threads " + threads + " would run nothing: give 1 or more.");
        }
        return threads;
    }

    /** The cluster to make the runs on; none to make them here. */
    Optional<String> master() {
        return Optional.ofNullable(master);
    }

    Path out(String name) {
        return out != null ? out : Path.of("runs", name);
    }

    boolean yes() {
        return yes;
    }

    boolean json() {
        return json;
    }

    boolean report() {
        return !noReport;
    }
}
